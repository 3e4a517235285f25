using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Watching;

/// <summary>
/// How many publications a source usually lists on a day: the median of the same kind of day, working or not, over the eight weeks
/// before. A median, because one flood or one failed day must not move it.
/// </summary>
public sealed class UsualCounts
{
    /// <summary>Over how many days back.</summary>
    public const int Days = 56;

    /// <summary>Fewer days of a kind say nothing: five working days are a week.</summary>
    public const int FewestDays = 5;

    /// <summary>
    /// So many publications missed are no chance any more. Where publications come independently of each other, none where seven are
    /// expected happens once in 1,100 times (Poisson: e^-7).
    /// </summary>
    public const int Missed = 7;

    private readonly IReadOnlyList<int> _working;
    private readonly IReadOnlyList<int> _quiet;

    private UsualCounts(IReadOnlyList<int> working, IReadOnlyList<int> quiet) => (_working, _quiet) = (working, quiet);

    /// <summary>Whether enough working days are known to expect anything.</summary>
    public bool IsKnown => _working.Count >= FewestDays;

    /// <summary>What was usual before a day.</summary>
    public static UsualCounts Before(IReadOnlyDictionary<DateOnly, DayCount> counts, DateOnly day)
    {
        var kinds = counts.Where(count => count.Key < day && count.Key >= day.AddDays(-Days)).ToLookup(count => DutchCalendar.IsWorkingDay(count.Key), count => count.Value.Listed);
        return new UsualCounts([.. kinds[true].Order()], [.. kinds[false].Order()]);
    }

    /// <summary>The usual count of a day of this kind; <see langword="null"/> where too few are known.</summary>
    public decimal? On(DateOnly day) => Kind(day) is { Count: >= FewestDays } counts ? Median(counts) : null;

    /// <summary>
    /// How many publications are to be expected on a day of this kind. A source that publishes nothing on most days has the median 0; then it is
    /// the mean, to which no day adds more than <see cref="Missed"/>. Zero where too few days are known.
    /// </summary>
    public decimal ExpectedOn(DateOnly day) => On(day) switch
    {
        null => 0,
        >= 1 and { } usual => usual,
        _ => Math.Round(Kind(day).Average(count => (decimal)Math.Min(count, Missed)), 3),
    };

    private IReadOnlyList<int> Kind(DateOnly day) => DutchCalendar.IsWorkingDay(day) ? _working : _quiet;

    private static decimal Median(IReadOnlyList<int> sorted) => (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2m;
}
