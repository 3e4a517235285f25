using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Texts;

namespace TenderWatch.Core.Summaries;

/// <summary>For how long the contract lasts and how often it may be prolonged.</summary>
internal static class TermLine
{
    private const int MostValues = 3;

    private static readonly string[] Terms = [FactNames.Duration, FactNames.Start, FactNames.End];

    public static IEnumerable<SummarySentence> Of(SummaryFacts known)
    {
        var said = Fields(known).ToList();
        var hasTerm = Terms.Any(name => known.All(name).Count > 0);
        if (!hasTerm) said.InsertRange(0, Texts(known, TextFactKind.Duration, TextFactKind.Period));
        if (!hasTerm && known.Text(TextFactKind.Duration) is null && known.Text(TextFactKind.Period) is null)
            said.Insert(0, SummaryFacts.Absent("De publicaties noemen geen looptijd.", "The publications state no term.", "BT-36", "BT-536", "BT-537"));
        // Where the field states a term and only the text how it is prolonged, the two stand side by side.
        if (known.All(FactNames.Renewals).Count == 0) said.AddRange(Texts(known, TextFactKind.Renewals));
        return said;
    }

    private static IEnumerable<SummarySentence> Fields(SummaryFacts known)
    {
        var hasDuration = known.All(FactNames.Duration).Count > 0;
        string[] names = hasDuration ? [FactNames.Duration, FactNames.Renewals, FactNames.LongestDuration] : [FactNames.Start, FactNames.End, FactNames.Renewals];
        foreach (var name in names)
        {
            var facts = known.All(name);
            if (facts.Count > 0) yield return Stated(name, facts);
        }
    }

    private static SummarySentence Stated(string name, IReadOnlyList<Fact> facts) => SummaryFacts.Say(
        language =>
        {
            var values = facts.Select(fact => SummaryFacts.Value(fact, language)).Distinct(StringComparer.Ordinal).ToList();
            var differs = values.Count > 1 ? new LocalizedText(" (verschilt per perceel)", " (differs between lots)").In(language) : "";
            return $"{FactNames.Label(name).In(language)}{differs}: {SummaryFacts.List(values, language, MostValues)}.";
        },
        facts);

    private static IEnumerable<SummarySentence> Texts(SummaryFacts known, params IEnumerable<TextFactKind> kinds) => kinds.Select(known.Text).OfType<(TextFact Fact, FactOrigin Origin)>()
        .Select(read => SummaryFacts.SayOf(language => $"{TextFactWords.Label(read.Fact.Kind).In(language)} {new LocalizedText("in de tekst", "in the text").In(language)}: {SummaryFacts.Value(read.Fact, language)}.", [read.Origin]));
}
