using System.Text.Json.Serialization;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Messages;

/// <summary>Why people are told about a case.</summary>
public enum MessageReason
{
    /// <summary>The case was opened.</summary>
    Opened,

    /// <summary>A verdict changed.</summary>
    VerdictChanged,

    /// <summary>A term ends soon.</summary>
    DeadlineNear,

    /// <summary>A term is over without what was due.</summary>
    DeadlinePassed,

    /// <summary>Somebody decided on a price.</summary>
    DecisionTaken,
}

/// <summary>What is to be told, before it has a form.</summary>
/// <param name="Reason">Why.</param>
/// <param name="State">The case.</param>
/// <param name="Facts">Its public facts.</param>
/// <param name="Findings">The findings of all checks on the public facts.</param>
/// <param name="Previous">The results of the checks before; empty for a new case.</param>
/// <param name="EventId">The event that caused it.</param>
public sealed record CaseMessage(
    MessageReason Reason,
    Reviews.CaseState State,
    Cases.CaseFacts Facts,
    IReadOnlyList<Checks.Finding> Findings,
    IReadOnlyList<Reviews.CheckResult> Previous,
    string EventId)
{
    /// <summary>The term that is near or over, where that is the reason.</summary>
    public Reviews.CaseTerm? Term { get; init; }
}

/// <summary>A message ready to be sent: exact bytes for one recipient over one channel.</summary>
/// <param name="Id">Derived from subject, event, reason, channel and recipient: the same message is never queued twice.</param>
/// <param name="Subject">What it is about; see <see cref="MessageSubject"/>.</param>
/// <param name="Channel"><c>email</c> or <c>teams</c>.</param>
/// <param name="Recipient">The mail address, or the name of the Teams target; never a webhook address, which is a secret.</param>
/// <param name="MediaType"><c>message/rfc822</c> or <c>application/json</c>.</param>
/// <param name="Content">The bytes.</param>
public sealed record ComposedMessage(string Id, string Subject, string Channel, string Recipient, string MediaType, byte[] Content);

/// <summary>Gives messages their form: one for each configured recipient.</summary>
public interface IMessageComposer
{
    /// <summary>Composes; the same input gives the same bytes.</summary>
    /// <param name="message">What to tell.</param>
    /// <param name="at">The moment to date the messages with.</param>
    IReadOnlyList<ComposedMessage> Compose(CaseMessage message, DateTimeOffset at);

    /// <summary>Composes what is told about a source; the same alarm gives the same bytes.</summary>
    /// <param name="alarm">The alarm, raised or ended, which dates the messages.</param>
    IReadOnlyList<ComposedMessage> Compose(Watching.SourceAlarm alarm);
}

/// <summary>A message in the outbox.</summary>
/// <param name="Id">See <see cref="ComposedMessage.Id"/>.</param>
/// <param name="Subject">What it is about; see <see cref="MessageSubject"/>. Its stored name is from when that was always a case.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Recipient">The recipient.</param>
/// <param name="MediaType">The media type.</param>
/// <param name="Content">The stored bytes.</param>
/// <param name="QueuedAt">When it was queued.</param>
/// <param name="Attempts">How often sending failed.</param>
/// <param name="NotBefore">When to try again.</param>
/// <param name="LastError">Why it failed last.</param>
/// <param name="State">Where it stands.</param>
public sealed record OutboxMessage(
    string Id,
    [property: JsonPropertyName("caseId")] string Subject,
    string Channel,
    string Recipient,
    string MediaType,
    Digest Content,
    DateTimeOffset QueuedAt,
    int Attempts = 0,
    DateTimeOffset? NotBefore = null,
    string? LastError = null,
    OutboxState State = OutboxState.Pending)
{
    /// <summary>Where the bytes of every message are stored: they name a person, so they are not public.</summary>
    public const Confidentiality ContentConfidentiality = Confidentiality.Confidential;

    /// <summary>The message that stands for it, where one does.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The trace that queued it (W3C traceparent), for telemetry alone: no part of the id, of the ledger or of any evidence.</summary>
    public string? TraceParent { get; init; }
}

/// <summary>Where a message stands.</summary>
public enum OutboxState
{
    /// <summary>To be sent.</summary>
    Pending,

    /// <summary>Sent.</summary>
    Sent,

    /// <summary>Given up after too many attempts, or refused for good; shown, and never forgotten.</summary>
    Dead,

    /// <summary>Another message stands for it, because there were too many.</summary>
    Replaced,
}

/// <summary>Messages recorded before sending and marked after: a crash in between may repeat one, never lose one.</summary>
public interface IOutbox
{
    /// <summary>Queues a message unless its id was ever queued before.</summary>
    Task<bool> QueueAsync(OutboxMessage message, CancellationToken cancellationToken);

    /// <summary>The pending messages whose time has come, oldest first.</summary>
    Task<IReadOnlyList<OutboxMessage>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Saves the outcome of an attempt.</summary>
    Task UpdateAsync(OutboxMessage message, CancellationToken cancellationToken);

    /// <summary>A message that is not sent, by its identifier: pending or dead.</summary>
    Task<OutboxMessage?> FindUnsentAsync(string id, CancellationToken cancellationToken);

    /// <summary>The messages about a case or a source (see <see cref="MessageSubject"/>), oldest first.</summary>
    Task<IReadOnlyList<OutboxMessage>> AboutAsync(string subject, CancellationToken cancellationToken);

    /// <summary>Everything not sent: pending and dead.</summary>
    Task<IReadOnlyList<OutboxMessage>> UnsentAsync(CancellationToken cancellationToken);

    /// <summary>What recipients got lately; nothing where none did.</summary>
    Task<IReadOnlyList<RecipientPace>> PaceAsync(CancellationToken cancellationToken);

    /// <summary>Keeps what recipients got lately, in the place of what was kept before.</summary>
    Task SavePaceAsync(IReadOnlyList<RecipientPace> pace, CancellationToken cancellationToken);
}
