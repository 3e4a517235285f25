using TenderWatch.Core.Evidence;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews.Entries;

namespace TenderWatch.Core.Reviews;

/// <summary>
/// Handling one event of a case: record it, gather the facts, run the checks, record their findings, tell what changed, save. All
/// waiting happens between episodes. Both hosts run this.
/// </summary>
public sealed class CaseEpisode(IReadOnlyList<string> checkIds)
{
    /// <summary>Runs the episode.</summary>
    /// <param name="context">The host.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="caseEvent">The event.</param>
    /// <returns>The state of the case afterwards.</returns>
    public async Task<CaseState> RunAsync(IReviewContext context, string caseId, CaseEvent caseEvent)
    {
        var now = context.CurrentUtcDateTime;
        var state = await context.CallActivityAsync<string, CaseState>(CaseActivities.Load, caseId);
        if (caseEvent.Kind == CaseEventKinds.Merged) return await MergeAsync(context, state, caseEvent, now);

        var ledger = await context.CallActivityAsync<RecordEvent, LedgerHead>(CaseActivities.RecordEvent, new(caseId, state.Ledger, caseEvent));
        state = EnteredEvents.Apply(state, caseEvent);
        // What still reaches a case that was taken over is for the record: the case that goes on has all notices.
        if (state.MergedInto is not null || caseEvent.Kind is CaseEventKinds.MessageSent or CaseEventKinds.MessageDead)
            return await SaveAsync(context, state, state with { Ledger = ledger });

        var gathered = await context.CallActivityAsync<GatherFacts, GatheredFacts>(CaseActivities.GatherFacts, new(caseId, caseEvent.Id, ledger, now)
        {
            Statements = state.Statements,
            Bids = state.Bids,
            Filings = state.Filings,
            Explanations = state.Explanations,
            TraceParent = caseEvent.TraceParent,
        });
        var results = await Task.WhenAll(checkIds.Select(check =>
            context.CallActivityAsync<RunCheck, CheckResult>(CaseActivities.RunCheck, new(check, gathered.Facts, gathered.Confidential) { TraceParent = caseEvent.TraceParent })));
        ledger = await context.CallActivityAsync<RecordFindings, LedgerHead>(
            CaseActivities.RecordFindings, new(caseId, caseEvent.Id, gathered.Ledger, now, gathered.Facts, results, gathered.Confidential) { TraceParent = caseEvent.TraceParent });

        var next = state with
        {
            Title = gathered.Title,
            Buyers = gathered.Buyers,
            Matches = gathered.Matches,
            Notices = gathered.Notices,
            Facts = gathered.Facts,
            ConfidentialFacts = gathered.Confidential,
            Checks = results,
            Ledger = ledger,
            NextDeadline = gathered.NextDeadline,
            Thread = gathered.Thread,
            OpenedAt = state.OpenedAt ?? now,
            UpdatedAt = state.Facts == gathered.Facts && state.ConfidentialFacts == gathered.Confidential && state.Checks.SequenceEqual(results) ? state.UpdatedAt : now,
            Stuck = null,
        };
        if (ReasonToTell(state, results) is { } reason)
        {
            next = next with
            {
                Ledger = await context.CallActivityAsync<Notify, LedgerHead>(CaseActivities.Notify, new(reason, next, state.Checks, caseEvent.Id, now) { TraceParent = caseEvent.TraceParent }),
            };
        }

        return await SaveAsync(context, state, next);
    }

    private static MessageReason? ReasonToTell(CaseState before, IReadOnlyList<CheckResult> results)
    {
        if (before.OpenedAt is null) return MessageReason.Opened;
        var known = before.Checks.ToDictionary(check => check.Check, check => check.Verdicts);
        return results.Any(result => !known.TryGetValue(result.Check, out var verdicts) || verdicts != result.Verdicts) ? MessageReason.VerdictChanged : null;
    }

    // Whichever event comes first: one that was raised before the merge and is handled after it must not open the case again.
    private static async Task<CaseState> MergeAsync(IReviewContext context, CaseState state, CaseEvent caseEvent, DateTimeOffset now)
    {
        var ledger = await context.CallActivityAsync<RecordEvent, LedgerHead>(CaseActivities.RecordEvent, new(state.Id, state.Ledger, caseEvent));
        return await SaveAsync(
            context, state, state with { Ledger = ledger, UpdatedAt = now, NextDeadline = null, MergedInto = caseEvent.Body.GetProperty("into").GetString() });
    }

    // An event that was set aside and is handled at last may find its own entries again, before those of later events.
    private static async Task<CaseState> SaveAsync(IReviewContext context, CaseState before, CaseState after)
    {
        var state = after.Ledger.Sequence < before.Ledger.Sequence ? after with { Ledger = before.Ledger } : after;
        await context.CallActivityAsync<CaseState, bool>(CaseActivities.Save, state);
        return state;
    }
}
