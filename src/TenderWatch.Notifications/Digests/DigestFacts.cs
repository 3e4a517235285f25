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
            .Select(name => (Name: name, Values: name switch
            {
                FactNames.Winner => Winners(facts, language),
                FactNames.Buyer when !facts[name].Any() => Told(message.State.Buyers),
                _ => Values([.. facts[name]], language),
            }))
            .Where(fact => fact.Values.Length > 0)
            .Select(fact => new DigestFact(FactNames.Label(fact.Name).In(language), fact.Values))];
    }

    // A value that holds for all lots stands alone; others name their lot.
    private static string[] Values(Fact[] facts, Language language)
    {
        var alike = facts.Select(fact => FactWords.Value(fact, language)).Distinct(StringComparer.Ordinal).Count() == 1;
        return Told(facts.Select(fact => fact.Subject is { } subject && !alike ? $"{subject}: {FactWords.Value(fact, language)}" : FactWords.Value(fact, language)));
    }

    private static string[] Winners(ILookup<string, Fact> facts, Language language) =>
        Told(facts[FactNames.Winner].GroupBy(fact => fact.Subject, StringComparer.Ordinal).Select(bid =>
        {
            var names = string.Join(" + ", bid.Select(fact => Word(fact, language)).Distinct(StringComparer.Ordinal));
            var about = new[] { FactNames.Share, FactNames.WinnerCountry }
                .Select(name => string.Join(", ", facts[name].Where(fact => fact.Subject == bid.Key).Select(fact => Word(fact, language)).Distinct(StringComparer.Ordinal)))
                .Where(text => text.Length > 0).ToArray();
            return about.Length == 0 ? names : $"{names} ({string.Join("; ", about)})";
        }));

    private static string Word(Fact fact, Language language) => PlainText.Line(FactWords.Value(fact, language), 100);

    private static string[] Told(IEnumerable<string> values)
    {
        var lines = values.Select(value => PlainText.Line(value, 200)).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        return lines.Length > MostValues ? [.. lines.Take(MostValues), $"… (+{(lines.Length - MostValues).ToString(System.Globalization.CultureInfo.InvariantCulture)})"] : lines;
    }
}
