using TenderWatch.Core.Messages;

namespace TenderWatch.Notifications.Sending;

/// <summary>So many messages about cases an hour reach one recipient; what is more waits, and goes as one message.</summary>
/// <param name="mostPerHour">How many; 0 for no limit.</param>
/// <param name="before">What recipients got before.</param>
/// <param name="now">The moment of the run.</param>
internal sealed class FloodBrake(int mostPerHour, IReadOnlyList<RecipientPace> before, DateTimeOffset now)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly Dictionary<(string Channel, string Recipient), RecipientPace> _pace = before
        .Select(one => one with { Sent = [.. one.Sent.Where(moment => now - moment < Window)], Bundled = now - one.Bundled < Window ? one.Bundled : null })
        .Where(one => one is not { Sent.Count: 0, Bundled: null })
        .ToDictionary(one => (one.Channel, one.Recipient));

    /// <summary>What recipients got of late, with what this run sends.</summary>
    public IReadOnlyList<RecipientPace> Pace => [.. _pace.Values];

    /// <summary>Whether a message is counted. Troubles of sources are few, and the daily message is one; what failed before is not held up again.</summary>
    public static bool Counts(OutboxMessage message) => MessageSubject.IsCase(message.Subject) && message.Attempts == 0;

    /// <summary>Divides what is due into what may be sent by itself and what is to go together; the rest waits.</summary>
    public (IReadOnlyList<OutboxMessage> Single, IReadOnlyList<IReadOnlyList<OutboxMessage>> Together) Divide(IReadOnlyList<OutboxMessage> due)
    {
        var single = due.Where(message => !Counts(message)).ToList();
        var together = new List<IReadOnlyList<OutboxMessage>>();
        foreach (var own in due.Where(Counts).GroupBy(message => (message.Channel, message.Recipient)))
        {
            if (mostPerHour == 0 || own.Count() <= mostPerHour - Of(own.Key).Sent.Count) single.AddRange(own);
            else if (Of(own.Key).Bundled is null) together.Add([.. own]);
        }

        return (single, together);
    }

    /// <summary>A message goes by itself.</summary>
    public void Sent(OutboxMessage message)
    {
        if (!Counts(message)) return;
        var pace = Of((message.Channel, message.Recipient));
        _pace[(message.Channel, message.Recipient)] = pace with { Sent = [.. pace.Sent, now] };
    }

    /// <summary>What waited for a recipient goes together.</summary>
    public void Bundled(string channel, string recipient) => _pace[(channel, recipient)] = Of((channel, recipient)) with { Bundled = now };

    private RecipientPace Of((string Channel, string Recipient) key) => _pace.GetValueOrDefault(key) ?? new(key.Channel, key.Recipient, [], null);
}
