using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Storage;

/// <summary>The latest state of every case, one row each.</summary>
public sealed class Cases(StorageAccount account) : ICases
{
    private const string Partition = "case";

    // Beside the state itself, so that a checkpoint of 100,000 cases does not read all they hold.
    private const string NameColumn = "Case";
    private const string SequenceColumn = "LedgerSequence";
    private const string HeadColumn = "LedgerSha256";

    private readonly TableClient _table = account.Cases;

    /// <inheritdoc/>
    public async Task<CaseState?> FindAsync(string caseId, CancellationToken cancellationToken) =>
        (await _table.FindAsync(Partition, RowKey.Of(caseId), cancellationToken))?.Read<CaseState>();

    /// <inheritdoc/>
    public async Task SaveAsync(CaseState state, CancellationToken cancellationToken)
    {
        var json = JsonColumns.Write(state);
        var row = new TableEntity(Partition, RowKey.Of(state.Id))
        {
            ["NextDeadline"] = state.LookAgainAt,
            [NameColumn] = state.Id,
            [SequenceColumn] = state.Ledger.Sequence,
            [HeadColumn] = state.Ledger.Sha256.Hex,
        }.With(json);
        while (true)
        {
            var stored = await _table.FindAsync(Partition, row.RowKey, cancellationToken);
            if (stored is not null && stored.Json() == json) return;
            // What has no number, as no version before this one gave it, gives way.
            if (stored?.Read<CaseState>().Revision is { } revision and > 0 && revision != state.Revision - 1) throw new StaleStateException(state.Id);
            if (await _table.TrySubmitAsync(
                [stored is null ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, stored.ETag)], cancellationToken)) return;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CaseState>> ListAsync(CancellationToken cancellationToken) => ListAsync($"PartitionKey eq '{Partition}'", cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<(string CaseId, LedgerHead Head)> HeadsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string[] columns = ["RowKey", NameColumn, SequenceColumn, HeadColumn];
        await foreach (var row in _table.QueryAsync<TableEntity>($"PartitionKey eq '{Partition}'", select: columns, cancellationToken: cancellationToken))
        {
            if (row.GetString(NameColumn) is { } name && row.GetInt64(SequenceColumn) is { } sequence && Digest.TryParse(row.GetString(HeadColumn), out var head))
                yield return (name, new LedgerHead(sequence, head));
            // Saved by a version that had not the columns yet.
            else if ((await _table.FindAsync(Partition, row.RowKey, cancellationToken))?.Read<CaseState>() is { } state)
                yield return (state.Id, state.Ledger);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CaseState>> DueAsync(DateTimeOffset moment, CancellationToken cancellationToken) =>
        ListAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and NextDeadline le {moment.ToUniversalTime()}"), cancellationToken);

    private async Task<IReadOnlyList<CaseState>> ListAsync(string filter, CancellationToken cancellationToken) =>
        [.. (await _table.ListAsync(filter, cancellationToken)).Select(row => row.Read<CaseState>())
            .OrderByDescending(state => state.UpdatedAt).ThenBy(state => state.Id, StringComparer.Ordinal)];
}
