using Microsoft.DurableTask;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Turns;

namespace TenderWatch.Functions;

/// <summary>An orchestration as the context of an episode.</summary>
internal sealed class DurableReviewContext(TaskOrchestrationContext context) : IReviewContext
{
    // As often as on one machine; what is away for longer sets the event aside, which is tried again each minute.
    private static readonly TaskOptions Retries = TaskOptions.FromRetryPolicy(
        new RetryPolicy(maxNumberOfAttempts: 3, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 4));

    public DateTimeOffset CurrentUtcDateTime => new(DateTime.SpecifyKind(context.CurrentUtcDateTime, DateTimeKind.Utc));

    public async Task<TResult> CallActivityAsync<TInput, TResult>(string activity, TInput input) =>
        ActivityCalls.Read<TResult>(await context.CallActivityAsync<string>(activity, ActivityCalls.Write(input), Retries));
}
