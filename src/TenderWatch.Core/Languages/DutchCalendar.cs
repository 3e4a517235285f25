namespace TenderWatch.Core.Languages;

/// <summary>
/// The days on which Dutch offices are closed. The holidays are those of the Algemene termijnenwet, art. 3(1), and Good Friday, which
/// art. 3(2) puts on a level with them.
/// </summary>
public static class DutchCalendar
{
    private const int LongestSpan = 366;

    /// <summary>Whether a day is no Saturday, Sunday or holiday.</summary>
    public static bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>Whether a day is a holiday: New Year, Good Friday, Easter Monday, King's Day, 5 May, Ascension Day, Whit Monday, Christmas and the day after.</summary>
    public static bool IsHoliday(DateOnly day) =>
        (day.Month, day.Day) is (1, 1) or (5, 5) or (12, 25) or (12, 26)
        || day == KingsDayOf(day.Year)
        || (day.DayNumber - EasterOf(day.Year).DayNumber) is -2 or 1 or 39 or 50;

    /// <summary>The whole working days after the first day and before the last; at most those of a year.</summary>
    public static int WorkingDaysBetween(DateOnly first, DateOnly last) => DaysBetween(first, last).Count(IsWorkingDay);

    /// <summary>The days after the first and before the last, oldest first; at most a year of them.</summary>
    public static IEnumerable<DateOnly> DaysBetween(DateOnly first, DateOnly last) =>
        Enumerable.Range(1, Math.Clamp(last.DayNumber - first.DayNumber - 1, 0, LongestSpan)).Select(first.AddDays);

    /// <summary>Easter Sunday: the Gregorian rule of J. Meeus, Astronomical Algorithms, chapter 8.</summary>
    public static DateOnly EasterOf(int year)
    {
        var (century, inCentury) = Math.DivRem(year, 100);
        var (leapCenturies, restOfCenturies) = Math.DivRem(century, 4);
        var golden = year % 19;
        var correction = (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * golden + century - leapCenturies - correction + 15) % 30;
        var (leapYears, restOfYears) = Math.DivRem(inCentury, 4);
        var weekday = (32 + 2 * restOfCenturies + 2 * leapYears - epact - restOfYears) % 7;
        var late = (golden + 11 * epact + 22 * weekday) / 451;
        var (month, day) = Math.DivRem(epact + weekday - 7 * late + 114, 31);
        return new DateOnly(year, month, day + 1);
    }

    // The King was born on 27 April; a Sunday is left to churches and the day before is kept instead.
    private static DateOnly KingsDayOf(int year)
    {
        var birthday = new DateOnly(year, 4, 27);
        return birthday.DayOfWeek == DayOfWeek.Sunday ? birthday.AddDays(-1) : birthday;
    }
}
