using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Watching;

/// <summary>How a source does.</summary>
public enum SourceCondition
{
    /// <summary>Read to the end, and publishing.</summary>
    Well,

    /// <summary>Never read yet.</summary>
    Unread,

    /// <summary>Read without a failure, and nothing new for longer than a source is ever quiet: a list that is wrongly empty looks like this.</summary>
    Silent,

    /// <summary>The last run failed.</summary>
    Failing,
}

/// <summary>A source as people who depend on it want to know it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Condition">How it does.</param>
/// <param name="Since">Since when it is silent, or when it was last read without a failure before it failed.</param>
/// <param name="Failure">Why the last run failed.</param>
/// <param name="LastNew">When a new publication was last seen.</param>
/// <param name="Retries">How many publications are to be asked for again.</param>
/// <param name="Quarantine">How many of its publications are in quarantine, by the code of the fault.</param>
public sealed record SourceHealth(
    string Source, SourceCondition Condition, DateTimeOffset? Since, string? Failure, DateTimeOffset? LastNew, int Retries, IReadOnlyDictionary<string, int> Quarantine)
{
    /// <summary>
    /// So many working days in a row without any publication make a source silent. TenderNed publishes 50 to 105 notices on each; the
    /// longest public holidays, Easter and Christmas, take two.
    /// </summary>
    public const int QuietWorkingDays = 3;

    /// <summary>Judges the state of a source.</summary>
    /// <param name="state">Its state.</param>
    /// <param name="quarantined">Everything in quarantine, of all sources.</param>
    /// <param name="now">The present.</param>
    public static SourceHealth Of(SourceState state, IEnumerable<QuarantinedNotice> quarantined, DateTimeOffset now)
    {
        var codes = quarantined.Where(notice => notice.Key.Source == state.Source).GroupBy(notice => notice.Fault.Code, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var (condition, since) = state switch
        {
            { Failure: not null } => (SourceCondition.Failing, state.LastSuccess),
            { LastRun: null } => (SourceCondition.Unread, null),
            { LastNew: { } last } when WorkingDaysBetween(DutchTime.DateOf(last), DutchTime.DateOf(now)) >= QuietWorkingDays => (SourceCondition.Silent, state.LastNew),
            _ => (SourceCondition.Well, null),
        };
        return new SourceHealth(state.Source, condition, since, state.Failure, state.LastNew, state.Retries.Count, codes);
    }

    // Whole working days after the first day and before the last.
    private static int WorkingDaysBetween(DateOnly first, DateOnly last) =>
        Enumerable.Range(1, Math.Clamp(last.DayNumber - first.DayNumber - 1, 0, 366)).Count(days => first.AddDays(days).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
}
