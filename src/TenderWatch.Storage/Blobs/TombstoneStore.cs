using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using TenderWatch.Core.Evidence.Tombstones;

namespace TenderWatch.Storage;

/// <summary>Tombstones as blobs that are only ever created.</summary>
public sealed class TombstoneStore(StorageAccount account) : ITombstoneStore
{
    private readonly BlobContainerClient _container = account.Tombstones;

    /// <inheritdoc/>
    public string Container => _container.Name;

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // What an older version deployed has no such container.
        if (!await _container.ExistsAsync(cancellationToken)) yield break;
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
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task CreateAsync(SignedTombstone tombstone, CancellationToken cancellationToken) => Creation.TryAsync(
        _container.GetBlobClient(TombstoneNames.Of(tombstone.Tombstone.Sha256, tombstone.Tombstone.Confidentiality)), tombstone.ToBytes(), "application/json", cancellationToken);
}
