using System.Collections.Concurrent;
using TenderWatch.Core.Messages;
using TenderWatch.Notifications;
using TenderWatch.Notifications.Sending;

namespace TenderWatch.Functions.Tests.Support;

/// <summary>Brings messages into memory, by their ids.</summary>
internal sealed class QueueSender(ConcurrentQueue<string> sent) : IMessageSender
{
    public string Channel => Channels.Email;

    public Task<SendResult> SendAsync(OutboxMessage message, byte[] content, CancellationToken cancellationToken)
    {
        sent.Enqueue(message.Id);
        return Task.FromResult<SendResult>(new SendResult.Sent());
    }
}
