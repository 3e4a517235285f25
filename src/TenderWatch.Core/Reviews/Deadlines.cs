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
        foreach (var due in await cases.DueAsync(now, cancellationToken))
        {
            var deadline = due.NextDeadline!.Value;
            var id = Digest.Of($"{CaseEventKinds.DeadlinePassed}|{due.Id}|{deadline:O}").Hex[..32];
            var body = JsonSerializer.SerializeToElement(new { deadline });
            await inbox.RaiseAsync(due.Id, new CaseEvent(id, CaseEventKinds.DeadlinePassed, now, body), cancellationToken);
        }
    }
}
