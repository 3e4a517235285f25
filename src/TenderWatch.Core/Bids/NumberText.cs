using System.Globalization;
using System.Text.RegularExpressions;

namespace TenderWatch.Core.Bids;

/// <summary>
/// A number as a person writes it, read in the Dutch and in the English way. <c>1.250</c> means 1250 in one and 1.25 in the other: which
/// one holds is decided over a whole file, never cell by cell, and asked of whoever typed a single one.
/// </summary>
/// <param name="Dutch">What it means in the Dutch way, or <see langword="null"/>.</param>
/// <param name="English">What it means in the English way, or <see langword="null"/>.</param>
/// <param name="Currency">The ISO 4217 code written with it.</param>
public sealed partial record NumberText(decimal? Dutch, decimal? English, string? Currency)
{
    /// <summary>Whether it is a number at all.</summary>
    public bool IsNumber => Dutch is not null || English is not null;

    /// <summary>Whether it is another number in one way than in the other.</summary>
    public bool IsAmbiguous => Dutch is not null && English is not null && Dutch != English;

    /// <summary>What it means in one way.</summary>
    /// <param name="style">The way.</param>
    public decimal? In(NumberStyle style) => style == NumberStyle.Dutch ? Dutch : English;

    /// <summary>Reads a text; one that is no number means nothing in either way.</summary>
    /// <param name="text">The text, with a currency or without.</param>
    public static NumberText Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = Spaces().Replace(text.Trim(), " ");
        if (Written().Match(plain) is not { Success: true } match) return new NumberText(null, null, null);
        var (before, after) = (match.Groups["before"].Value, match.Groups["after"].Value);
        var currency = CurrencyOf(before.Length > 0 ? before : after);
        if ((before.Length > 0 && after.Length > 0) || (currency is null && before.Length + after.Length > 0)) return new NumberText(null, null, null);

        var sign = match.Groups["sign"].Success ? -1 : 1;
        var number = match.Groups["number"].Value;
        // "€ 1.000,-": the Dutch way to write that there are no cents.
        if (number.EndsWith(",-", StringComparison.Ordinal)) return new NumberText(Parse(number[..^2], '.', ',') * sign, null, currency);
        return new NumberText(Parse(number, '.', ',') * sign, Parse(number, ',', '.') * sign, currency);
    }

    private static decimal? Parse(string number, char group, char point)
    {
        var parts = number.Split(point);
        if (parts.Length > 2 || (parts.Length == 2 && (parts[1].Length == 0 || !parts[1].All(char.IsAsciiDigit)))) return null;
        var groups = parts[0].Split(group, ' ');
        var grouped = groups.Length > 1;
        if (grouped && (parts[0].Contains(group, StringComparison.Ordinal) && parts[0].Contains(' ', StringComparison.Ordinal))) return null;
        if (groups.Any(digits => digits.Length == 0 || !digits.All(char.IsAsciiDigit))) return null;
        if (grouped && (groups[0].Length > 3 || groups[0][0] == '0' || groups.Skip(1).Any(digits => digits.Length != 3))) return null;
        var plain = string.Concat(groups) + (parts.Length == 2 ? "." + parts[1] : "");
        return plain.Length <= 28 && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static string? CurrencyOf(string mark) => mark.ToUpperInvariant() switch
    {
        "€" or "EURO" => "EUR",
        "$" or "£" => null,
        { Length: 3 } code when code.All(char.IsAsciiLetter) => code,
        _ => null,
    };

    [GeneratedRegex(@"^(?<before>[A-Za-z]{3,4}|[€$£])? ?(?<sign>-)? ?(?<number>[0-9][0-9., ]*(,-)?)(?<! ) ?(?<after>[A-Za-z]{3,4}|[€$£])?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();

    [GeneratedRegex(@"[\s\u00A0\u202F\u2009]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spaces();
}
