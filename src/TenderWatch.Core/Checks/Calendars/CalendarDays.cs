using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.Calendars;

/// <summary>
/// Terms of buyers, in calendar days: the day of the event is not counted and the last day runs to its end (Regulation (EEC, Euratom)
/// No 1182/71 art. 3(1)). A last day on a Saturday, Sunday or holiday moves to the next working day (art. 3(4); for terms of Dutch Acts
/// art. 1 of the Algemene termijnenwet).
/// </summary>
/// <param name="Counted">The last day as counted.</param>
/// <param name="Last">The last day after the rule for weekends and holidays.</param>
public readonly record struct CalendarDays(DateOnly Counted, DateOnly Last)
{
    /// <summary>Whether the rule for weekends and holidays moved the last day.</summary>
    public bool IsMoved => Last != Counted;

    /// <summary>Counts days after an event in the Netherlands.</summary>
    /// <param name="eventDay">The day of the event.</param>
    /// <param name="days">How many days, at least one.</param>
    public static CalendarDays After(DateOnly eventDay, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var counted = eventDay.AddDays(days);
        var last = counted;
        while (!DutchCalendar.IsWorkingDay(last)) last = last.AddDays(1);
        return new CalendarDays(counted, last);
    }
}
