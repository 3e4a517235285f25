using System.Text.Json;
using System.Text.Json.Nodes;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews;
using TenderWatch.Notifications.Daily;

namespace TenderWatch.Notifications.Sending;

/// <summary>Puts many messages to one recipient together into one, and tells each case which one stands for its own.</summary>
internal sealed class Bundling(NotificationSettings settings, ICases cases, IOutbox outbox, ICaseInbox inbox, BundleQueue queue, TimeProvider time)
{
    /// <summary>Queues the one message, then marks the many. A crash in between can repeat what it tells, and loses nothing.</summary>
    /// <param name="messages">Messages about cases, all to one recipient.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Whether they are put together; not where the settings know the recipient no more.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var subscriber = settings.Subscribers.FirstOrDefault(subscriber => subscriber.Channel == messages[0].Channel && subscriber.Address == messages[0].Recipient);
        if (subscriber is null) return false;
        var now = time.GetUtcNow();
        var states = new List<CaseState>();
        foreach (var caseId in messages.Select(message => message.Subject).Distinct(StringComparer.Ordinal))
        {
            if (await cases.FindAsync(caseId, cancellationToken) is { } state) states.Add(state);
        }

        var first = messages.Min(message => message.QueuedAt);
        var bundle = new Bundle
        {
            At = now,
            IsFlood = true,
            Opened = [.. states.Where(state => state.OpenedAt >= first).OrderByDescending(Subscriber.Gravest)],
            Changed = [.. states.Where(state => !(state.OpenedAt >= first)).OrderByDescending(Subscriber.Gravest)],
        };
        var cause = Digest.Of(string.Join('|', messages.Select(message => message.Id).Order(StringComparer.Ordinal))).Hex;
        var id = await queue.QueueAsync(MessageSubject.OfFloods(DutchTime.DateOf(now)), cause, bundle, subscriber, cancellationToken);
        foreach (var message in messages)
        {
            await inbox.RaiseAsync(message.Subject, EventOf(message, id, now), CancellationToken.None);
            await outbox.UpdateAsync(message with { State = OutboxState.Replaced, ReplacedBy = id, NotBefore = null, LastError = null }, CancellationToken.None);
        }

        return true;
    }

    private static CaseEvent EventOf(OutboxMessage message, string by, DateTimeOffset now)
    {
        var body = new JsonObject { ["message"] = message.Id, ["channel"] = message.Channel, ["recipient"] = message.Recipient, ["sha256"] = message.Content.Hex, ["replacedBy"] = by };
        return new CaseEvent(Digest.Of($"{CaseEventKinds.MessageReplaced}|{message.Id}").Hex[..32], CaseEventKinds.MessageReplaced, now, JsonSerializer.SerializeToElement(body));
    }
}
