using System.Text.Json;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Reviews;

/// <summary>Turns deadlines that have passed into events.</summary>
public sealed class Deadlines(ICaseInbox inbox, ICases cases, TimeProvider time)
{
    /// <summary>Raises the event of every deadline that has passed; one that was raised already stays one event.</summary>
    public async Task RaiseAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var due in await cases.DueAsync(now, cancellationToken)) await RaiseAsync(due.Id, due.NextDeadline!.Value, cancellationToken);
    }

    /// <summary>The deadline that an event says has passed; <see langword="null"/> for any other event.</summary>
    /// <param name="caseEvent">The event.</param>
    public static DateTimeOffset? Of(CaseEvent caseEvent) =>
        caseEvent.Kind == CaseEventKinds.DeadlinePassed && caseEvent.Body.TryGetProperty("deadline", out var deadline) && deadline.TryGetDateTimeOffset(out var moment) ? moment : null;

    /// <summary>Raises the event of a deadline of a case; raising it again changes nothing.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="deadline">The deadline, which has passed.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task RaiseAsync(string caseId, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var id = Digest.Of($"{CaseEventKinds.DeadlinePassed}|{caseId}|{deadline:O}").Hex[..32];
        var body = JsonSerializer.SerializeToElement(new { deadline });
        return inbox.RaiseAsync(caseId, new CaseEvent(id, CaseEventKinds.DeadlinePassed, time.GetUtcNow(), body), cancellationToken);
    }
}
