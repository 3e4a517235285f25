using TenderWatch.Core.Messages;

namespace TenderWatch.Notifications.Sending;

/// <summary>Brings the bytes of a message to its recipient over one channel.</summary>
public interface IMessageSender
{
    /// <summary>The channel; see <see cref="Channels"/>.</summary>
    string Channel { get; }

    /// <summary>Sends. What a server answers, or that it does not, is a result; only cancelling throws.</summary>
    /// <param name="message">The message.</param>
    /// <param name="content">Its stored bytes.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<SendResult> SendAsync(OutboxMessage message, byte[] content, CancellationToken cancellationToken);
}

/// <summary>How an attempt ended.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>The other side has taken the message over.</summary>
    public sealed record Sent : SendResult;

    /// <summary>It may work another time.</summary>
    /// <param name="Reason">Why it did not now; never holds a secret.</param>
    /// <param name="RetryAfter">How long the other side asks to wait.</param>
    public sealed record TryLater(string Reason, TimeSpan? RetryAfter = null) : SendResult;

    /// <summary>It will never work for this message.</summary>
    /// <param name="Reason">Why; never holds a secret.</param>
    public sealed record Refused(string Reason) : SendResult;
}
