using System.Text.Json;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Reviews.Turns;

/// <summary>
/// Calls the activities of an orchestration by name, with input and result as text: the JSON that cases are stored in. A host that
/// would serialise them in its own way would lose what only that form keeps.
/// </summary>
public sealed class ActivityCalls(CaseActivities activities, InboxActivities inbox)
{
    /// <summary>Calls an activity.</summary>
    /// <param name="activity">Its name.</param>
    /// <param name="input">Its input as JSON.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Its result as JSON.</returns>
    public Task<string> CallAsync(string activity, string input, CancellationToken cancellationToken) => activity switch
    {
        InboxActivities.Next => RunAsync<NextQuery, NextEvent>(inbox.NextAsync, input, cancellationToken),
        InboxActivities.Complete => RunAsync<HandledEvent, bool>(inbox.CompleteAsync, input, cancellationToken),
        InboxActivities.SetAside => RunAsync<StuckEvent, bool>(inbox.SetAsideAsync, input, cancellationToken),
        CaseActivities.Load => RunAsync<string, CaseState>(activities.LoadAsync, input, cancellationToken),
        CaseActivities.RecordEvent => RunAsync<RecordEvent, Evidence.LedgerHead>(activities.RecordEventAsync, input, cancellationToken),
        CaseActivities.AskModel => RunAsync<AskModel, AskedModel>(activities.AskModelAsync, input, cancellationToken),
        CaseActivities.GatherFacts => RunAsync<GatherFacts, GatheredFacts>(activities.GatherFactsAsync, input, cancellationToken),
        CaseActivities.RunCheck => RunAsync<RunCheck, CheckResult>(activities.RunCheckAsync, input, cancellationToken),
        CaseActivities.RecordFindings => RunAsync<RecordFindings, Evidence.LedgerHead>(activities.RecordFindingsAsync, input, cancellationToken),
        CaseActivities.Notify => RunAsync<Notify, Evidence.LedgerHead>(activities.NotifyAsync, input, cancellationToken),
        CaseActivities.Save => RunAsync<CaseState, bool>(activities.SaveAsync, input, cancellationToken),
        _ => throw new InvalidOperationException($"There is no activity {activity}."),
    };

    /// <summary>Writes an input or result as text.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, NoticeJson.Stored);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, NoticeJson.Stored)!;

    private static async Task<string> RunAsync<TInput, TResult>(Func<TInput, CancellationToken, Task<TResult>> activity, string input, CancellationToken cancellationToken) =>
        Write(await activity(Read<TInput>(input), cancellationToken));
}
