namespace TenderWatch.Core.Reviews;

/// <summary>
/// What an episode may use of its host, in Durable Task's terms. An episode is deterministic: time comes from here, and everything
/// else happens in activities, each at least once and idempotent.
/// </summary>
public interface IReviewContext
{
    /// <summary>The time of the episode: the same when it runs again after a crash.</summary>
    DateTimeOffset CurrentUtcDateTime { get; }

    /// <summary>Calls an activity; a finished one is not called again.</summary>
    /// <typeparam name="TInput">Its input, as JSON.</typeparam>
    /// <typeparam name="TResult">Its result, as JSON.</typeparam>
    /// <param name="activity">Its name; see <see cref="CaseActivities"/>.</param>
    /// <param name="input">Its input.</param>
    Task<TResult> CallActivityAsync<TInput, TResult>(string activity, TInput input);
}
