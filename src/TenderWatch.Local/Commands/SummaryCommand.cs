using System.CommandLine;
using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Summaries;
using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Rules;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>summary FILE|-</c>: a notice in five lines, filled from its facts, without storage or network.</summary>
internal static class SummaryCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("file|-") { Description = "A notice (XML); - for standard input" };
        var language = new Option<string?>("--language") { Description = "nl or en; both without it", HelpName = "code" };
        language.AcceptOnlyFromAmong("nl", "en");
        var model = new Option<bool>("--model") { Description = "Let the model of the settings pick up to five sentences of the text beside them and translate these; docs/extraction.md says how it is held to the text" };
        var settings = new Option<FileInfo?>("--settings") { Description = "With --model: settings file [default: local.settings.json in this folder, if there is one]", HelpName = "file" };
        var data = new Option<DirectoryInfo>("--data") { Description = "With --model: folder that keeps its answers and what was used of the day's budget", HelpName = "folder", DefaultValueFactory = _ => new DirectoryInfo(".tenderwatch") };
        var json = new Option<bool>("--json") { Description = "JSON in place of text, in both languages" };
        var command = new Command("summary", "Print a notice in five lines, in Dutch and English, each sentence with its source; without storage, and without network unless a model is asked") { input, language, model, settings, data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var asked = parsed.GetValue(model) ? AskedModel.Create(parsed.GetValue(settings), parsed.GetRequiredValue(data)) : null;
            if (parsed.GetValue(model) && asked is null) return ExitCodes.Usage;
            return await Task.Run(() => RunAsync(parsed.GetRequiredValue(input), parsed.GetValue(language), asked, parsed.GetValue(json), cancellationToken), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(string input, string? language, AskedModel? model, bool json, CancellationToken cancellationToken)
    {
        var (content, exitCode) = await InputFile.ReadAsync(input);
        if (content is null) return exitCode;
        if (InputFile.Notice(content) is not { } notice)
        {
            Console.Error.WriteLine($"{input} is no notice that can be read. 'tenderwatch facts' reads other documents.");
            return ExitCodes.Fault;
        }

        var document = Digest.Of(content);
        var lines = CaseSummary.Of(NoticeFacts.Of(notice, document, new TextRules()));
        var picked = model is null ? null : await model.Summaries.ReadAsync(NoticeTexts.Of(notice, document), cancellationToken);
        var code = picked is null or { Faults.Count: 0 } ? ExitCodes.Ok : ExitCodes.Fault;
        if (json)
        {
            Console.WriteLine(picked is null ? JsonSerializer.Serialize(new { lines }, NoticeJson.Stored) : JsonSerializer.Serialize(new { lines, picked }, NoticeJson.Stored));
            return code;
        }

        var terminal = Terminal.For(json: false);
        Language[] languages = language switch { "nl" => [Language.Nl], "en" => [Language.En], _ => [Language.Nl, Language.En] };
        foreach (var one in languages)
        {
            SummaryText.Write(terminal, lines, one);
            if (picked is not null) SummaryText.Write(terminal, picked, one);
        }

        if (picked is not null) model!.Write(terminal, picked.Extractor, picked.Usage, picked.Dropped, picked.Faults);
        return code;
    }
}
