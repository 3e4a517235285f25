using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Storage;

/// <summary>Checkpoints as blobs that are only ever created, and the ends of the ledgers in the latest of them as rows of a table.</summary>
public sealed class CheckpointStore(StorageAccount account) : ICheckpointStore
{
    private const string Partition = "head";

    private readonly BlobContainerClient _container = account.Checkpoints;
    private readonly TableClient _heads = account.CheckpointHeads;

    /// <inheritdoc/>
    public string Container => _container.Name;

    /// <inheritdoc/>
    public async Task<long> LatestAsync(CancellationToken cancellationToken)
    {
        long latest = 0;
        await foreach (var name in ListAsync(cancellationToken)) latest = Math.Max(latest, CheckpointNames.NumberOf(name));
        return latest;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in _container.GetBlobsAsync(cancellationToken: cancellationToken)) yield return blob.Name;
    }

    /// <inheritdoc/>
    public async Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult download = await _container.GetBlobClient(name).DownloadContentAsync(cancellationToken);
            return download.Content.ToArray();
        }
        catch (RequestFailedException absent) when (absent.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        Creation.TryAsync(_container.GetBlobClient(name), content, MediaTypeOf(name), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<CheckpointLeaf> HeadsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _heads.QueryAsync<TableEntity>($"PartitionKey eq '{Partition}'", cancellationToken: cancellationToken)) yield return row.Read<CheckpointLeaf>();
    }

    /// <inheritdoc/>
    public async Task SaveHeadsAsync(IReadOnlyList<CheckpointLeaf> heads, CancellationToken cancellationToken)
    {
        foreach (var some in heads.Chunk(TableReading.MostOperations))
        {
            await _heads.SubmitTransactionAsync(
                some.Select(head => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(Partition, RowKey.Of(head.Ledger)).With(JsonColumns.Write(head)))),
                cancellationToken);
        }
    }

    private static string MediaTypeOf(string name) => CheckpointNames.NumberOfStamp(name) > 0 ? "application/timestamp-token"
        : CheckpointNames.NumberOfLeaves(name) > 0 ? "application/jsonl"
        : "application/json";
}
