using TenderWatch.Core.Reviews;

namespace TenderWatch.Local.Hosting;

/// <summary>Calls activities by their names.</summary>
internal class ActivityTable(CaseActivities activities)
{
    public virtual async Task<object> CallAsync(string activity, object input, CancellationToken cancellationToken) => (activity, input) switch
    {
        (CaseActivities.Load, string caseId) => await activities.LoadAsync(caseId, cancellationToken),
        (CaseActivities.RecordEvent, RecordEvent record) => await activities.RecordEventAsync(record, cancellationToken),
        (CaseActivities.AskModel, AskModel ask) => await activities.AskModelAsync(ask, cancellationToken),
        (CaseActivities.GatherFacts, GatherFacts gather) => await activities.GatherFactsAsync(gather, cancellationToken),
        (CaseActivities.RunCheck, RunCheck check) => await activities.RunCheckAsync(check, cancellationToken),
        (CaseActivities.RecordFindings, RecordFindings findings) => await activities.RecordFindingsAsync(findings, cancellationToken),
        (CaseActivities.Notify, Notify notify) => await activities.NotifyAsync(notify, cancellationToken),
        (CaseActivities.Save, CaseState state) => await activities.SaveAsync(state, cancellationToken),
        _ => throw new InvalidOperationException($"There is no activity {activity} that takes a {input.GetType().Name}."),
    };
}
