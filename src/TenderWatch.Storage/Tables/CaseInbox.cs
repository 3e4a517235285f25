using Azure;
using Azure.Data.Tables;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Storage;

/// <summary>
/// The inboxes in one partition, so that the waiting events of all cases stand together: rows <c>waiting|case|event</c> and
/// <c>step|case|event|n</c> until an episode is through, and <c>seen|case|event</c> for ever.
/// </summary>
public sealed class CaseInbox(StorageAccount account) : ICaseInbox
{
    private const string Partition = "inbox";

    private readonly TableClient _table = account.Inbox;

    /// <inheritdoc/>
    public Task<bool> RaiseAsync(string caseId, CaseEvent caseEvent, CancellationToken cancellationToken) => _table.TrySubmitAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity(Partition, RowKey.Of("seen", caseId, caseEvent.Id))),
            new(TableTransactionActionType.Add, Waiting(caseId, caseEvent.Id).With(JsonColumns.Write(caseEvent.Traced()))),
        ],
        cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> WaitingCasesAsync(CancellationToken cancellationToken)
    {
        var rows = await _table.ListAsync(RowKey.StartingWith(Partition, "waiting"), cancellationToken, ["RowKey", "Case"]);
        return [.. rows.Select(row => row.GetString("Case")).Distinct(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WaitingEvent>> WaitingAsync(string caseId, CancellationToken cancellationToken)
    {
        var rows = await _table.ListAsync(RowKey.StartingWith(Partition, "waiting", caseId), cancellationToken);
        return
        [
            .. rows.Select(row => new WaitingEvent(row.Read<CaseEvent>(), row.GetString("Stuck")))
                .OrderBy(waiting => waiting.Event.At).ThenBy(waiting => waiting.Event.Id, StringComparer.Ordinal),
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<int, RememberedResult>> RememberedAsync(string caseId, string eventId, CancellationToken cancellationToken) =>
        (await _table.ListAsync(RowKey.StartingWith(Partition, "step", caseId, eventId), cancellationToken))
            .ToDictionary(row => row.GetInt32("Step")!.Value, row => row.Read<RememberedResult>());

    /// <inheritdoc/>
    public Task RememberAsync(string caseId, string eventId, int step, RememberedResult result, CancellationToken cancellationToken) => _table.UpsertEntityAsync(
        new TableEntity(Partition, RowKey.Of("step", caseId, eventId, step.ToString("D5", System.Globalization.CultureInfo.InvariantCulture))) { ["Step"] = step }
            .With(JsonColumns.Write(result)),
        TableUpdateMode.Replace,
        cancellationToken);

    /// <inheritdoc/>
    public async Task CompleteAsync(string caseId, string eventId, CancellationToken cancellationToken)
    {
        var steps = await _table.ListAsync(RowKey.StartingWith(Partition, "step", caseId, eventId), cancellationToken, ["PartitionKey", "RowKey"]);
        var rows = new List<TableEntity>();
        if (await _table.FindAsync(Partition, Waiting(caseId, eventId).RowKey, cancellationToken) is { } waiting) rows.Add(waiting);
        rows.AddRange(steps);
        // The event goes in the first transaction, which is the only one of an episode of fewer than a hundred steps; steps that are
        // left behind by a crash after it belong to no waiting event and are never read.
        foreach (var bundle in rows.Chunk(TableReading.MostOperations))
        {
            // A conflict means that another worker has completed the same episode.
            await _table.TrySubmitAsync([.. bundle.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All))], cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task<bool> SetAsideAsync(string caseId, string eventId, string reason, CancellationToken cancellationToken)
    {
        var row = Waiting(caseId, eventId);
        row["Stuck"] = reason.Length <= LongestReason ? reason : reason[..LongestReason];
        return _table.TrySubmitAsync([new(TableTransactionActionType.UpdateMerge, row, ETag.All)], cancellationToken);
    }

    private const int LongestReason = 4000;

    private static TableEntity Waiting(string caseId, string eventId) => new(Partition, RowKey.Of("waiting", caseId, eventId)) { ["Case"] = caseId };
}
