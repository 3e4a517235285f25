using System.Globalization;
using System.Text.RegularExpressions;
using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.TenderNed;

/// <summary>Dates as TenderNed's JSON and its renderings write them. A year from 2090 on is a placeholder and therefore absent.</summary>
internal static class Dates
{
    private const int FirstPlaceholderYear = 2090;

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // 2026-09-21T20:22:05.307824 (Dutch local time), 2026-10-15, 2023-06-26+02:00
    private static readonly Regex Iso = new(
        @"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})([T ](?<time>[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?))?(?<offset>Z|[+-][0-9]{2}:[0-9]{2})?$", Options);

    // 15/05/2026, 14/11/2025 17:00:00 (UTC+01:00), 14/11/2025 17:00 (UTC+1)
    private static readonly Regex Rendered = new(
        @"^(?<day>[0-9]{2})[/-](?<month>[0-9]{2})[/-](?<year>[0-9]{4})([ T]+(?<time>[0-9]{2}:[0-9]{2}(:[0-9]{2})?)( *\(UTC(?<offset>[+-][0-9]{1,2}(:[0-9]{2})?)?\)( .*)?)?)?$", Options);

    /// <summary>A date or time; not converted.</summary>
    public static bool TryRead(string? text, out LocalDeadline? value)
    {
        value = null;
        if (text is null) return true;
        text = text.Trim();
        if (text.Length is 0 or > 100) return text.Length == 0;
        if (Iso.Match(text) is { Success: true } iso) return Join(iso.Groups["date"].Value, iso, out value);
        if (Rendered.Match(text) is { Success: true } rendered)
            return Join($"{rendered.Groups["year"].Value}-{rendered.Groups["month"].Value}-{rendered.Groups["day"].Value}", rendered, out value);
        return false;
    }

    private static bool Join(string day, Match match, out LocalDeadline? value)
    {
        value = null;
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return false;
        if (date.Year >= FirstPlaceholderYear) return true;
        if (!match.Groups["time"].Success)
        {
            value = new LocalDeadline(date);
            return true;
        }

        // Longer fractions than a tick has are cut.
        var clock = match.Groups["time"].Value;
        if (!TimeOnly.TryParse(clock[..Math.Min(clock.Length, 16)], CultureInfo.InvariantCulture, out var time)) return false;
        if (!TryReadOffset(match.Groups["offset"].Value, out var offset)) return false;
        value = new LocalDeadline(date, time, offset, Zulu: match.Groups["offset"].Value == "Z");
        return true;
    }

    private static bool TryReadOffset(string text, out TimeSpan? offset)
    {
        offset = null;
        if (text.Length == 0) return true;
        if (text == "Z")
        {
            offset = TimeSpan.Zero;
            return true;
        }

        var parts = text[1..].Split(':');
        var hours = int.Parse(parts[0], CultureInfo.InvariantCulture);
        var minutes = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        if (hours > 14 || minutes > 59 || (hours == 14 && minutes > 0)) return false;
        var size = new TimeSpan(hours, minutes, 0);
        offset = text[0] == '-' ? -size : size;
        return true;
    }
}
