using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Storage;

/// <summary>
/// Ledgers as blobs <c>{case}/{sequence:D10}.json</c> that are only ever created: of two writers that want the same number, one gets
/// it and the other reads what it wrote and goes on after it.
/// </summary>
public sealed class LedgerStore(StorageAccount account) : ILedger
{
    private readonly BlobContainerClient _container = account.Ledger;

    /// <inheritdoc/>
    public string Container => _container.Name;

    /// <inheritdoc/>
    public async Task<LedgerHead> AppendAsync(string caseId, LedgerHead after, LedgerDraft draft, CancellationToken cancellationToken)
    {
        if (caseId.Length == 0 || caseId.Contains('/', StringComparison.Ordinal)) throw new ArgumentException($"'{caseId}' cannot name a ledger.", nameof(caseId));

        // Mostly nobody else wrote: the first attempt costs one request.
        var end = after;
        if (await TryCreateAsync(caseId, end, draft, cancellationToken) is { } first) return first;
        while (true)
        {
            while (await ReadNextAsync(caseId, end, cancellationToken) is { } next)
            {
                end = next.Head;
                if (string.Equals(next.Key, draft.Key, StringComparison.Ordinal)) return end;
            }

            if (await TryCreateAsync(caseId, end, draft, cancellationToken) is { } created) return created;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredLedgerEntry> ReadAsync(string caseId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = caseId + "/";
        await foreach (var blob in _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder, cancellationToken))
        {
            BlobDownloadResult download = await _container.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken);
            yield return new StoredLedgerEntry($"{_container.Name}/{blob.Name}", LedgerNames.SequenceOf(caseId, blob.Name), download.Content.ToArray());
        }
    }

    /// <inheritdoc/>
    public async Task<StoredLedgerEntry?> FindAsync(string caseId, long sequence, CancellationToken cancellationToken)
    {
        var name = LedgerNames.Of(caseId, sequence);
        try
        {
            BlobDownloadResult download = await _container.GetBlobClient(name).DownloadContentAsync(cancellationToken);
            return new StoredLedgerEntry($"{_container.Name}/{name}", sequence, download.Content.ToArray());
        }
        catch (RequestFailedException free) when (free.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListCasesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in _container.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", prefix: null, cancellationToken))
        {
            yield return item.IsPrefix ? item.Prefix.TrimEnd('/') : item.Blob.Name;
        }
    }

    private async Task<LedgerHead?> TryCreateAsync(string caseId, LedgerHead after, LedgerDraft draft, CancellationToken cancellationToken)
    {
        var entry = new LedgerEntry(caseId, after.Sequence + 1, after.Sha256, draft.Key, draft.Kind, draft.At, draft.Body);
        var bytes = entry.ToBytes();
        var created = await Creation.TryAsync(_container.GetBlobClient(LedgerNames.Of(caseId, entry.Sequence)), bytes, "application/json", cancellationToken);
        return created ? new LedgerHead(entry.Sequence, Digest.Of(bytes)) : null;
    }

    private async Task<(LedgerHead Head, string Key)?> ReadNextAsync(string caseId, LedgerHead after, CancellationToken cancellationToken)
    {
        var sequence = after.Sequence + 1;
        if (await FindAsync(caseId, sequence, cancellationToken) is not { } stored) return null;
        try
        {
            var entry = LedgerEntry.Parse(stored.Bytes);
            // Nothing is built on a chain that is broken already.
            if (entry.Case == caseId && entry.Sequence == sequence && entry.Previous == after.Sha256)
                return (new LedgerHead(sequence, Digest.Of(stored.Bytes)), entry.Key);
        }
        catch (FormatException)
        {
            // Named below.
        }

        throw new EvidenceException($"{stored.Name} was altered, or what precedes it was. Run verify and restore it from a copy.");
    }
}
