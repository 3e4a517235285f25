using System.Text.Json.Serialization;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Watching;

/// <summary>How a source does.</summary>
public enum SourceCondition
{
    /// <summary>Read to the end, and publishing.</summary>
    Well,

    /// <summary>Never read yet.</summary>
    Unread,

    /// <summary>Read without a failure, and nothing new for longer than it is ever quiet: a list that is wrongly empty looks like this.</summary>
    Silent,

    /// <summary>The last run failed.</summary>
    Failing,

    /// <summary>It answers, but not to what is asked: its filters are ignored, so its lists are not read (failure code <c>canary</c>).</summary>
    Untrusted,

    /// <summary>No list was read for a whole working day, and no failure told why: the watch hangs or does not run.</summary>
    Behind,

    /// <summary>It was read once and is not watched any more. That is no fault.</summary>
    Off,
}

/// <summary>A source as people who depend on it want to know it.</summary>
public sealed record SourceHealth
{
    /// <summary>The source.</summary>
    public required string Source { get; init; }

    /// <summary>How it does.</summary>
    public required SourceCondition Condition { get; init; }

    /// <summary>Since when: the latest new publication of a silent source, the first of the failures, the last success of one that is behind. <see langword="null"/> where that is not known.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Why the last run failed.</summary>
    public string? Failure { get; init; }

    /// <summary>The code of that failure (see <see cref="Sources.SourceFailure"/>).</summary>
    public string? FailureCode { get; init; }

    /// <summary>How many publications were to be expected since the latest new one; given where the source is silent and its usual counts are known.</summary>
    public decimal? Expected { get; init; }

    /// <summary>The last run without a failure that changed something. A run that finds nothing is not recorded.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>When a new publication was last seen.</summary>
    public DateTimeOffset? LastNew { get; init; }

    /// <summary>The last day read to its end: a later day has been listed since.</summary>
    public DateOnly? ReadTo { get; init; }

    /// <summary>The lag: how many days have ended after <see cref="ReadTo"/>. Zero where every day that ended was read.</summary>
    public int? DaysBehind { get; init; }

    /// <summary>Days among the watched ones that could not be read to their end, oldest first.</summary>
    public IReadOnlyList<DateOnly> UnreadDays { get; init; } = [];

    /// <summary>How many publications are to be asked for again.</summary>
    public int Retries { get; init; }

    /// <summary>How many of its publications are in quarantine, by the code of the fault.</summary>
    public IReadOnlyDictionary<string, int> Quarantine { get; init; } = new Dictionary<string, int>();

    /// <summary>The last seven days against the usual, today first.</summary>
    public IReadOnlyList<DayHealth> Days { get; init; } = [];

    /// <summary>Whether something is wrong that a person must know of.</summary>
    [JsonIgnore]
    public bool IsTroubled => Condition is SourceCondition.Silent or SourceCondition.Failing or SourceCondition.Untrusted or SourceCondition.Behind;

    /// <summary>Judges the state of a source.</summary>
    /// <param name="state">Its state.</param>
    /// <param name="quarantined">Everything in quarantine, of all sources.</param>
    /// <param name="now">The present.</param>
    /// <param name="isWatched">Whether it is watched; one that is not is neither silent nor failing.</param>
    public static SourceHealth Of(SourceState state, IEnumerable<QuarantinedNotice> quarantined, DateTimeOffset now, bool isWatched = true)
    {
        var today = DutchTime.DateOf(now);
        var silence = Silence.Of(state, today);
        // Days of the distant past, read on purpose, say nothing of how far the source is followed.
        DateOnly[] followed = [.. state.Days.Keys.Where(day => day > today.AddDays(-DayCount.DaysKept)).Order()];
        DateOnly? readTo = followed.Length > 1 ? followed[^2] : null;
        var (condition, since) = state switch
        {
            _ when !isWatched => (SourceCondition.Off, null),
            { Failure: not null, FailureCode: "canary" } => (SourceCondition.Untrusted, state.FailingSince),
            { Failure: not null } => (SourceCondition.Failing, state.FailingSince ?? state.LastSuccess),
            { LastRun: null } => (SourceCondition.Unread, null),
            _ when LatestList(state) is { } day && DutchCalendar.WorkingDaysBetween(day, today) > 0 => (SourceCondition.Behind, state.LastSuccess),
            _ when silence is not null => (SourceCondition.Silent, state.LastNew),
            _ => (SourceCondition.Well, null),
        };
        return new SourceHealth
        {
            Source = state.Source,
            Condition = condition,
            Since = since,
            Failure = state.Failure,
            FailureCode = state.FailureCode,
            Expected = condition == SourceCondition.Silent ? silence!.Expected : null,
            LastSuccess = state.LastSuccess,
            LastNew = state.LastNew,
            ReadTo = readTo,
            DaysBehind = readTo is { } end ? Math.Max(0, today.DayNumber - end.DayNumber - 1) : null,
            UnreadDays = followed.Length == 0 ? [.. state.UnreadDays.Keys.Order()] : [.. DutchCalendar.DaysBetween(followed[0], followed[^1]).Except(followed).Union(state.UnreadDays.Keys).Order()],
            Retries = state.Retries.Count,
            Quarantine = quarantined.Where(notice => notice.Key.Source == state.Source).GroupBy(notice => notice.Fault.Code, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal),
            Days = DayHealth.Last(state, today),
        };
    }

    // Each new day is listed, which is recorded; so is each run that fails or finds something.
    private static DateOnly? LatestList(SourceState state) =>
        state is { Days.Count: > 0, LastRun: { } run } ? new[] { state.Days.Keys.Max(), DutchTime.DateOf(run) }.Max() : null;
}
