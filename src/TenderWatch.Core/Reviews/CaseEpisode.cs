using System.Globalization;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Rechecks;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Core.Reviews.Explanations;

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
    /// <param name="stuck">Why another event of the case waits set aside, if one does: a case is stuck as long as any does.</param>
    /// <returns>The state of the case afterwards.</returns>
    /// <exception cref="EarlierEpisodeException">It has to run again with nothing remembered.</exception>
    public async Task<CaseState> RunAsync(IReviewContext context, string caseId, CaseEvent caseEvent, string? stuck = null)
    {
        var now = context.CurrentUtcDateTime;
        var state = await context.CallActivityAsync<string, CaseState>(CaseActivities.Load, caseId);
        state = state with { Stuck = stuck };
        if (caseEvent.Kind == CaseEventKinds.Merged) return await MergeAsync(context, state, caseEvent, now);

        var ledger = await context.CallActivityAsync<RecordEvent, LedgerHead>(CaseActivities.RecordEvent, new(caseId, state.Ledger, caseEvent));
        state = EnteredEvents.Apply(state, caseEvent);
        // What still reaches a case that was taken over is for the record: the case that goes on has all notices.
        if (state.MergedInto is not null || CaseEventKinds.IsForTheRecord(caseEvent.Kind))
            return await SaveAsync(context, state, state with { Ledger = ledger });

        var asked = state.AsksModel == true
            ? await context.CallActivityAsync<AskModel, AskedModel>(CaseActivities.AskModel, new(caseId, caseEvent.Id, ledger, now) { Asked = state.Asked, Documents = state.Documents, TraceParent = caseEvent.TraceParent })
            : new AskedModel(state.Asked, ledger);
        var gathered = await context.CallActivityAsync<GatherFacts, GatheredFacts>(CaseActivities.GatherFacts, new(caseId, caseEvent.Id, asked.Ledger, now)
        {
            Statements = state.Statements,
            Bids = state.Bids,
            Filings = state.Filings,
            Documents = state.Documents,
            Asked = asked.Asked,
            FactReviews = state.FactReviews,
            Explanations = state.Explanations,
            Deadline = Deadlines.Of(caseEvent),
            TraceParent = caseEvent.TraceParent,
        });
        if (gathered.IsDeleted) return await SaveAsync(context, state, state with { IsDeleted = true, Ledger = gathered.Ledger, NextDeadline = null, NextReminder = null, Term = null, PublicTerm = null });
        var run = ChecksToRun(state, caseEvent, gathered);
        var ran = await Task.WhenAll(run.Select(check =>
            context.CallActivityAsync<RunCheck, CheckResult>(CaseActivities.RunCheck, new(check, gathered.Facts, gathered.Confidential) { TraceParent = caseEvent.TraceParent })));
        if (!ran.Select(result => result.Check).SequenceEqual(run, StringComparer.Ordinal)) throw new EarlierEpisodeException(caseId);
        CheckResult[] results = [.. checkIds.Select(check => ran.FirstOrDefault(result => result.Check == check) ?? state.Checks.First(result => result.Check == check))];
        // An event that was set aside finds its own entries again, before those of later events. What it finds now, if that is something
        // else than the case has, is an entry of its own: what a case shows always stands in its ledger.
        var again = ledger.Sequence <= state.Ledger.Sequence;
        var changed = state.Facts != gathered.Facts || state.ConfidentialFacts != gathered.Confidential || !state.Checks.SequenceEqual(results);
        var key = again && changed ? string.Create(CultureInfo.InvariantCulture, $"{caseEvent.Id}@{state.Ledger.Sequence}") : caseEvent.Id;
        ledger = await context.CallActivityAsync<RecordFindings, LedgerHead>(
            CaseActivities.RecordFindings, new(caseId, key, gathered.Ledger, now, gathered.Facts, ran, gathered.Confidential) { Shown = again && !changed, TraceParent = caseEvent.TraceParent });

        var next = state with
        {
            Title = gathered.Title,
            Buyers = gathered.Buyers,
            Matches = gathered.Matches,
            Notices = gathered.Notices,
            Facts = gathered.Facts,
            ConfidentialFacts = gathered.Confidential,
            Asked = asked.Asked,
            Checks = results,
            Ledger = ledger,
            NextDeadline = gathered.NextDeadline,
            NextReminder = gathered.NextReminder,
            Term = gathered.Term,
            PublicTerm = gathered.PublicTerm,
            Thread = gathered.Thread,
            Sources = gathered.Sources ?? state.Sources,
            OpenedAt = state.OpenedAt ?? now,
            UpdatedAt = changed ? now : state.UpdatedAt,
        };
        if (ReasonToTell(state, results, caseEvent, gathered.Reached, now) is { } reason)
        {
            // Its messages may have been queued before what stands in the ledger by now.
            var from = again || ledger.Sequence > gathered.Ledger.Sequence + 1 ? next with { Ledger = gathered.Ledger } : next;
            var told = await context.CallActivityAsync<Notify, LedgerHead>(
                CaseActivities.Notify, new(reason, from, state.Checks, caseEvent.Id, now) { Term = gathered.Reached, TraceParent = caseEvent.TraceParent });
            next = next with { Ledger = told.Sequence > ledger.Sequence ? told : ledger };
        }

        return await SaveAsync(context, state, next);
    }

    // A recheck may name some checks. The others keep their results, but only as long as the facts are those that they were given for.
    private IReadOnlyList<string> ChecksToRun(CaseState before, CaseEvent caseEvent, GatheredFacts gathered)
    {
        var named = RecheckEvents.ChecksOf(caseEvent);
        if (named.Count == 0 || before.Facts != gathered.Facts || before.ConfidentialFacts != gathered.Confidential) return checkIds;
        return [.. checkIds.Where(check => named.Contains(check) || before.Checks.All(result => result.Check != check))];
    }

    // One message for each event: it tells every changed verdict, whatever its reason.
    private static MessageReason? ReasonToTell(CaseState before, IReadOnlyList<CheckResult> results, CaseEvent caseEvent, CaseTerm? reached, DateTimeOffset now)
    {
        if (before.OpenedAt is null) return MessageReason.Opened;
        if (ExplanationEvents.Decides(before.Explanations, before.Id, caseEvent)) return MessageReason.DecisionTaken;
        if (reached is not null) return reached.End <= now ? MessageReason.DeadlinePassed : MessageReason.DeadlineNear;
        var known = before.Checks.ToDictionary(check => check.Check, check => (check.Verdict, check.Verdicts));
        return results.Any(result => !known.TryGetValue(result.Check, out var verdicts) || verdicts != (result.Verdict, result.Verdicts)) ? MessageReason.VerdictChanged : null;
    }

    // Whichever event comes first: one that was raised before the merge and is handled after it must not open the case again.
    private static async Task<CaseState> MergeAsync(IReviewContext context, CaseState state, CaseEvent caseEvent, DateTimeOffset now)
    {
        var ledger = await context.CallActivityAsync<RecordEvent, LedgerHead>(CaseActivities.RecordEvent, new(state.Id, state.Ledger, caseEvent));
        return await SaveAsync(
            context, state, state with { Ledger = ledger, UpdatedAt = now, NextDeadline = null, NextReminder = null, Term = null, PublicTerm = null, MergedInto = caseEvent.Body.GetProperty("into").GetString() });
    }

    // An event that was set aside and is handled at last may find its own entries again, before those of later events.
    private static async Task<CaseState> SaveAsync(IReviewContext context, CaseState before, CaseState after)
    {
        var state = (after.Ledger.Sequence < before.Ledger.Sequence ? after with { Ledger = before.Ledger } : after) with { Revision = before.Revision + 1, AsksModel = null };
        await context.CallActivityAsync<CaseState, bool>(CaseActivities.Save, state);
        return state;
    }
}
