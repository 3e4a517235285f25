using System.CommandLine;
using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Model;
using TenderWatch.Extraction.Rules;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>facts FILE|-</c>: the facts that stand in the running text of a notice or a document, without storage or network.</summary>
internal static class FactsCommand
{
    public static Command Create()
    {
        var input = new Argument<string?>("file|-") { Description = "A notice (XML), or a document: PDF, HTML, DOCX, XLSX, text, or a ZIP of them; - for standard input", Arity = ArgumentArity.ZeroOrOne };
        var language = new Option<string?>("--language") { Description = "nld or eng: how the text of a document writes its numbers, where it does not tell itself", HelpName = "code" };
        language.AcceptOnlyFromAmong("nld", "eng");
        var evaluate = new Option<string?>("--evaluate") { Description = "In place of a file: precision and recall against texts that people marked; docs/extraction.md describes the file", HelpName = "file" };
        var notices = new Option<string?>("--notices") { Description = "The folder of the notices (XML) that the marked file names", HelpName = "folder" };
        var model = new Option<bool>("--model") { Description = "Let the model of the settings point out what the rules left open; docs/extraction.md says how it is held to the text" };
        var settings = new Option<FileInfo?>("--settings") { Description = "With --model: settings file [default: local.settings.json in this folder, if there is one]", HelpName = "file" };
        var data = new Option<DirectoryInfo>("--data") { Description = "With --model: folder that keeps its answers and what was used of the day's budget", HelpName = "folder", DefaultValueFactory = _ => new DirectoryInfo(".tenderwatch") };
        var json = new Option<bool>("--json") { Description = "JSON in place of text" };
        var command = new Command("facts", "Print what stands in running text, with quotations, without storage; without network too unless a model is asked") { input, language, evaluate, notices, model, settings, data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var asked = parsed.GetValue(model) ? AskedModel.Create(parsed.GetValue(settings), parsed.GetRequiredValue(data)) : null;
            if (parsed.GetValue(model) && asked is null) return ExitCodes.Usage;
            return (parsed.GetValue(input), parsed.GetValue(evaluate)) switch
            {
                (null, { } marked) => await FactsEvaluation.RunAsync(marked, parsed.GetValue(notices), asked, parsed.GetValue(json), cancellationToken),
                ({ } file, null) => await Task.Run(() => RunAsync(file, parsed.GetValue(language), asked, parsed.GetValue(json), cancellationToken), cancellationToken),
                _ => Usage("Name either a file (- for standard input) or --evaluate with a file of marked texts."),
            };
        });
        return command;
    }

    private static async Task<int> RunAsync(string input, string? language, AskedModel? model, bool json, CancellationToken cancellationToken)
    {
        var (content, exitCode) = await InputFile.ReadAsync(input);
        if (content is null) return exitCode;
        var document = Digest.Of(content);
        var faults = 0;
        var texts = InputFile.Notice(content) is { } notice ? NoticeTexts.Of(notice, document) : InputFile.Texts(content, document, language, out faults);
        var rules = new TextRules();
        List<TextFact> facts = [.. texts.SelectMany(rules.Read)];
        var added = model is null ? null : await model.Reader.ReadAsync([.. texts], facts, cancellationToken);
        if (added is not null) faults += added.Faults.Count;
        Print(new ExtractedFacts(rules.Version, facts), added, model, json);
        return faults == 0 ? ExitCodes.Ok : ExitCodes.Fault;
    }

    private static void Print(ExtractedFacts read, ModelReading? added, AskedModel? model, bool json)
    {
        if (json)
        {
            Console.WriteLine(added is null ? JsonSerializer.Serialize(read, NoticeJson.Stored) : JsonSerializer.Serialize(new { read.Extractor, read.Facts, model = model!.Told(added) }, NoticeJson.Stored));
            return;
        }

        var terminal = Terminal.For(json: false);
        foreach (var fact in read.Facts) TextFactText.Write(terminal, fact);
        if (read.Facts.Count == 0) terminal.Line("No facts stand in its text, as far as the rules can tell.");
        if (added is null) return;
        terminal.Heading("Pointed out by a model and read again by the rules; look at the words before you use it");
        foreach (var fact in added.Facts) TextFactText.Write(terminal, fact);
        if (added.Facts.Count == 0) terminal.Line("  Nothing.");
        model!.Write(terminal, added);
    }

    internal static int Usage(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return ExitCodes.Usage;
    }
}
