using TenderWatch.Core.Watching;

namespace TenderWatch.Local.Output;

/// <summary>A run over a source in one line.</summary>
internal static class WatchText
{
    public static string Of(WatchSummary summary)
    {
        if (summary.HeldBy is { } other) return $"{summary.Source}: another host ({other}) takes in what is new there; this one looks again at its next moment.";
        var taken = summary.Results;
        var line = $"Taken in from {summary.Source}: {taken.Count(result => result.IsNew)} new, {taken.Count(result => result.Matches is { Count: > 0 })} matching, {taken.Count(result => result.Outcome == IntakeOutcome.Quarantined)} in quarantine.";
        return summary.Failure is { } failure ? $"{line} Not everything could be read ({failure.Code}): {failure.Text}" : line;
    }
}
