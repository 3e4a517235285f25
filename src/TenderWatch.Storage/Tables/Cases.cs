using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Storage;

/// <summary>The latest state of every case, one row each.</summary>
public sealed class Cases(StorageAccount account) : ICases
{
    private const string Partition = "case";

    private readonly TableClient _table = account.Cases;

    /// <inheritdoc/>
    public async Task<CaseState?> FindAsync(string caseId, CancellationToken cancellationToken) =>
        (await _table.FindAsync(Partition, RowKey.Of(caseId), cancellationToken))?.Read<CaseState>();

    /// <inheritdoc/>
    public Task SaveAsync(CaseState state, CancellationToken cancellationToken) => _table.UpsertEntityAsync(
        new TableEntity(Partition, RowKey.Of(state.Id)) { ["NextDeadline"] = state.NextDeadline }.With(JsonColumns.Write(state)),
        TableUpdateMode.Replace,
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CaseState>> ListAsync(CancellationToken cancellationToken) => ListAsync($"PartitionKey eq '{Partition}'", cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<(string CaseId, LedgerHead Head)> HeadsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.QueryAsync<TableEntity>($"PartitionKey eq '{Partition}'", cancellationToken: cancellationToken))
        {
            var state = row.Read<CaseState>();
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
