namespace TenderWatch.Core.Checks.Calendars;

/// <summary>The days of one year on which the Commission does not work, beside Saturdays and Sundays.</summary>
/// <param name="Year">The year.</param>
/// <param name="Days">The days, all of that year.</param>
/// <param name="Source">Where the list comes from.</param>
/// <param name="Confirmed">Whether it was compared with the list in the Official Journal.</param>
public sealed record HolidayYear(int Year, IReadOnlyList<DateOnly> Days, string Source, bool Confirmed);
