using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Checks.Calendars;

/// <summary>
/// The working days of the Commission: all days but Saturdays, Sundays and Commission holidays as published in the Official Journal
/// (Regulation (EU) 2023/1441 art. 2(4)). Only the clocks of the Foreign Subsidies Regulation run on it.
/// </summary>
public sealed class CommissionCalendar
{
    private readonly SortedDictionary<int, HolidayYear> _years = [];
    private readonly HashSet<DateOnly> _holidays = [];

    /// <param name="lists">Lists of holidays; of two for one year the later counts.</param>
    public CommissionCalendar(IEnumerable<HolidayYear> lists)
    {
        foreach (var list in lists) _years[list.Year] = list;
        _holidays.UnionWith(_years.Values.SelectMany(list => list.Days));
    }

    /// <summary>The calendar that ships.</summary>
    public static CommissionCalendar Shipped { get; } = new(HolidayYears.Shipped);

    /// <summary>The lists, by year.</summary>
    public IReadOnlyCollection<HolidayYear> Years => _years.Values;

    /// <summary>A digest over all lists: other lists may give other dates, and so are part of a rule's version.</summary>
    public Digest Digest => Digest.Of(System.Text.Json.JsonSerializer.Serialize(Years.Select(list => list with { Days = [.. list.Days.Order()] }), NoticeJson.Stored));

    /// <summary>The calendar with lists that add years or replace them.</summary>
    public CommissionCalendar With(IEnumerable<HolidayYear> lists) => new(Years.Concat(lists));

    /// <summary>The working day so many working days after a day, which is not counted itself, whether or not it is a working day.</summary>
    /// <param name="day">The day of the event.</param>
    /// <param name="workingDays">How many, at least one.</param>
    public CountedDay After(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);
        var confirmed = true;
        for (var counted = 0; counted < workingDays;)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;
            if (!_years.TryGetValue(day.Year, out var list)) return new CountedDay.NoList(day.Year);
            confirmed &= list.Confirmed;
            if (!_holidays.Contains(day)) counted++;
        }

        return new CountedDay.Reached(day, confirmed);
    }

    /// <summary>The day itself where it is a working day, else the next one.</summary>
    public CountedDay OnOrAfter(DateOnly day) => After(day.AddDays(-1), 1);
}
