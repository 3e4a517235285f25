using System.Globalization;
using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Evaluation;
using TenderWatch.Extraction.Model;
using TenderWatch.Extraction.Rules;
using TenderWatch.Local.Output;
using TenderWatch.Sources;
using SourceText = TenderWatch.Core.Texts.SourceText;

namespace TenderWatch.Local.Commands;

/// <summary><c>facts --evaluate</c>: precision and recall of the rules, and of the rules with a model, against texts that people marked.</summary>
internal static class FactsEvaluation
{
    public static async Task<int> RunAsync(string marked, string? notices, AskedModel? model, bool json, CancellationToken cancellationToken)
    {
        if (!File.Exists(marked)) return FactsCommand.Usage($"There is no file {marked}.");
        if (notices is not null && !Directory.Exists(notices)) return FactsCommand.Usage($"There is no folder {notices}.");
        if (MarkedSet.Read(await File.ReadAllBytesAsync(marked, cancellationToken), out var fault) is not { } set) return FactsCommand.Usage($"{marked}: {fault}");
        var rules = new TextRules();
        var (evaluator, both) = (new Evaluator(), new Evaluator());
        ModelReading? added = null;
        foreach (var one in set)
        {
            if (TextsOf(one, notices) is not { } texts) return FactsCommand.Usage($"The notice {one.Publication} is not in {notices ?? "any folder: name it with --notices"}.");
            var read = texts.SelectMany(text => rules.Read(text).Select(fact => (text, fact))).ToList();
            evaluator.Add(one, read);
            if (model is null) continue;
            var more = await model.Reader.ReadAsync(texts, [.. read.Select(fact => fact.fact)], cancellationToken);
            both.Add(one, [.. read, .. more.Facts.Select(fact => (texts.First(text => fact.Place with { Offset = 0, Length = 0 } == text.Place(0, 0)), fact))]);
            added = added is null ? more : Sum(added, more);
        }

        if (json && added is not null) Console.WriteLine(JsonSerializer.Serialize(new { extractor = rules.Version, texts = set.Count, kinds = evaluator.ByKind, total = evaluator.Total, withModel = new { kinds = both.ByKind, total = both.Total, model = model!.Told(added) } }, NoticeJson.Stored));
        else if (json) Console.WriteLine(JsonSerializer.Serialize(new { extractor = rules.Version, texts = set.Count, kinds = evaluator.ByKind, total = evaluator.Total }, NoticeJson.Stored));
        else Write(set.Count, rules.Version, evaluator);
        if (added is null) return ExitCodes.Ok;
        if (!json)
        {
            Write(set.Count, $"{rules.Version} with {added.Extractor}", both);
            model!.Write(Terminal.For(json: false), added);
        }

        return added.Faults.Count == 0 ? ExitCodes.Ok : ExitCodes.Fault;
    }

    private static ModelReading Sum(ModelReading one, ModelReading other) => new(
        one.Extractor,
        [.. one.Facts, .. other.Facts],
        one.Dropped.Concat(other.Dropped).GroupBy(reason => reason.Key, StringComparer.Ordinal).ToDictionary(reason => reason.Key, reason => reason.Sum(count => count.Value), StringComparer.Ordinal),
        one.Usage + other.Usage,
        [.. one.Faults.Union(other.Faults, StringComparer.Ordinal)]);

    private static IReadOnlyList<SourceText>? TextsOf(MarkedTexts marked, string? notices)
    {
        var document = Digest.Of(marked.Publication);
        if (marked.Text is { } text) return [new SourceText(document, "", null, null, marked.Language, text)];
        if (notices is null || !marked.Publication.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-')) return null;
        if (Directory.EnumerateFiles(notices, marked.Publication + "*.xml", SearchOption.AllDirectories).FirstOrDefault() is not { } file) return null;
        using var stream = File.OpenRead(file);
        return NoticeXml.Read(stream) is NoticeReading.Read read ? NoticeTexts.Of(read.Notice, document) : null;
    }

    private static void Write(int texts, string extractor, Evaluator evaluator)
    {
        var terminal = Terminal.For(json: false);
        terminal.Heading($"{extractor} over {texts} marked notices or texts");
        terminal.Line($"  {"kind",-12} {"marked",7} {"found",7} {"right",7} {"precision",10} {"recall",10}");
        foreach (var (kind, score) in evaluator.ByKind) Row(terminal, kind.ToString(), score);
        Row(terminal, "all", evaluator.Total);
        foreach (var (publication, fact) in evaluator.Wrong) terminal.Line($"  not marked: {publication} {fact.Place.Part} {fact.Place.At} {fact.Kind} {fact.Value} {fact.Unit} {fact.Sense} \"{fact.Quote.ReplaceLineEndings(" ")}\"");
        foreach (var (publication, fact) in evaluator.Missed) terminal.Line($"  not found: {publication} {fact.Field} {fact.At} {fact.Kind} {fact.Value} {fact.Unit} {fact.Sense} \"{fact.Quote.ReplaceLineEndings(" ")}\"");
    }

    private static void Row(Terminal terminal, string kind, Score score) =>
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"  {kind,-12} {score.Marked,7} {score.Found,7} {score.Right,7} {Part(score.Precision),10} {Part(score.Recall),10}"));

    private static string Part(decimal? part) => part is { } value ? value.ToString("0.000", CultureInfo.InvariantCulture) : "-";
}
