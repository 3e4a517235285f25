using Azure;
using Azure.Data.Tables;
using TenderWatch.Core.Messages;

namespace TenderWatch.Storage;

/// <summary>
/// Messages in one partition: rows <c>message|subject|id</c> for ever, and <c>unsent|id</c> beside it until it is sent, so that looking
/// for what is due never passes over what was sent. Both change in one transaction. One row <c>pace</c> says what recipients got lately.
/// </summary>
public sealed class Outbox(StorageAccount account) : IOutbox
{
    private const string Partition = "outbox";
    private const int MostAttempts = 100;

    private readonly TableClient _table = account.Outbox;

    /// <inheritdoc/>
    public Task<bool> QueueAsync(OutboxMessage message, CancellationToken cancellationToken) => _table.TrySubmitAsync(
        [
            new(TableTransactionActionType.Add, Row(message, "message", message.Subject, message.Id)),
            new(TableTransactionActionType.Add, Row(message, "unsent", message.Id)),
        ],
        cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OutboxMessage>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await UnsentAsync(cancellationToken)).Where(message => message.State == OutboxState.Pending && !(message.NotBefore > now))];

    /// <inheritdoc/>
    public async Task UpdateAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var row = await _table.FindAsync(Partition, RowKey.Of("message", message.Subject, message.Id), cancellationToken)
                ?? throw new InvalidOperationException($"The message {message.Id} about {message.Subject} was never queued.");
            // Two senders at once: one failure does not undo the other's success.
            if (row.Read<OutboxMessage>().State is OutboxState.Sent or OutboxState.Replaced) return;
            if (await _table.TrySubmitAsync(
                [
                    new(TableTransactionActionType.UpdateReplace, Row(message, "message", message.Subject, message.Id), row.ETag),
                    message.State is OutboxState.Sent or OutboxState.Replaced
                        ? new(TableTransactionActionType.Delete, Row(message, "unsent", message.Id), ETag.All)
                        : new(TableTransactionActionType.UpdateReplace, Row(message, "unsent", message.Id), ETag.All),
                ],
                cancellationToken)) return;
        }

        throw new InvalidOperationException($"The outcome of message {message.Id} could not be saved in {MostAttempts} attempts, for other writers changed it each time.");
    }

    /// <inheritdoc/>
    public async Task<OutboxMessage?> FindUnsentAsync(string id, CancellationToken cancellationToken) =>
        (await _table.FindAsync(Partition, RowKey.Of("unsent", id), cancellationToken))?.Read<OutboxMessage>();

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxMessage>> AboutAsync(string subject, CancellationToken cancellationToken) =>
        ListAsync(RowKey.StartingWith(Partition, "message", subject), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxMessage>> UnsentAsync(CancellationToken cancellationToken) =>
        ListAsync(RowKey.StartingWith(Partition, "unsent"), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RecipientPace>> PaceAsync(CancellationToken cancellationToken) =>
        (await _table.FindAsync(Partition, RowKey.Of("pace"), cancellationToken))?.Read<IReadOnlyList<RecipientPace>>() ?? [];

    /// <inheritdoc/>
    public Task SavePaceAsync(IReadOnlyList<RecipientPace> pace, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(new TableEntity(Partition, RowKey.Of("pace")).With(JsonColumns.Write(pace)), TableUpdateMode.Replace, cancellationToken);

    private async Task<IReadOnlyList<OutboxMessage>> ListAsync(string filter, CancellationToken cancellationToken) =>
        [.. (await _table.ListAsync(filter, cancellationToken)).Select(row => row.Read<OutboxMessage>())
            .OrderBy(message => message.QueuedAt).ThenBy(message => message.Id, StringComparer.Ordinal)];

    private static TableEntity Row(OutboxMessage message, params ReadOnlySpan<string> key) =>
        new TableEntity(Partition, RowKey.Of(key)).With(JsonColumns.Write(message));
}
