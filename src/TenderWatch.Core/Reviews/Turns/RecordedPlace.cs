using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Reviews.Turns;

/// <summary>
/// Knows where the ledger names the event of an episode. Others may have moved the case since the event was set aside: only from that
/// place on are its own entries found again.
/// </summary>
internal sealed class RecordedPlace(IReviewContext context, LedgerHead? recorded) : IReviewContext
{
    public LedgerHead? Recorded { get; private set; } = recorded;

    public DateTimeOffset CurrentUtcDateTime => context.CurrentUtcDateTime;

    public async Task<TResult> CallActivityAsync<TInput, TResult>(string activity, TInput input)
    {
        if (activity != CaseActivities.RecordEvent) return await context.CallActivityAsync<TInput, TResult>(activity, input);
        if (Recorded is TResult known) return known;
        var result = await context.CallActivityAsync<TInput, TResult>(activity, input);
        Recorded = result as LedgerHead;
        return result;
    }
}
