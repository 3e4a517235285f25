using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;

namespace TenderWatch.Notifications.Digests;

/// <summary>The facts a reader wants first: who bought what from whom, for how much and how long.</summary>
internal static class DigestFacts
{
    private const int MostValues = 6;

    private static readonly string[] Order =
    [
        FactNames.Buyer, FactNames.TotalValue, FactNames.TotalFrameworkMaximum, FactNames.EstimatedValue, FactNames.FrameworkMaximum,
        FactNames.Quantity, FactNames.UnitPrice, FactNames.Winner, FactNames.TendersReceived, FactNames.Result, FactNames.Duration,
        FactNames.Renewals, FactNames.LongestDuration, FactNames.Deadline, FactNames.ProcedureType, FactNames.Fsr,
    ];

    public static IReadOnlyList<DigestFact> Of(CaseMessage message, Language language)
    {
        var facts = message.Facts.Sheet.ToLookup(fact => fact.Name, StringComparer.Ordinal);
        return [.. Order
            .Select(name => (Name: name, Value: name switch
            {
                FactNames.Winner => Winners(facts, language),
                FactNames.Buyer when !facts[name].Any() => Joined([.. message.State.Buyers.Distinct(StringComparer.Ordinal)]),
                _ => Values([.. facts[name]], language),
            }))
            .Where(fact => fact.Value.Length > 0)
            .Select(fact => new DigestFact(FactNames.Label(fact.Name).In(language), fact.Value))];
    }

    // A value that holds for all lots stands alone; others name their lot.
    private static string Values(Fact[] facts, Language language)
    {
        var alike = facts.Select(fact => FactWords.Value(fact, language)).Distinct(StringComparer.Ordinal).Count() == 1;
        return Joined([.. facts.Select(fact => fact.Subject is { } subject && !alike ? $"{subject}: {FactWords.Value(fact, language)}" : FactWords.Value(fact, language)).Distinct(StringComparer.Ordinal)]);
    }

    private static string Winners(ILookup<string, Fact> facts, Language language) =>
        Joined([.. facts[FactNames.Winner].GroupBy(fact => fact.Subject, StringComparer.Ordinal).Select(bid =>
        {
            var names = string.Join(" + ", bid.Select(fact => FactWords.Value(fact, language)).Distinct(StringComparer.Ordinal));
            var about = new[] { FactNames.Share, FactNames.WinnerCountry }
                .Select(name => string.Join(", ", facts[name].Where(fact => fact.Subject == bid.Key).Select(fact => FactWords.Value(fact, language)).Distinct(StringComparer.Ordinal)))
                .Where(text => text.Length > 0).ToArray();
            return about.Length == 0 ? names : $"{names} ({string.Join("; ", about)})";
        }).Distinct(StringComparer.Ordinal)]);

    private static string Joined(string[] values)
    {
        var told = string.Join("; ", values.Take(MostValues).Select(value => PlainText.Line(value, 160)));
        return values.Length > MostValues ? $"{told}; … (+{(values.Length - MostValues).ToString(System.Globalization.CultureInfo.InvariantCulture)})" : told;
    }
}
