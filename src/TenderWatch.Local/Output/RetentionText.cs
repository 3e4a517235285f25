using System.Globalization;
using TenderWatch.Core.Evidence.Tombstones;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Retention;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Local.Output;

/// <summary>Retention as lines for a terminal.</summary>
internal static class RetentionText
{
    public static void Write(Terminal terminal, RetentionPlan plan, DateOnly today)
    {
        foreach (var one in plan.Cases)
        {
            terminal.Heading($"{one.Case}  {one.Title}");
            if (one.Hold is { } hold) terminal.Line($"  HELD: {hold.En} Nothing of it is deleted.");
            terminal.Line($"  {one.Contract.Why.En}");
            foreach (var term in one.Terms)
            {
                var of = plan.Evidence.Where(item => item.Term.Class == term.Class && item.Cases.Contains(one.Case, StringComparer.Ordinal)).ToList();
                var gone = of.Count(item => item.DeletedAt is not null);
                terminal.Line($"  {RetentionWords.Of(term.Class).En}: {of.Count} pieces{(gone == 0 ? "" : $", {gone} deleted")}; {(term.From is { } from ? $"may be deleted from {Day(from)}{(from <= today ? " (past its time)" : "")}: " : "")}{term.Why.En}");
            }

            terminal.Line();
        }

        foreach (var name in plan.Unreadable) terminal.Line($"{name}: an entry of this ledger cannot be read; nothing of its case is deleted. Have 'tenderwatch verify' run.");
        if (plan.Cases.Count == 0) terminal.Line("There is no case yet.");
    }

    public static void WriteDue(Terminal terminal, IReadOnlyList<RetainedEvidence> due)
    {
        foreach (var item in due) terminal.Line($"{Name(item)}  {string.Join(", ", item.Cases)}  {(item.IsUnfinished ? "begun before and not finished" : $"since {Day(item.Term.From!.Value)}: {item.Term.Why.En}")}");
    }

    public static void WriteOutcome(Terminal terminal, DeletionOutcome outcome)
    {
        foreach (var item in outcome.Deleted) terminal.Line($"deleted {Name(item)}  {string.Join(", ", item.Cases)}  {item.Term.Rule}");
        foreach (var refused in outcome.Refused) terminal.Line($"NOT deleted {Name(refused.Evidence)}: {refused.Why}");
        terminal.Line($"{outcome.Deleted.Count} pieces of evidence deleted, {outcome.Refused.Count} not. Signed tombstones stand in their place; the ledgers of the cases name them.");
    }

    public static void WriteHolds(Terminal terminal, CaseState state)
    {
        if (state.Holds.Count == 0) return;
        terminal.Heading("Legal holds");
        foreach (var hold in state.Holds)
        {
            terminal.Line($"  {(hold.Stands ? "STANDS" : "released")}  since {Wording.En.Moment(hold.At)} by {hold.By}: {hold.Reason}");
            if (hold.Released is { } end) terminal.Line($"            released {Wording.En.Moment(end.At)} by {end.By}: {end.Reason}");
        }
    }

    private static string Name(RetainedEvidence item) => TombstoneNames.Of(item.Sha256, item.Confidentiality).Replace(".json", "", StringComparison.Ordinal);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
