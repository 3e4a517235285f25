using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Leases;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Telemetry;

namespace TenderWatch.Notifications.Sending;

/// <summary>What a run did.</summary>
/// <param name="Sent">Messages sent.</param>
/// <param name="Postponed">Messages to be tried again.</param>
/// <param name="Dead">Messages given up.</param>
public sealed record DispatchSummary(int Sent, int Postponed, int Dead);

/// <summary>
/// Sends what is due. The order is send, tell the case, mark: a crash in between repeats a message with the same identifier, and
/// never loses one. One run at a time among all hosts, by a lease that is taken only when something is due: two at once would send twice.
/// </summary>
public sealed partial class OutboxDispatcher
{
    private readonly IOutbox _outbox;
    private readonly IEvidenceStore _evidence;
    private readonly ICaseInbox _inbox;
    private readonly IEnumerable<IMessageSender> _senders;
    private readonly NotificationSettings _settings;
    private readonly Bundling _bundling;
    private readonly ILeases _leases;
    private readonly TimeProvider _time;
    private readonly ILogger<OutboxDispatcher> _log;

    internal OutboxDispatcher(
        IOutbox outbox, IEvidenceStore evidence, ICaseInbox inbox, IEnumerable<IMessageSender> senders, NotificationSettings settings, Bundling bundling, ILeases leases, TimeProvider time,
        ILogger<OutboxDispatcher> log)
        => (_outbox, _evidence, _inbox, _senders, _settings, _bundling, _leases, _time, _log) = (outbox, evidence, inbox, senders, settings, bundling, leases, time, log);

    // What a flood is put together into leads to the pages: without them nothing can stand for a message.
    private int MostPerHour => _settings.PublicBaseUrl is null ? 0 : _settings.MostPerHour;

    /// <summary>Tries every message that is due, once; none while another host sends.</summary>
    public async Task<DispatchSummary> RunAsync(CancellationToken cancellationToken)
    {
        var (sent, postponed, dead) = (0, 0, 0);
        if (await DueAsync(cancellationToken) is { Single.Count: 0, Together.Count: 0 }) return new DispatchSummary(0, 0, 0);
        await using var lease = (await _leases.TryTakeAsync("outbox", cancellationToken)).Lease;
        if (lease is null) return new DispatchSummary(0, 0, 0);
        // Read again: the host that had the lease before has sent some of it.
        var (brake, single, together) = await DueAsync(cancellationToken);
        foreach (var own in together)
        {
            if (await _bundling.RunAsync(own, cancellationToken)) brake.Bundled(own[0].Channel, own[0].Recipient);
            else single = [.. single, .. own];
        }

        foreach (var message in single) brake.Sent(message);
        // Kept before anything is sent: a process that ends in between gives no recipient as many again.
        if (MostPerHour > 0 && (together.Count > 0 || single.Any(FloodBrake.Counts))) await _outbox.SavePaceAsync(brake.Pace, cancellationToken);
        // What was put together goes at once, as one.
        if (together.Count > 0) single = [.. single, .. (await _outbox.DueAsync(_time.GetUtcNow(), cancellationToken)).Where(message => MessageSubject.IsFloods(message.Subject)).ExceptBy(single.Select(each => each.Id), message => message.Id)];
        foreach (var message in single)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (lease.Lost.IsCancellationRequested) break;
            using var span = Traces.Continue(Spans.Message, message.TraceParent, ActivityKind.Client).With(Attributes.Message, message.Id).With(Attributes.Channel, message.Channel);
            var result = await AttemptAsync(message, cancellationToken);
            var state = await RecordAsync(message, result);
            Observe(span, message, state);
            switch (state)
            {
                case OutboxState.Sent: sent++; break;
                case OutboxState.Dead: dead++; break;
                default: postponed++; break;
            }
        }

        return new DispatchSummary(sent, postponed, dead);
    }

    private async Task<(FloodBrake Brake, IReadOnlyList<OutboxMessage> Single, IReadOnlyList<IReadOnlyList<OutboxMessage>> Together)> DueAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var due = await _outbox.DueAsync(now, cancellationToken);
        if (QuietHours.Parse(_settings.QuietHours)?.Hold(now) == true) due = [.. due.Where(message => MessageSubject.SourceOf(message.Subject) is not null)];
        var brake = new FloodBrake(MostPerHour, MostPerHour > 0 && due.Any(FloodBrake.Counts) ? await _outbox.PaceAsync(cancellationToken) : [], now);
        var (single, together) = brake.Divide(due);
        return (brake, single, together);
    }

    private async Task<SendResult> AttemptAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (_senders.FirstOrDefault(each => each.Channel == message.Channel) is not { } sender)
            return new SendResult.TryLater($"No {PlainText.Line(message.Channel, 40)} channel is configured.");
        try
        {
            var content = await _evidence.GetAsync(message.Content, OutboxMessage.ContentConfidentiality, cancellationToken);
            return await sender.SendAsync(message, content, cancellationToken);
        }
        catch (EvidenceException fault)
        {
            return new SendResult.TryLater($"The bytes of the message cannot be read: {PlainText.Line(fault.Message, 200)}");
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // One message that nothing can be done with must not hold up the others. The text may hold an address: the type must do.
            return new SendResult.TryLater($"Sending failed unexpectedly ({fault.GetType().Name}).");
        }
    }

    // Not to be stopped half-way: what was sent is recorded even while the host shuts down.
    private async Task<OutboxState> RecordAsync(OutboxMessage message, SendResult result)
    {
        var updated = result switch
        {
            SendResult.Sent => message with { State = OutboxState.Sent, NotBefore = null, LastError = null },
            SendResult.Refused refused => message with { State = OutboxState.Dead, Attempts = message.Attempts + 1, NotBefore = null, LastError = refused.Reason },
            SendResult.TryLater later when message.Attempts + 1 >= _settings.MaximumAttempts =>
                message with { State = OutboxState.Dead, Attempts = message.Attempts + 1, NotBefore = null, LastError = later.Reason },
            SendResult.TryLater later => message with
            {
                Attempts = message.Attempts + 1,
                NotBefore = _time.GetUtcNow() + RetryDelay.After(message.Attempts + 1, later.RetryAfter),
                LastError = later.Reason,
            },
            _ => throw new InvalidOperationException($"{result.GetType().Name} is no result of sending."),
        };
        // The outcome of a message that is about no case stands in the outbox alone: there is no case to tell.
        if (updated.State != OutboxState.Pending && MessageSubject.IsCase(message.Subject)) await _inbox.RaiseAsync(message.Subject, EventOf(updated), CancellationToken.None);
        await _outbox.UpdateAsync(updated, CancellationToken.None);
        Log(updated);
        return updated.State;
    }

    private CaseEvent EventOf(OutboxMessage message)
    {
        var kind = message.State == OutboxState.Sent ? CaseEventKinds.MessageSent : CaseEventKinds.MessageDead;
        var body = new JsonObject { ["message"] = message.Id, ["channel"] = message.Channel, ["recipient"] = message.Recipient, ["sha256"] = message.Content.Hex };
        if (message.State == OutboxState.Dead) body["reason"] = message.LastError;
        return new CaseEvent(Digest.Of($"{kind}|{message.Id}").Hex[..32], kind, _time.GetUtcNow(), JsonSerializer.SerializeToElement(body));
    }

    private static void Observe(Activity? span, OutboxMessage message, OutboxState state)
    {
        var outcome = state switch { OutboxState.Sent => "sent", OutboxState.Dead => "dead", _ => "postponed" };
        span.With(Attributes.Outcome, outcome);
        // Why it was not sent may name the recipient, and stands in the _outbox.
        if (state != OutboxState.Sent) span.Failed(outcome);
        Measures.Sent(message.Channel, MessageSubject.KindOf(message.Subject), outcome);
    }

    private void Log(OutboxMessage message)
    {
        switch (message.State)
        {
            case OutboxState.Sent: LogSent(message.Id, message.Channel, message.Subject); break;
            case OutboxState.Dead: LogDead(message.Id, message.Channel, message.Subject, message.Attempts, message.LastError); break;
            default: LogPostponed(message.Id, message.Channel, message.Subject, message.NotBefore, message.LastError); break;
        }
    }

    [LoggerMessage(5001, LogLevel.Information, "Message {Message} ({Channel}) about {Subject} was sent")]
    private partial void LogSent(string message, string channel, string subject);

    [LoggerMessage(5002, LogLevel.Warning, "Message {Message} ({Channel}) about {Subject} was not sent and is tried again at {NotBefore}: {Reason}")]
    private partial void LogPostponed(string message, string channel, string subject, DateTimeOffset? notBefore, string? reason);

    [LoggerMessage(5003, LogLevel.Error, "Message {Message} ({Channel}) about {Subject} is given up after {Attempts} attempts: {Reason}")]
    private partial void LogDead(string message, string channel, string subject, int attempts, string? reason);
}
