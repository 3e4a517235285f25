using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Evaluation;
using TenderWatch.Extraction.Rules;
using TenderWatch.Sources;
using TenderWatch.Testing;

namespace TenderWatch.Extraction.Tests.Rules;

/// <summary>What the rules read, against what was marked by hand in real notices of TED.</summary>
public sealed class MarkedNoticesTests(ITestOutputHelper output)
{
    public static bool HasData => SharedData.Root is not null;

    private const decimal LeastPrecision = 0.98m;

    [Theory(Skip = SharedData.Absent, SkipUnless = nameof(HasData))]
    [InlineData("marked-notices.json", "eforms", 60, 0.75)]
    [InlineData("marked-older-notices.json", "ted-legacy", 20, 0.65)]
    public void Of_what_the_rules_read_in_real_notices_98_of_100_is_right(string set, string folder, int notices, double leastRecall)
    {
        var marked = Set(set);
        Assert.True(marked.Count >= notices);
        var evaluator = new Evaluator();
        foreach (var one in marked) evaluator.Add(one, Read(TextsOf(folder, one.Publication)));
        Report(evaluator);
        Assert.True(evaluator.Total.Precision >= LeastPrecision, $"precision {evaluator.Total.Precision}");
        Assert.True(evaluator.Total.Recall >= (decimal)leastRecall, $"recall {evaluator.Total.Recall}");
    }

    [Fact]
    public void Of_what_the_rules_read_in_excerpts_of_real_notices_98_of_100_is_right()
    {
        var evaluator = new Evaluator();
        foreach (var one in Set("marked-excerpts.json")) evaluator.Add(one, Read([new SourceText(default, "", null, null, one.Language, one.Text!)]));
        Report(evaluator);
        Assert.True(evaluator.Total.Found >= 60);
        Assert.True(evaluator.Total.Precision >= LeastPrecision, $"precision {evaluator.Total.Precision}");
    }

    private static IEnumerable<(SourceText, TextFact)> Read(IEnumerable<SourceText> texts) => texts.SelectMany(text => new TextRules().Read(text).Select(fact => (text, fact)));

    private static IReadOnlyList<MarkedTexts> Set(string name)
    {
        var set = MarkedSet.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Rules", name)), out var fault);
        return set ?? throw new InvalidOperationException(fault);
    }

    private static IReadOnlyList<SourceText> TextsOf(string folder, string publication)
    {
        var file = Assert.Single(Directory.GetFiles(SharedData.File(folder), publication + "*.xml", SearchOption.AllDirectories));
        using var stream = File.OpenRead(file);
        var notice = Assert.IsType<NoticeReading.Read>(NoticeXml.Read(stream)).Notice;
        return NoticeTexts.Of(notice, Digest.Of(publication));
    }

    private void Report(Evaluator evaluator)
    {
        foreach (var (kind, score) in evaluator.ByKind) output.WriteLine($"{kind,-12} marked {score.Marked,4} found {score.Found,4} right {score.Right,4}");
        output.WriteLine($"total precision {evaluator.Total.Precision:0.000} recall {evaluator.Total.Recall:0.000}");
        foreach (var (publication, fact) in evaluator.Wrong) output.WriteLine($"wrong {publication} {fact.Place.Part} {fact.Place.At}: {fact.Kind} {fact.Value} {fact.Unit} {fact.Per} {fact.Sense} «{fact.Quote}»");
        foreach (var (publication, fact) in evaluator.Missed) output.WriteLine($"missed {publication} {fact.Field} {fact.At}: {fact.Kind} {fact.Value} {fact.Unit} {fact.Per} {fact.Sense} «{fact.Quote}»");
    }
}
