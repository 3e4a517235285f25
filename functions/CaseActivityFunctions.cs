using Microsoft.Azure.Functions.Worker;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Turns;

namespace TenderWatch.Functions;

/// <summary>The activities of a case. Input and result are JSON in text, which no serializer on the way changes.</summary>
public sealed class CaseActivityFunctions(ActivityCalls calls)
{
    /// <inheritdoc cref="InboxActivities.NextAsync"/>
    [Function(InboxActivities.Next)]
    public Task<string> NextAsync([ActivityTrigger] string input, CancellationToken cancellationToken) => calls.CallAsync(InboxActivities.Next, input, cancellationToken);

    /// <inheritdoc cref="InboxActivities.CompleteAsync"/>
    [Function(InboxActivities.Complete)]
    public Task<string> CompleteAsync([ActivityTrigger] string input, CancellationToken cancellationToken) => calls.CallAsync(InboxActivities.Complete, input, cancellationToken);

    /// <inheritdoc cref="InboxActivities.SetAsideAsync"/>
    [Function(InboxActivities.SetAside)]
    public Task<string> SetAsideAsync([ActivityTrigger] string input, CancellationToken cancellationToken) => calls.CallAsync(InboxActivities.SetAside, input, cancellationToken);

    /// <inheritdoc cref="CaseActivities.LoadAsync"/>
    [Function(CaseActivities.Load)]
    public Task<string> LoadAsync([ActivityTrigger] string input, CancellationToken cancellationToken) => calls.CallAsync(CaseActivities.Load, input, cancellationToken);

    /// <inheritdoc cref="CaseActivities.RecordEventAsync"/>
    [Function(CaseActivities.RecordEvent)]
    public Task<string> RecordEventAsync([ActivityTrigger] string input, CancellationToken cancellationToken) => calls.CallAsync(CaseActivities.RecordEvent, input, cancellationToken);

    /// <inheritdoc cref="CaseActivities.AskModelAsync"/>
    [Function(CaseActivities.AskModel)]
    public Task<string> AskModelAsync([ActivityTrigger] string input, CancellationToken cancellationToken) => calls.CallAsync(CaseActivities.AskModel, input, cancellationToken);

    /// <inheritdoc cref="CaseActivities.GatherFactsAsync"/>
    [Function(CaseActivities.GatherFacts)]
    public Task<string> GatherFactsAsync([ActivityTrigger] string input, CancellationToken cancellationToken) => calls.CallAsync(CaseActivities.GatherFacts, input, cancellationToken);

    /// <inheritdoc cref="CaseActivities.RunCheckAsync"/>
    [Function(CaseActivities.RunCheck)]
    public Task<string> RunCheckAsync([ActivityTrigger] string input, CancellationToken cancellationToken) => calls.CallAsync(CaseActivities.RunCheck, input, cancellationToken);

    /// <inheritdoc cref="CaseActivities.RecordFindingsAsync"/>
    [Function(CaseActivities.RecordFindings)]
    public Task<string> RecordFindingsAsync([ActivityTrigger] string input, CancellationToken cancellationToken) => calls.CallAsync(CaseActivities.RecordFindings, input, cancellationToken);

    /// <inheritdoc cref="CaseActivities.NotifyAsync"/>
    [Function(CaseActivities.Notify)]
    public Task<string> NotifyAsync([ActivityTrigger] string input, CancellationToken cancellationToken) => calls.CallAsync(CaseActivities.Notify, input, cancellationToken);

    /// <inheritdoc cref="CaseActivities.SaveAsync"/>
    [Function(CaseActivities.Save)]
    public Task<string> SaveAsync([ActivityTrigger] string input, CancellationToken cancellationToken) => calls.CallAsync(CaseActivities.Save, input, cancellationToken);
}
