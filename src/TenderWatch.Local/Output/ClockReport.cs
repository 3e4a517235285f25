using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Checks.ForeignSubsidies.Clock;

namespace TenderWatch.Local.Output;

/// <summary>What <c>fsr clock --json</c> prints; <c>docs/fsr-clock.md</c> describes it.</summary>
/// <param name="Input">What was given; absent where only <c>--asked</c> was.</param>
/// <param name="CalendarConfirmed">Whether every date was reckoned with confirmed lists of holidays.</param>
/// <param name="Calendar">The lists of holidays, without their days.</param>
/// <param name="Dates">The dates.</param>
internal sealed record ClockReport(FsrClockInput? Input, bool CalendarConfirmed, IReadOnlyList<CalendarSource> Calendar, IReadOnlyList<LegalDate> Dates)
{
    public static ClockReport Of(FsrClockInput? input, IReadOnlyList<LegalDate> dates, CommissionCalendar calendar) => new(
        input,
        dates.All(date => date.CalendarConfirmed != false && date.MissingYear is null),
        [.. calendar.Years.Select(list => new CalendarSource(list.Year, list.Confirmed, list.Source))],
        dates);
}

/// <summary>A list of Commission holidays.</summary>
/// <param name="Year">Its year.</param>
/// <param name="Confirmed">Whether it was compared with the Official Journal.</param>
/// <param name="Source">Where it comes from.</param>
internal sealed record CalendarSource(int Year, bool Confirmed, string Source);
