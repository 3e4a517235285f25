using TenderWatch.Core.Reviews;
using TenderWatch.Testing.Conformance;

namespace TenderWatch.Local.Tests.Conformance;

/// <summary>An inbox in which results of activities are remembered as an earlier version of the program wrote them.</summary>
internal sealed class NotingInbox(ICaseInbox inbox, Faults faults) : ICaseInbox
{
    public Task<bool> RaiseAsync(string caseId, CaseEvent caseEvent, CancellationToken cancellationToken) => inbox.RaiseAsync(caseId, caseEvent, cancellationToken);

    public Task<IReadOnlyList<string>> WaitingCasesAsync(CancellationToken cancellationToken) => inbox.WaitingCasesAsync(cancellationToken);

    public Task<IReadOnlyList<WaitingEvent>> WaitingAsync(string caseId, CancellationToken cancellationToken) => inbox.WaitingAsync(caseId, cancellationToken);

    public Task<IReadOnlyDictionary<int, RememberedResult>> RememberedAsync(string caseId, string eventId, CancellationToken cancellationToken) =>
        inbox.RememberedAsync(caseId, eventId, cancellationToken);

    public Task RememberAsync(string caseId, string eventId, int step, RememberedResult result, CancellationToken cancellationToken) =>
        inbox.RememberAsync(caseId, eventId, step, new RememberedResult(faults.Called(result.Activity), faults.Noted(result.Activity, result.Json)), cancellationToken);

    public Task CompleteAsync(string caseId, string eventId, CancellationToken cancellationToken) => inbox.CompleteAsync(caseId, eventId, cancellationToken);

    public Task<bool> SetAsideAsync(string caseId, string eventId, string reason, CancellationToken cancellationToken) => inbox.SetAsideAsync(caseId, eventId, reason, cancellationToken);
}
