using Cronos;
using TenderWatch.Core.Languages;

namespace TenderWatch.Hosting.Watching;

/// <summary>Whether a source is to be watched now, for a host that looks at intervals of its own.</summary>
public static class WatchMoments
{
    /// <summary>Whether a moment of the schedule has come since the last run began. Moments that were missed together are one.</summary>
    /// <param name="cron">A cron expression of five fields in Dutch time.</param>
    /// <param name="last">When the last run began; <see langword="null"/> where there was none, which is then due.</param>
    /// <param name="now">Now.</param>
    public static bool HasCome(string cron, DateTimeOffset? last, DateTimeOffset now) =>
        last is not { } began || CronExpression.Parse(cron).GetNextOccurrence(began, DutchTime.Zone) <= now;
}
