using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Messages;

/// <summary>Puts a composed message into the outbox; its exact bytes become evidence that the ledger of its subject names. Repeating it changes nothing.</summary>
public static class Queueing
{
    /// <summary>Queues a message.</summary>
    /// <param name="outbox">The outbox.</param>
    /// <param name="message">The message.</param>
    /// <param name="reason">Why it is sent, for the ledger.</param>
    /// <param name="after">The end of the ledger.</param>
    /// <param name="now">When.</param>
    /// <param name="evidence">Where its bytes go.</param>
    /// <param name="ledger">The ledgers.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The new end of the ledger.</returns>
    public static async Task<LedgerHead> QueueAsync(
        this IOutbox outbox, ComposedMessage message, string reason, LedgerHead after, DateTimeOffset now, IEvidenceStore evidence, ILedger ledger, CancellationToken cancellationToken)
    {
        var content = await evidence.PutAsync(message.Content, message.MediaType, OutboxMessage.ContentConfidentiality, cancellationToken);
        var body = JsonSerializer.SerializeToElement(
            new { message = message.Id, reason, channel = message.Channel, recipient = message.Recipient, mediaType = message.MediaType, sha256 = content }, NoticeJson.Stored);
        var draft = new LedgerDraft("message:" + message.Id, "message-queued", now, body);
        var head = await ledger.AppendAsync(message.Subject, after, draft, cancellationToken);
        // Queued before by a run that ended in between, with what was to be told then: what the ledger names is what is sent.
        if ((after == LedgerHead.Start || head != after.Next(message.Subject, draft)) && await ledger.FindAsync(message.Subject, head.Sequence, cancellationToken) is { } entry)
            content = Digest.Parse(LedgerEntry.Parse(entry.Bytes).Body.GetProperty("sha256").GetString()!);
        await outbox.QueueAsync(new OutboxMessage(message.Id, message.Subject, message.Channel, message.Recipient, message.MediaType, content, now) { TraceParent = Telemetry.Traces.Parent }, cancellationToken);
        return head;
    }
}
