using System.Globalization;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Texts;

/// <summary>Where a text says something else than the field of a notice that means the same. The field counts; people are told that the two differ.</summary>
public static class TextDivergences
{
    /// <summary>The code of these problems.</summary>
    public const string Code = "text-differs";

    private const int Most = 20;

    // Which fields mean the same as which facts of a text. An amount is compared only where the text itself says what it is.
    private static readonly (TextFactKind Kind, TextSense? Sense, string[] Names)[] Same =
    [
        (TextFactKind.Quantity, null, [FactNames.Quantity]),
        (TextFactKind.Duration, TextSense.Stated, [FactNames.Duration]),
        (TextFactKind.Renewals, null, [FactNames.Renewals]),
        (TextFactKind.Money, TextSense.Estimated, [FactNames.EstimatedValue]),
        (TextFactKind.Money, TextSense.Maximum, [FactNames.FrameworkMaximum, FactNames.TotalFrameworkMaximum]),
    ];

    /// <summary>The differences. Where a text states several values of a kind, none is told as long as one of them is that of the field.</summary>
    public static IReadOnlyList<ProcurementProblem> Of(CaseFacts facts) => [.. Same.SelectMany(pair => Of(facts, pair.Kind, pair.Sense, pair.Names)).Take(Most)];

    private static IEnumerable<ProcurementProblem> Of(CaseFacts facts, TextFactKind kind, TextSense? sense, string[] names)
    {
        var fields = facts.Sheet.Where(fact => names.Contains(fact.Name, StringComparer.Ordinal) && fact.Kind is FactKind.Money or FactKind.Number or FactKind.Duration).ToList();
        // A text read from a field of its own is not held against that field again.
        // What a machine pointed out and nobody confirmed is held against nothing; of a corrected fact the corrected value is.
        var read = StandingFacts.Of(facts).Where(one => one is { Counts: true, IsGone: false }).Select(one => (Text: one, Fact: one.Counting))
            .Where(one => one.Fact.Kind == kind && one.Fact.Per is null && (sense is null ? one.Fact.Sense != TextSense.Minimum : one.Fact.Sense == sense) && one.Fact.Place.Part != "BT-57").ToList();
        foreach (var group in read.GroupBy(one => (one.Text.Notice, one.Text.Document, one.Fact.Place.Part, one.Fact.Place.At)))
        {
            var against = fields.Where(field => group.Key.At is null || field.Subject is null || field.Subject == group.Key.At).ToList();
            // The figures of single lots and the words on the whole cannot be told apart.
            if (against.Count == 0 || against.Select(field => field.Value).Distinct(StringComparer.Ordinal).Count() > 1) continue;
            if (group.Any(one => IsSame(one.Fact, against[0])) || !group.Any(one => IsComparable(one.Fact, against[0]))) continue;
            yield return Problem(group.First(one => IsComparable(one.Fact, against[0])), against[0]);
        }
    }

    private static bool IsComparable(TextFact fact, Fact field) => fact.Kind switch
    {
        TextFactKind.Money => fact.Unit == field.Unit && field.Kind == FactKind.Money,
        // Another unit counts another thing: 25 printers in a contract for 400,000 prints.
        TextFactKind.Quantity => field.Kind == FactKind.Number && (field.Unit is null or "EA" or "C62" or "H87" || string.Equals(field.Unit, fact.Unit, StringComparison.OrdinalIgnoreCase)) && fact.Unit is not ("km" or "m2" or "m3" or "mw" or "gw" or "kw"),
        TextFactKind.Duration => Months(fact.Value) is not null && Months(field.Value) is not null,
        _ => field.Kind == FactKind.Duration && field.Value.StartsWith('R'),
    };

    private static bool IsSame(TextFact fact, Fact field) => fact.Kind switch
    {
        TextFactKind.Money or TextFactKind.Quantity => Number(fact.Value) is { } one && one == Number(field.Value),
        TextFactKind.Duration => Months(fact.Value) is { } months && months == Months(field.Value),
        _ => fact.Value == field.Value || (fact.Value.Split('/') is [var count, var each] && field.Value.Split('/') is [var times, var length] && count == times && Months(each) is { } term && term == Months(length)),
    };

    private static ProcurementProblem Problem((StandingFact Text, TextFact Fact) one, Fact field)
    {
        string Say(Language language) =>
            $"{FactNames.Label(field.Name).In(language)}: {FactWords.Value(field, language)} {new LocalizedText("in het veld", "in the field").In(language)} ({field.Origins[0].Field}), "
            + $"{TextFactWords.Value(one.Fact, language)} {new LocalizedText("in de tekst", "in the text").In(language)} (\u201C{one.Fact.Quote.ReplaceLineEndings(" ")}\u201D{(one.Text.Standing == FactStanding.Corrected ? new LocalizedText(", gecorrigeerd door een persoon", ", corrected by a person").In(language) : "")})";
        var origin = new FactOrigin(one.Text.Notice, one.Fact.Place.Part.Length == 0 ? one.Text.Document ?? "" : one.Fact.Place.Part, one.Fact.Place.At, one.Fact.Place.Document, one.Fact.Quote);
        return new ProcurementProblem(
            Code,
            new LocalizedText($"Tekst en veld verschillen. {Say(Language.Nl)}. De controles rekenen met het veld.", $"Text and field differ. {Say(Language.En)}. The checks reckon with the field."),
            [.. field.Origins, origin]);
    }

    private static decimal? Number(string value) => decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    // P8Y, P96M and P2Y9M in months.
    private static int? Months(string period)
    {
        if (period is not ['P', ..]) return null;
        var (months, figure) = (0, "");
        foreach (var sign in period.AsSpan(1))
        {
            if (char.IsAsciiDigit(sign) && figure.Length < 4)
            {
                figure += sign;
                continue;
            }

            if (figure.Length == 0 || sign is not ('Y' or 'M')) return null;
            months += int.Parse(figure, CultureInfo.InvariantCulture) * (sign == 'Y' ? 12 : 1);
            figure = "";
        }

        return figure.Length == 0 && months > 0 ? months : null;
    }
}
