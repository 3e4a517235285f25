using System.Globalization;
using System.Xml;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Texts;

/// <summary>Whether a value has the invariant form of its kind, as a person enters it in the place of what was read.</summary>
public static class TextFactValues
{
    private const decimal Largest = 1_000_000_000_000_000m;

    /// <summary>What is wrong with a value; <see langword="null"/> where it can be used.</summary>
    /// <param name="kind">The kind of the fact.</param>
    /// <param name="value">The value.</param>
    public static LocalizedText? Wrong(TextFactKind kind, string value) => IsRight(kind, value) ? null : Form(kind);

    /// <summary>How a value of a kind is written, with an example.</summary>
    /// <param name="kind">The kind of the fact.</param>
    public static LocalizedText Form(TextFactKind kind) => kind switch
    {
        TextFactKind.Quantity or TextFactKind.Money => new("Schrijf een getal van 0 of meer met een punt voor de decimalen en zonder andere tekens, zoals 7933740 of 1250.50.", "Write a number of 0 or more with a point before decimals and no other signs, such as 7933740 or 1250.50."),
        TextFactKind.Percentage => new("Schrijf een percentage van 0 tot en met 100 als getal, zoals 60.", "Write a percentage from 0 to 100 as a number, such as 60."),
        TextFactKind.Shares => new("Schrijf de delen, die samen 100 zijn, met een schuine streep, zoals 60/40.", "Write the parts, which make 100 together, with a slash, such as 60/40."),
        TextFactKind.Duration => new("Schrijf een periode volgens ISO 8601, zoals P8Y (8 jaar) of P18M (18 maanden).", "Write an ISO 8601 period, such as P8Y (8 years) or P18M (18 months)."),
        TextFactKind.Renewals => new("Schrijf hoe vaak en hoe lang telkens, zoals R3/P2Y (3 keer 2 jaar).", "Write how often and how long each time, such as R3/P2Y (3 times 2 years)."),
        TextFactKind.Period => new("Schrijf de eerste en de laatste dag, zoals 2024-01-01/2028-02-29.", "Write the first and the last day, such as 2024-01-01/2028-02-29."),
        TextFactKind.Deadline => new("Schrijf een dag, met of zonder tijd, zoals 2026-03-31 of 2026-03-31T12:00.", "Write a day, with or without a time, such as 2026-03-31 or 2026-03-31T12:00."),
        TextFactKind.Lots or TextFactKind.Suppliers => new("Schrijf een geheel getal van 1 of meer.", "Write a whole number of 1 or more."),
        TextFactKind.Gpa => new("Schrijf true (van toepassing) of false (niet van toepassing).", "Write true (it holds) or false (it does not)."),
        TextFactKind.Origin => new("Schrijf GPA, EU, EEA of de code van een land in drie hoofdletters, zoals NLD.", "Write GPA, EU, EEA or the code of a country in three capitals, such as NLD."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of fact."),
    };

    private static bool IsRight(TextFactKind kind, string value) => kind switch
    {
        TextFactKind.Quantity or TextFactKind.Money => Number(value) is >= 0 and <= Largest,
        TextFactKind.Percentage => Number(value) is >= 0 and <= 100,
        TextFactKind.Shares => value.Split('/') is { Length: >= 2 and <= 20 } parts && parts.All(part => Number(part) is > 0) && parts.Sum(part => Number(part)) == 100,
        TextFactKind.Duration => IsPeriod(value),
        TextFactKind.Renewals => value.Split('/') is [['R', .. var times], var each] && Whole(times) is >= 1 and <= 99 && IsPeriod(each),
        TextFactKind.Period => value.Split('/') is [var first, var last] && Day(first) is { } begin && Day(last) is { } end && begin <= end,
        TextFactKind.Deadline => Day(value) is not null || DateTime.TryParseExact(value, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        TextFactKind.Lots or TextFactKind.Suppliers => Whole(value) is >= 1 and <= 10_000,
        TextFactKind.Gpa => value is "true" or "false",
        TextFactKind.Origin => value is "GPA" or "EU" or "EEA" || (value.Length == 3 && CountryWords.IsKnown(value)),
        _ => false,
    };

    private static decimal? Number(string value) =>
        value.Length is > 0 and <= 30 && char.IsAsciiDigit(value[0]) && decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Whole(string value) => value.Length is > 0 and <= 5 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Day(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // P8Y, P2Y6M, P90D: no time of day, at least one part, each part once and in order.
    private static bool IsPeriod(string value)
    {
        if (value is not ['P', _, _, ..] || value.Length > 16 || value.Any(sign => !char.IsAsciiDigit(sign) && sign is not ('P' or 'Y' or 'M' or 'D'))) return false;
        try
        {
            return XmlConvert.ToTimeSpan(value) > TimeSpan.Zero;
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            return false;
        }
    }
}
