using System.Globalization;
using System.Text.RegularExpressions;

namespace TenderWatch.Core.Cases;

/// <summary>How often and by how long a contract may be renewed, as running text says it: <c>3 x 2 jaar</c>.</summary>
/// <param name="Count">How often.</param>
/// <param name="Length">How long each time, in <paramref name="Unit"/>.</param>
/// <param name="Unit">Y or M, as in an ISO 8601 period.</param>
/// <param name="Quote">The words it was read from.</param>
internal sealed record RenewalTerms(int Count, int Length, char Unit, string Quote)
{
    private const int ReadAtMost = 20_000;
    private const string Number = @"\d{1,2}|een|één|eenmaal|twee|tweemaal|drie|driemaal|vier|viermaal|vijf|zes|one|two|three|four|five|six|once|twice";

    private static readonly string[][] Words =
    [
        [], ["een", "één", "eenmaal", "one", "once"], ["twee", "tweemaal", "two", "twice"], ["drie", "driemaal", "three"], ["vier", "viermaal", "four"],
        ["vijf", "five"], ["zes", "six"],
    ];

    // "3 x 2 jaar", "drie keer met telkens twee jaar", "2 (twee) maal 12 maanden", "two times for one year". Not backtracking: the text is not ours.
    private static readonly Regex Pattern = new(
        @"\b(?<count>" + Number + @")\s*(?:\(\w+\)\s*)?(?:[x×*]|maal|keer|times)?\s*(?:(?:met|for|by|of|telkens|steeds|each|a|period|periods|periode|periodes|van)\s+){0,4}"
        + "(?<length>" + Number + @")\s*(?:\(\w+\)\s*)?(?<unit>jaar|jaren|years?|maand|maanden|months?)\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Multiplied = new(@"[x×*]|maal|keer|times|once|twice", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The period of each renewal.</summary>
    public string Period => $"P{Text(Length)}{Unit}";

    /// <summary>An ISO 8601 repeating interval: <c>R3/P2Y</c>.</summary>
    public string Interval => $"R{Text(Count)}/{Period}";

    /// <summary>Reads the terms; <see langword="null"/> where the text has none, or several that differ.</summary>
    public static RenewalTerms? Read(string? text)
    {
        if (text is null) return null;
        var found = Pattern.Matches(text.Length > ReadAtMost ? text[..ReadAtMost] : text)
            .Where(match => Multiplied.IsMatch(match.Value))
            .Select(match => (Count: Value(match.Groups["count"].Value), Length: Value(match.Groups["length"].Value), Word: match.Groups["unit"].Value, Quote: match.Value))
            .Where(match => match is { Count: > 0, Length: > 0 })
            .Select(match => new RenewalTerms(match.Count, match.Length, char.ToLowerInvariant(match.Word[0]) is 'm' ? 'M' : 'Y', match.Quote))
            .ToList();
        return found.DistinctBy(terms => (terms.Count, terms.Length, terms.Unit)).Count() == 1 ? found[0] : null;
    }

    /// <summary>An ISO 8601 duration with all renewals added: P8Y and 3 × 2 years is P14Y. <see langword="null"/> where the units do not add up exactly.</summary>
    public string? AddedTo(string? duration)
    {
        if (duration is not ['P', .. var figure, 'Y' or 'M'] || !int.TryParse(figure, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > 1200) return null;
        if (duration[^1] == Unit) return $"P{Text(length + (Count * Length))}{Unit}";
        var months = (length * (duration[^1] == 'Y' ? 12 : 1)) + (Count * Length * (Unit == 'Y' ? 12 : 1));
        return $"P{Text(months)}M";
    }

    private static int Value(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : Array.FindIndex(Words, words => words.Contains(number, StringComparer.OrdinalIgnoreCase));

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
