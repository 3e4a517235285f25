namespace TenderWatch.Core.Checks.Calendars;

/// <summary>
/// The generally recognised holidays of the Netherlands: art. 3 of the Algemene termijnenwet, which counts Good Friday among them. Days
/// that a royal decree equates with them (lid 3) are not known here.
/// </summary>
public static class DutchHolidays
{
    /// <summary>Whether a day is a Saturday, a Sunday or a generally recognised holiday.</summary>
    public static bool IsFree(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Of(day.Year).Contains(day);

    /// <summary>The holidays of a year, in order; those that fall on a Sunday too.</summary>
    public static IReadOnlyList<DateOnly> Of(int year)
    {
        var easter = Easter(year);
        // The King's birthday is kept on the day before where it falls on a Sunday.
        var king = new DateOnly(year, 4, 27);
        DateOnly[] days =
        [
            new(year, 1, 1), easter.AddDays(-2), easter.AddDays(1), king.DayOfWeek == DayOfWeek.Sunday ? king.AddDays(-1) : king, new(year, 5, 5),
            easter.AddDays(39), easter.AddDays(50), new(year, 12, 25), new(year, 12, 26),
        ];
        return [.. days.Distinct().Order()];
    }

    /// <summary>Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Nature, 20 April 1876; Meeus, Astronomical Algorithms, chapter 8).</summary>
    public static DateOnly Easter(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var moonShift = (century - ((century + 8) / 25) + 1) / 3;
        var fullMoon = ((19 * golden) + century - (century / 4) - moonShift + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - fullMoon - (rest % 4)) % 7;
        var correction = (golden + (11 * fullMoon) + (22 * weekday)) / 451;
        var days = fullMoon + weekday - (7 * correction) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }
}
