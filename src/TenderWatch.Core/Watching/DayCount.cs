namespace TenderWatch.Core.Watching;

/// <summary>The publications of one day at a source, as its list gave them.</summary>
/// <param name="Listed">How many the list held when it was last read.</param>
/// <param name="New">How many of them, or of their versions, were new to us.</param>
/// <param name="DaysUntilRead">The most days between this day and the one on which something new of it was taken in.</param>
public sealed record DayCount(int Listed, int New = 0, int DaysUntilRead = 0)
{
    /// <summary>How many days are remembered: the eight weeks that the usual counts rest on, and a few more.</summary>
    public const int DaysKept = 60;

    /// <summary>
    /// Leaves out what is not needed any more: the latest days stay for people to see, and those before the latest new publication
    /// for the usual counts, so that a long silence does not become the usual.
    /// </summary>
    public static IReadOnlyDictionary<DateOnly, DayCount> Kept(IReadOnlyDictionary<DateOnly, DayCount> counts, DateOnly today, DateOnly lastNew) => counts
        .Where(count => count.Key > today.AddDays(-DaysKept) || (count.Key <= lastNew && count.Key > lastNew.AddDays(-DaysKept)))
        .OrderBy(count => count.Key).ToDictionary();
}
