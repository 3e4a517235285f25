using System.Globalization;
using System.Text.RegularExpressions;

namespace TenderWatch.Core.Retention;

/// <summary>Adds periods as facts state them (ISO 8601, one unit) to a day.</summary>
internal static class Period
{
    // No contract lasts longer; it also keeps the arithmetic within the calendar.
    private const int Most = 1200;

    private static readonly Regex Form = new("^(?:R(?<times>[0-9]{1,3})/)?P(?<count>[0-9]{1,4})(?<unit>[YMWD])$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The day after a period (<c>P8Y</c>) or a repeated one (<c>R3/P2Y</c>); <see langword="null"/> where it is no such period, or endless.</summary>
    public static DateOnly? After(DateOnly day, string period)
    {
        if (Form.Match(period) is not { Success: true } match) return null;
        var times = match.Groups["times"] is { Success: true, Value: var repeated } ? int.Parse(repeated, CultureInfo.InvariantCulture) : 1;
        var count = times * int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch
        {
            "Y" when count <= Most / 12 => day.AddMonths(12 * count),
            "M" when count <= Most => day.AddMonths(count),
            "W" when count <= Most * 5 => day.AddDays(7 * count),
            "D" when count <= Most * 31 => day.AddDays(count),
            _ => null,
        };
    }
}
