using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Watching;

/// <summary>One day of a source against what is usual.</summary>
/// <param name="Day">The day in Dutch time.</param>
/// <param name="WorkingDay">Whether it is no weekend and no public holiday, at TED no holiday of the institutions either.</param>
/// <param name="Read">Whether everything on its list was taken in. Today's list goes on growing.</param>
/// <param name="Listed">How many publications the list held; <see langword="null"/> where that is not known.</param>
/// <param name="New">How many of them were new.</param>
/// <param name="Usual">The usual count of such a day; <see langword="null"/> where that is not known yet.</param>
/// <param name="FarTooFew">Whether a day that has ended had less than a third of the usual, and at least seven fewer.</param>
/// <param name="DaysUntilRead">The most days between this day and the taking in of something of it.</param>
public sealed record DayHealth(DateOnly Day, bool WorkingDay, bool Read, int? Listed, int? New, decimal? Usual, bool FarTooFew, int? DaysUntilRead)
{
    /// <summary>How many days are shown.</summary>
    public const int Shown = 7;

    /// <summary>The last seven days, today first.</summary>
    /// <param name="state">The state of the source.</param>
    /// <param name="today">The present day in Dutch time.</param>
    public static IReadOnlyList<DayHealth> Last(SourceState state, DateOnly today)
    {
        // A list read on its own day goes on growing: it is whole once a later day was listed.
        var latest = state.Days.Count > 0 ? state.Days.Keys.Max() : DateOnly.MinValue;
        return [.. Enumerable.Range(0, Shown).Select(back => Of(state, today.AddDays(-back), latest))];
    }

    private static DayHealth Of(SourceState state, DateOnly day, DateOnly latest)
    {
        var count = state.Counts.GetValueOrDefault(day);
        var lastNew = state.LastNew is { } moment ? DutchTime.DateOf(moment) : day;
        var closed = Silence.IsClosed(state.Source, day);
        var usual = closed ? null : UsualCounts.Before(state.Counts, day < lastNew ? day : lastNew).On(day);
        var read = state.Days.ContainsKey(day);
        var few = read && day < latest && count is not null && count.Listed * 3 < usual && usual - count.Listed >= UsualCounts.Missed;
        return new DayHealth(day, DutchCalendar.IsWorkingDay(day) && !closed, read, count?.Listed, count?.New, usual, few, count?.DaysUntilRead);
    }
}
