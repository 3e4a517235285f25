using System.Globalization;

namespace TenderWatch.Sources.EForms;

/// <summary>BT-36 and BT-538 as ISO 8601 periods in the unit given.</summary>
internal static class DurationFacts
{
    /// <summary>The only duration in words that says something a period cannot (BT-538).</summary>
    public const string Unlimited = "UNLIMITED";

    /// <summary>A measure as a period: <c>P24M</c>.</summary>
    public static string? Duration(this NoticeCursor xml)
    {
        var unit = Designator(xml.Attribute("unitCode"));
        if (xml.Number() is not { } number || AmountFacts.IsMask(number)) return null;
        if (unit is null || number < 0)
        {
            xml.Notes.Problem("unknown-duration", "DurationMeasure has a unit that is not days, weeks, months or years, or is negative.");
            return null;
        }

        return string.Create(CultureInfo.InvariantCulture, $"P{number:0.############################}{unit}");
    }

    private static char? Designator(string? unit)
    {
        var singular = unit is null ? null : unit.ToUpperInvariant() is var upper && upper.EndsWith('S') ? upper[..^1] : upper;
        return singular switch
        {
            "DAY" or "CALENDAR_DAY" => 'D',
            "WEEK" => 'W',
            "MONTH" => 'M',
            "YEAR" => 'Y',
            _ => null,
        };
    }
}
