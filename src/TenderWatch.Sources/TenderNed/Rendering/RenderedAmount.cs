using System.Globalization;
using System.Text.RegularExpressions;
using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.TenderNed.Rendering;

/// <summary>
/// Amounts as renderings write them: "800 000 Euro", "1,00 EUR", "1.250.000,50 EUR", "1 234 567.89 Euro". What could mean two
/// numbers ("1.250 EUR") is not read.
/// </summary>
internal static class RenderedAmount
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex[] Forms =
    [
        // no groups: 1234567, 1234567.89, 0,5; three decimals only where the whole part rules out a group
        new(@"^(?<whole>0|[1-9][0-9]{0,17})$", Options),
        new(@"^(?<whole>0|[1-9][0-9]{0,17})[.,](?<decimals>[0-9]{1,2}|[0-9]{4,6})$", Options),
        new(@"^(?<whole>[1-9][0-9]{3,17}|0)[.,](?<decimals>[0-9]{3})$", Options),
        // groups of three by spaces: 1 234 567.89
        new(@"^(?<whole>[1-9][0-9]{0,2}( [0-9]{3})+)([.,](?<decimals>[0-9]{1,6}))?$", Options),
        // by points with a decimal comma, and the reverse
        new(@"^(?<whole>[1-9][0-9]{0,2}(\.[0-9]{3})+),(?<decimals>[0-9]{1,6})$", Options),
        new(@"^(?<whole>[1-9][0-9]{0,2}(,[0-9]{3})+)\.(?<decimals>[0-9]{1,6})$", Options),
        // twice the same separator can only group
        new(@"^(?<whole>[1-9][0-9]{0,2}(\.[0-9]{3}){2,})$", Options),
        new(@"^(?<whole>[1-9][0-9]{0,2}(,[0-9]{3}){2,})$", Options),
    ];

    private static readonly Regex NumberThenCurrency = new(@"^(?<number>[0-9][0-9., ]*) ?(?<currency>[^0-9., ].{0,30})$", Options);

    /// <summary>Reads an amount with its currency from the runs of a value.</summary>
    /// <returns>The amount, or <see langword="null"/> when it cannot be read without doubt.</returns>
    public static Money? Read(IReadOnlyList<string> runs)
    {
        if (runs.Count == 1)
        {
            var run = Spaces(runs[0]);
            if (IsUnpublished(run)) return Money.Withheld;
            return NumberThenCurrency.Match(run) is { Success: true } match ? Of(match.Groups["number"].Value, match.Groups["currency"].Value) : null;
        }

        return runs.Count == 2 ? Of(runs[0], runs[1]) : null;
    }

    /// <summary>Reads a number and the name or code of its currency.</summary>
    public static Money? Of(string number, string currency)
    {
        if (Currencies.Code(Spaces(currency)) is not { } code) return null;
        // eForms masks an amount that the buyer withholds as -1.
        if (Spaces(number) is "-1" or "-1.00" or "-1,00") return Money.Withheld;
        return TryReadNumber(number, out var amount) ? Money.Of(amount, code) : null;
    }

    /// <summary>Reads a number that can mean one thing only.</summary>
    public static bool TryReadNumber(string text, out decimal number)
    {
        number = 0;
        text = Spaces(text);
        foreach (var form in Forms)
        {
            if (form.Match(text) is not { Success: true } match) continue;
            var whole = match.Groups["whole"].Value.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
            var plain = match.Groups["decimals"].Success ? $"{whole}.{match.Groups["decimals"].Value}" : whole;
            return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
        }

        return false;
    }

    // "niet gepubliceerd" is the SDK's own Dutch text for a withheld field.
    private static bool IsUnpublished(string text) => text.ToLowerInvariant() is "niet gepubliceerd" or "not published" or "unpublished";

    /// <summary>Every kind of space as one, at most one at a place where a group ends.</summary>
    private static string Spaces(string text) => string.Create(text.Trim().Length, text.Trim(), (span, trimmed) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = char.IsWhiteSpace(trimmed[i]) ? ' ' : trimmed[i];
    });
}
