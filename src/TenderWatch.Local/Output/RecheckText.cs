using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Rechecks;

namespace TenderWatch.Local.Output;

/// <summary>A replay or a dry run as lines for a terminal.</summary>
internal static class RecheckText
{
    /// <summary>What came out of old rules.</summary>
    /// <param name="terminal">Where people read.</param>
    /// <param name="report">What came out.</param>
    /// <param name="all">Whether to list what came out as it was recorded too.</param>
    public static void Write(Terminal terminal, ReplayReport report, bool all)
    {
        foreach (var one in report.Cases)
        {
            ReplayedResult[] told = [.. one.Results.Where(result => all || result.Outcome != ReplayOutcome.Identical)];
            if (told.Length == 0 && one.Faults.Count == 0) continue;
            terminal.Heading($"{one.Case}  {one.Title}");
            foreach (var fault in one.Faults) terminal.Line($"  {fault.Blob}: {fault.Code}: {fault.What.En}");
            foreach (var result in told) Write(terminal, result);
        }

        var counts = report.Counts;
        var assumed = report.Cases.Sum(one => one.Results.Count(result => result.DefaultsAssumed));
        if (assumed > 0) terminal.Line($"For {assumed} results the thresholds are not recorded; the default thresholds are assumed.");
        terminal.Line(
            $"{(report.Confirmed ? "Replayed, the same bytes" : "NOT confirmed")}: {counts.Identical} results identical, {counts.Differs} differ, {counts.Altered} altered in storage, "
            + $"{counts.NotReplayable} not replayable, {counts.LedgerFaults} faults in ledgers.");
    }

    /// <summary>What the present settings would change.</summary>
    public static void Write(Terminal terminal, DryRunReport report)
    {
        // Of a change of words alone there is nothing to decide; it is counted below, and stands in the JSON.
        foreach (var one in report.Cases.Where(one => one.Unread.Count > 0 || one.Results.Any(result => !OfWordsAlone(result))))
        {
            terminal.Heading($"{one.Case}  {one.Title}");
            foreach (var why in one.Unread) terminal.Line($"  cannot be judged again: {why.En}");
            foreach (var result in one.Results.Where(result => !OfWordsAlone(result)))
            {
                terminal.Line($"  {result.Check} {result.VersionBefore ?? "(not there)"} -> {result.VersionAfter ?? "(not there)"}: {Change(result.Before, result.After)}{(result.IsConfidential ? ", on confidential facts too" : "")}");
                foreach (var change in result.Changes) Write(terminal, change);
            }
        }

        foreach (var count in report.Verdicts) terminal.Line($"{count.Check}: {Change(count.Before, count.After)}: {count.Cases} {(count.Cases == 1 ? "case" : "cases")}");
        var counts = report.Counts;
        terminal.Line(
            $"Tried, nothing written: {counts.Results} results of {counts.Cases} cases; in {counts.Verdicts} a verdict would change, in {counts.Figures} figures, in {counts.Words} words alone"
            + (counts.Unread == 0 ? "." : $"; {counts.Unread} stored parts cannot be read."));
    }

    private static bool OfWordsAlone(ResultChange result) => result.Changes.All(change => change.Before == change.After && change.Figures.Count == 0);

    private static void Write(Terminal terminal, ReplayedResult result)
    {
        var outcome = result.Outcome switch
        {
            ReplayOutcome.Identical => "identical" + (result.DefaultsAssumed ? " (thresholds not recorded; the default thresholds are assumed)" : ""),
            ReplayOutcome.Differs => $"DIFFERS: recorded {result.Recorded}, recomputed {result.Recomputed}",
            ReplayOutcome.Altered => "ALTERED in storage; the recomputed findings are those that the ledger records",
            _ => "not replayable",
        };
        terminal.Line($"  entry {result.Entry} of {Wording.En.Moment(result.At)}: {result.Check}={result.RuleVersion}{(result.IsConfidential ? ", on confidential facts too" : "")}: {outcome}");
        if (result.Why is { } why) terminal.Line($"      {why.En}");
        foreach (var change in result.Changes) Write(terminal, change);
    }

    private static void Write(Terminal terminal, FindingChange change)
    {
        terminal.Line($"      {change.Subject}: {Change(change.Before, change.After)}{(change.Words ? "; words differ" : "")}");
        foreach (var figure in change.Figures) terminal.Line($"          {figure.Label.En} ({figure.Id}): {Figure(figure.Before)} -> {Figure(figure.After)}");
    }

    private static string Change(Verdict? before, Verdict? after) => before == after ? $"{Verdict(after)}, as before" : $"{Verdict(before)} -> {Verdict(after)}";

    private static string Verdict(Verdict? verdict) => verdict is { } known ? VerdictWords.Of(known, Language.En) : "(no finding)";

    private static string Figure(FigureValue? figure) => figure is null ? "(not there)" : $"{Wording.En.Exact(figure.Value)} {figure.Unit}";
}
