using System.Text.Json;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Reviews;

/// <summary>Turns deadlines that have passed, and reminders that are due, into events.</summary>
public sealed class Deadlines(ICaseInbox inbox, ICases cases, TimeProvider time)
{
    /// <summary>Raises the event of everything that is due; one that was raised already stays one event.</summary>
    public async Task RaiseAsync(CancellationToken cancellationToken)
    {
        foreach (var due in await cases.DueAsync(time.GetUtcNow(), cancellationToken)) await RaiseAsync(due, cancellationToken);
    }

    /// <summary>Raises the event of a deadline of a case that has passed, or of a reminder that is due; raising it again changes nothing. A reminder that comes after the deadline is none.</summary>
    /// <param name="state">The case.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Whether anything is due.</returns>
    public async Task<bool> RaiseAsync(CaseState state, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (state.NextDeadline is { } deadline && deadline <= now) await RaiseAsync(state.Id, CaseEventKinds.DeadlinePassed, deadline, JsonSerializer.SerializeToElement(new { deadline }), cancellationToken);
        else if (state.NextReminder is { } reminder && reminder <= now) await RaiseAsync(state.Id, CaseEventKinds.ReminderDue, reminder, JsonSerializer.SerializeToElement(new { reminder }), cancellationToken);
        else return false;
        return true;
    }

    /// <summary>The deadline or the reminder that an event says was reached; <see langword="null"/> for any other event.</summary>
    /// <param name="caseEvent">The event.</param>
    public static DateTimeOffset? Of(CaseEvent caseEvent) => caseEvent.Kind switch
    {
        CaseEventKinds.DeadlinePassed => MomentIn(caseEvent, "deadline"),
        CaseEventKinds.ReminderDue => MomentIn(caseEvent, "reminder"),
        _ => null,
    };

    private static DateTimeOffset? MomentIn(CaseEvent caseEvent, string member) =>
        caseEvent.Body.TryGetProperty(member, out var moment) && moment.TryGetDateTimeOffset(out var at) ? at : null;

    private Task<bool> RaiseAsync(string caseId, string kind, DateTimeOffset moment, JsonElement body, CancellationToken cancellationToken) =>
        inbox.RaiseAsync(caseId, new CaseEvent(Digest.Of($"{kind}|{caseId}|{moment:O}").Hex[..32], kind, time.GetUtcNow(), body), cancellationToken);
}
