using System.CommandLine;
using System.Text.Json;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Extraction.Explanations;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>aid FILE</c>: which permitted grounds the explanation of a price speaks of, with quotations, and what was asked and is not found. It gives no verdict.</summary>
internal static class AidCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("file|-") { Description = "The explanation as the tenderer sent it: PDF, HTML, DOCX, XLSX, text, or a ZIP of them; - for standard input" };
        var request = new Option<string?>("--request") { Description = "The letter that asked for it, as it was sent: says which grounds and figures were asked for", HelpName = "file" };
        var language = new Option<string?>("--language") { Description = "nl or en [default: en]", HelpName = "code" };
        language.AcceptOnlyFromAmong("nl", "en");
        var model = new Option<bool>("--model") { Description = "Let the model of the settings point at what the rules left open: only where the settings let it read what is confidential" };
        var settings = new Option<FileInfo?>("--settings") { Description = "With --model: settings file [default: local.settings.json in this folder, if there is one]", HelpName = "file" };
        var data = new Option<DirectoryInfo>("--data") { Description = "With --model: folder that keeps what was used of the day's budget; nothing of the explanation", HelpName = "folder", DefaultValueFactory = _ => new DirectoryInfo(".tenderwatch") };
        var json = new Option<bool>("--json") { Description = "JSON in place of text" };
        var command = new Command("aid", "Print which permitted grounds the explanation of a price speaks of, and what was asked and is not found; no verdict; nothing is stored") { input, request, language, model, settings, data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var asked = parsed.GetValue(model) ? AskedModel.Confidential(parsed.GetValue(settings), parsed.GetRequiredValue(data)) : null;
            if (parsed.GetValue(model) && asked is null) return ExitCodes.Usage;
            return await Task.Run(() => RunAsync(parsed.GetRequiredValue(input), parsed.GetValue(request), parsed.GetValue(language) == "nl" ? Language.Nl : Language.En, asked, parsed.GetValue(json), cancellationToken), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(string input, string? request, Language language, AskedModel? model, bool json, CancellationToken cancellationToken)
    {
        var (explanation, exitCode) = await InputFile.ReadAsync(input);
        if (explanation is null) return exitCode;
        ReadOnlyMemory<byte>[] requests = [];
        if (request is not null)
        {
            var (letter, code) = await InputFile.ReadAsync(request);
            if (letter is null) return code;
            requests = [letter];
        }

#pragma warning disable RS0030 // A command is a composition root.
        var aid = new ExplanationPassages(TimeProvider.System).Read([explanation], requests);
#pragma warning restore RS0030
        var pointed = model is null ? null : await model.Explanations.ReadAsync([explanation], cancellationToken);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { aid, pointed }, NoticeJson.Stored));
        }
        else
        {
            var terminal = Terminal.For(json: false);
            new AidText(terminal, language).Write(aid, pointed);
            if (pointed is not null) model!.Write(terminal, pointed.Extractor, pointed.Usage, pointed.Dropped, pointed.Faults);
        }

        return aid.IsWhole && pointed is null or { Faults.Count: 0 } ? ExitCodes.Ok : ExitCodes.Fault;
    }
}
