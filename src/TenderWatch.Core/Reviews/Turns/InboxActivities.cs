using System.Text.Json;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Reviews.Turns;

/// <summary>The activities around an episode, over the durable inbox. Each may run more than once with the same input and then changes nothing more.</summary>
public sealed class InboxActivities(ICaseInbox inbox, ICases cases, Deadlines deadlines, ILogger<InboxActivities> logger)
{
    /// <summary>Finds the event to handle next.</summary>
    public const string Next = nameof(Next);

    /// <summary>Marks an event as handled.</summary>
    public const string Complete = nameof(Complete);

    /// <summary>Sets an event aside with its reason.</summary>
    public const string SetAside = nameof(SetAside);

    // Where an episode on one machine remembers it: each host finds what the other left.
    private const int RecordEventStep = 2;

    /// <summary>Raises the event of the case's deadline or reminder if its time has come, then finds the first event that is not set aside.</summary>
    public async Task<NextEvent> NextAsync(NextQuery input, CancellationToken cancellationToken)
    {
        var state = await cases.FindAsync(input.CaseId, cancellationToken);
        var deadline = state is null || await deadlines.RaiseAsync(state, cancellationToken) ? null : state.LookAgainAt;

        var all = await inbox.WaitingAsync(input.CaseId, cancellationToken);
        var waiting = all.FirstOrDefault(each => !input.SetAside.Contains(each.Event.Id, StringComparer.Ordinal));
        if (waiting is null) return new NextEvent(null, null, deadline);
        var remembered = waiting.Stuck is null ? null : (await inbox.RememberedAsync(input.CaseId, waiting.Event.Id, cancellationToken)).Values.FirstOrDefault(step => step.Activity == CaseActivities.RecordEvent);
        return new NextEvent(waiting.Event, remembered is null ? null : JsonSerializer.Deserialize<LedgerHead>(remembered.Json, NoticeJson.Stored), deadline)
        {
            Stuck = all.FirstOrDefault(each => each != waiting && each.Stuck is not null)?.Stuck,
        };
    }

    /// <summary>Marks the event as handled.</summary>
    public async Task<bool> CompleteAsync(HandledEvent input, CancellationToken cancellationToken)
    {
        await inbox.CompleteAsync(input.CaseId, input.EventId, cancellationToken);
        return true;
    }

    /// <summary>Leaves the event waiting; the case shows why.</summary>
    public async Task<bool> SetAsideAsync(StuckEvent input, CancellationToken cancellationToken)
    {
        var reason = $"The event {input.Event.Kind} of {input.Event.At:u} could not be handled: {input.Fault}";
        if (input.Recorded is not null)
        {
            var place = new RememberedResult(CaseActivities.RecordEvent, JsonSerializer.Serialize(input.Recorded, NoticeJson.Stored));
            await inbox.RememberAsync(input.CaseId, input.Event.Id, RecordEventStep, place, cancellationToken);
        }

        if (!await inbox.SetAsideAsync(input.CaseId, input.Event.Id, reason, cancellationToken)) return false;
        Telemetry.Measures.Stuck(input.Event.Kind);
        var state = await cases.FindAsync(input.CaseId, cancellationToken) ?? new CaseState { Id = input.CaseId };
        await cases.SaveAsync(state with { Stuck = reason, Revision = state.Revision + 1 }, cancellationToken);
        CaseLog.Stuck(logger, input.CaseId, input.Event.Kind);
        return true;
    }
}
