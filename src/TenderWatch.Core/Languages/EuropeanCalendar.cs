namespace TenderWatch.Core.Languages;

/// <summary>
/// The days on which the institutions of the European Union, whose office publishes TED, are closed. The Commission fixes them each
/// year (for 2014: OJ C 39, 12.2.2013, p. 26); these are the days that come back. A day more here only makes an alarm a day later.
/// </summary>
public static class EuropeanCalendar
{
    /// <summary>Whether they are closed on a day, beside Saturdays and Sundays.</summary>
    public static bool IsClosed(DateOnly day) =>
        (day.Month, day.Day) is (1, 1 or 2) or (5, 1 or 9) or (7, 21) or (8, 15) or (11, 1 or 2) or (12, >= 24)
        || (day.DayNumber - DutchCalendar.EasterOf(day.Year).DayNumber) is -3 or -2 or 1 or 39 or 40 or 50;
}
