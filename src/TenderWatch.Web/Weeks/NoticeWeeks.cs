using TenderWatch.Core.Languages;
using TenderWatch.Core.Watching;

namespace TenderWatch.Web.Weeks;

/// <summary>Publications by source and week, as the lists of the source gave them.</summary>
internal static class NoticeWeeks
{
    private const string Source = "source";

    /// <param name="states">The states of the sources.</param>
    /// <param name="order">The sources in the order in which people read them.</param>
    /// <param name="today">The present day in Dutch time.</param>
    public static WeekFigures Of(IEnumerable<SourceState> states, IEnumerable<string> order, DateOnly today)
    {
        var weeks = WeekFigures.Latest(today);
        var known = states.ToDictionary(state => state.Source, StringComparer.Ordinal);
        return new WeekFigures(weeks,
        [
            .. order.Where(known.ContainsKey).Select(source => new WeekRow(SourceWords.Name(source), Source, [.. weeks.Select(week => Of(known[source], week, today))]))
                .Where(row => row.Counts.Any(count => count.Count is not null)),
        ]);
    }

    private static WeekCount Of(SourceState state, DateOnly monday, DateOnly today)
    {
        var come = Enumerable.Range(0, 7).Select(monday.AddDays).Where(day => day <= today).ToList();
        var counts = come.Select(day => state.Counts.GetValueOrDefault(day)).OfType<DayCount>().ToList();
        return counts.Count == 0 ? new WeekCount(null) : new WeekCount(counts.Sum(count => count.Listed), counts.Count < come.Count);
    }
}
