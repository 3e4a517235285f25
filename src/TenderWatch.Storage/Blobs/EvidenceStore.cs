using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Tombstones;

namespace TenderWatch.Storage;

/// <summary>Evidence as blobs that are named by their SHA-256 and only ever created.</summary>
public sealed class EvidenceStore(StorageAccount account) : IEvidenceStore
{
    private const int LargestInMemory = 4 * 1024 * 1024;

    private readonly BlobContainerClient _public = account.PublicEvidence;
    private readonly BlobContainerClient _confidential = account.ConfidentialEvidence;
    private readonly Deleted _deleted = new(new TombstoneStore(account), new CheckpointStore(account));

    /// <inheritdoc/>
    public string Container(Confidentiality confidentiality) => For(confidentiality).Name;

    /// <inheritdoc/>
    public async Task<Digest> PutAsync(ReadOnlyMemory<byte> content, string mediaType, Confidentiality confidentiality, CancellationToken cancellationToken)
    {
        var digest = Digest.Of(content.Span);
        await Creation.TryAsync(For(confidentiality).GetBlobClient(digest.Hex), content, mediaType, cancellationToken);
        return digest;
    }

    /// <inheritdoc/>
    public async Task<Digest> PutAsync(Stream content, string mediaType, Confidentiality confidentiality, CancellationToken cancellationToken)
    {
        if (content.Length - content.Position <= LargestInMemory)
        {
            using var memory = new MemoryStream();
            await content.CopyToAsync(memory, cancellationToken);
            return await PutAsync(memory.ToArray(), mediaType, confidentiality, cancellationToken);
        }

        var start = content.Position;
        var (digest, md5) = await HashAsync(content, cancellationToken);
        var blob = For(confidentiality).GetBlobClient(digest.Hex);
        // What is there is not sent once more: it is large.
        if (await blob.ExistsAsync(cancellationToken)) return digest;

        content.Position = start;
        try
        {
            await Creation.TryAsync(blob, content, md5, mediaType, cancellationToken);
        }
        // Azurite has another word for it.
        catch (RequestFailedException changed) when (changed.ErrorCode == BlobErrorCode.Md5Mismatch || changed.ErrorCode == BlobErrorCode.InvalidOperation)
        {
            throw new EvidenceException($"The content changed while it was being stored as {digest}. Store it again when nobody writes to it.");
        }

        return digest;
    }

    /// <inheritdoc/>
    public async Task<byte[]> GetAsync(Digest sha256, Confidentiality confidentiality, CancellationToken cancellationToken)
    {
        var container = For(confidentiality);
        try
        {
            BlobDownloadResult download = await container.GetBlobClient(sha256.Hex).DownloadContentAsync(cancellationToken);
            var content = download.Content.ToArray();
            return Digest.Of(content) is var actual && actual == sha256
                ? content
                : throw new EvidenceException($"{container.Name}/{sha256} was altered: its content has the SHA-256 {actual}. Run verify and restore it from a copy.");
        }
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            if (await _deleted.FindAsync(sha256, confidentiality, cancellationToken) is { } tombstone) throw new EvidenceDeletedException(tombstone);
            throw new EvidenceException($"{container.Name}/{sha256} is not there. Run verify and restore it from a copy.");
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(Confidentiality confidentiality, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in For(confidentiality).GetBlobsAsync(cancellationToken: cancellationToken)) yield return blob.Name;
    }

    /// <inheritdoc/>
    public async Task<Digest?> HashAsync(string name, Confidentiality confidentiality, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadStreamingResult download = await For(confidentiality).GetBlobClient(name).DownloadStreamingAsync(cancellationToken: cancellationToken);
            await using var content = download.Content;
            return await Digest.OfAsync(content, cancellationToken);
        }
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            return null;
        }
    }

    private BlobContainerClient For(Confidentiality confidentiality) => confidentiality == Confidentiality.Confidential ? _confidential : _public;

    // The digest names the blob; the MD5 is what storage itself holds the arriving bytes against.
    private static async Task<(Digest Sha256, byte[] Md5)> HashAsync(Stream content, CancellationToken cancellationToken)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var buffer = new byte[128 * 1024];
        while (await content.ReadAsync(buffer, cancellationToken) is > 0 and var length)
        {
            sha256.AppendData(buffer, 0, length);
            md5.AppendData(buffer, 0, length);
        }

        return (Digest.Parse(Convert.ToHexStringLower(sha256.GetHashAndReset())), md5.GetHashAndReset());
    }
}
