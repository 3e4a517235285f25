using TenderWatch.Core.Messages;

namespace TenderWatch.Notifications.Sending;

/// <summary>
/// So many messages about cases an hour reach one recipient; what is more waits, and goes as one message. It knows what this process sent: after a restart a
/// recipient may get as many again.
/// </summary>
internal sealed class FloodBrake(int mostPerHour, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly Dictionary<(string Channel, string Recipient), List<DateTimeOffset>> _sent = [];
    private readonly Dictionary<(string Channel, string Recipient), DateTimeOffset> _bundled = [];

    /// <summary>Divides what is due into what may be sent by itself and what is to go together; the rest waits.</summary>
    public (IReadOnlyList<OutboxMessage> Single, IReadOnlyList<IReadOnlyList<OutboxMessage>> Together) Divide(IReadOnlyList<OutboxMessage> due)
    {
        var single = due.Where(message => !IsBraked(message)).ToList();
        var together = new List<IReadOnlyList<OutboxMessage>>();
        foreach (var own in due.Where(IsBraked).GroupBy(message => (message.Channel, message.Recipient)))
        {
            if (mostPerHour == 0 || own.Count() <= mostPerHour - Recent(own.Key)) single.AddRange(own);
            else if (!(_bundled.TryGetValue(own.Key, out var last) && time.GetUtcNow() - last < Window)) together.Add([.. own]);
        }

        return (single, together);
    }

    /// <summary>A message was sent by itself.</summary>
    public void Sent(OutboxMessage message)
    {
        if (!IsBraked(message)) return;
        if (!_sent.TryGetValue((message.Channel, message.Recipient), out var moments)) _sent[(message.Channel, message.Recipient)] = moments = [];
        moments.Add(time.GetUtcNow());
    }

    /// <summary>What waited for a recipient goes together.</summary>
    public void Bundled(string channel, string recipient) => _bundled[(channel, recipient)] = time.GetUtcNow();

    private int Recent((string Channel, string Recipient) of)
    {
        if (!_sent.TryGetValue(of, out var moments)) return 0;
        moments.RemoveAll(moment => time.GetUtcNow() - moment >= Window);
        return moments.Count;
    }

    // Troubles of sources are few, and the daily message is one. What failed before is not held up again.
    private static bool IsBraked(OutboxMessage message) => MessageSubject.IsCase(message.Subject) && message.Attempts == 0;
}
