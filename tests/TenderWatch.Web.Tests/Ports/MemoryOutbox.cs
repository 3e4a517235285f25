using System.Collections.Concurrent;
using TenderWatch.Core.Messages;

namespace TenderWatch.Web.Tests.Ports;

internal sealed class MemoryOutbox : IOutbox
{
    private readonly ConcurrentDictionary<string, OutboxMessage> _messages = new(StringComparer.Ordinal);

    public Task<bool> QueueAsync(OutboxMessage message, CancellationToken cancellationToken) => Task.FromResult(_messages.TryAdd(message.Id, message));

    public Task<IReadOnlyList<OutboxMessage>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        ListAsync(message => message.State == OutboxState.Pending && !(message.NotBefore > now));

    public Task UpdateAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        _messages[message.Id] = message;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<OutboxMessage>> AboutAsync(string subject, CancellationToken cancellationToken) => ListAsync(message => message.Subject == subject);

    public Task<IReadOnlyList<OutboxMessage>> UnsentAsync(CancellationToken cancellationToken) => ListAsync(message => message.State is OutboxState.Pending or OutboxState.Dead);

    public Task<IReadOnlyList<RecipientPace>> PaceAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<RecipientPace>>([]);

    public Task SavePaceAsync(IReadOnlyList<RecipientPace> pace, CancellationToken cancellationToken) => throw new NotSupportedException();

    private Task<IReadOnlyList<OutboxMessage>> ListAsync(Func<OutboxMessage, bool> which) =>
        Task.FromResult<IReadOnlyList<OutboxMessage>>([.. _messages.Values.Where(which).OrderBy(message => message.QueuedAt).ThenBy(message => message.Id, StringComparer.Ordinal)]);

    public Task<OutboxMessage?> FindUnsentAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(_messages.Values.FirstOrDefault(message => message.Id == id && message.State is OutboxState.Pending or OutboxState.Dead));
}
