using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Evaluation;
using TenderWatch.Extraction.Model;
using TenderWatch.Extraction.Rules;
using TenderWatch.Sources;
using TenderWatch.Testing;

namespace TenderWatch.Extraction.Tests.Model;

/// <summary>The bounds of any model over real notices: what it can add at worst, by pointing at all that is open, and at best, by pointing at what people marked.</summary>
public sealed class WorstModelTests(ITestOutputHelper output)
{
    public static bool HasData => SharedData.Root is not null;

    [Fact(Skip = SharedData.Absent, SkipUnless = nameof(HasData))]
    public void A_model_that_points_at_all_that_is_open_adds_only_figures_that_stand_in_the_text()
    {
        var (best, worst, added) = (new Evaluator(), new Evaluator(), 0);
        foreach (var one in MarkedSet.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Rules", "marked-notices.json")), out _)!)
        {
            var texts = TextsOf(one.Publication);
            var known = texts.SelectMany(text => new TextRules().Read(text).Select(fact => (Text: text, Fact: fact))).ToList();
            var open = texts.SelectMany(text => Passage.Of(text, [.. known.Select(fact => fact.Fact)]).SelectMany(Point).Select(fact => (Text: text, Fact: fact))).ToList();
            foreach (var (text, fact) in open)
            {
                Assert.True(fact.Place.Holds(text.Text, fact.Quote));
                output.WriteLine($"{one.Publication} {fact.Kind} {fact.Value} {fact.Unit} «{fact.Quote}» {(one.Facts.Any(marked => marked.IsRead(fact)) ? "MARKED" : "")}");
            }

            added += open.Count;
            worst.Add(one, [.. known, .. open]);
            best.Add(one, [.. known, .. open.Where(fact => one.Facts.Any(marked => marked.IsRead(fact.Fact)))]);
        }

        output.WriteLine($"open {added}; worst precision {worst.Total.Precision:0.000} recall {worst.Total.Recall:0.000}; best precision {best.Total.Precision:0.000} recall {best.Total.Recall:0.000}");
        Assert.InRange(added, 1, 5);
        Assert.True(best.Total.Right >= 76);
    }

    private static IEnumerable<TextFact> Point(Passage passage)
    {
        foreach (var open in passage.Open)
        {
            var quote = passage.Sentence.Quote(open.From, open.Until).Quote;
            if (ClaimCheck.Of(new Claim(1, open.Kind.ToString().ToLowerInvariant(), quote, open.Value, open.Unit), [passage], "model/worst/1", out _) is { } fact) yield return fact;
        }
    }

    private static IReadOnlyList<SourceText> TextsOf(string publication)
    {
        using var stream = File.OpenRead(Assert.Single(Directory.GetFiles(SharedData.File("eforms"), publication + "*.xml", SearchOption.AllDirectories)));
        return NoticeTexts.Of(Assert.IsType<NoticeReading.Read>(NoticeXml.Read(stream)).Notice, Digest.Of(publication));
    }
}
