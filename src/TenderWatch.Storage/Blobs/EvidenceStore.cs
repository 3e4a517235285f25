using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Storage;

/// <summary>Evidence as blobs that are named by their SHA-256 and only ever created.</summary>
public sealed class EvidenceStore(StorageAccount account) : IEvidenceStore
{
    private const int BlockLength = 4 * 1024 * 1024;

    private readonly BlobContainerClient _public = account.PublicEvidence;
    private readonly BlobContainerClient _confidential = account.ConfidentialEvidence;

    /// <inheritdoc/>
    public string Container(Confidentiality confidentiality) => For(confidentiality).Name;

    /// <inheritdoc/>
    public async Task<Digest> PutAsync(ReadOnlyMemory<byte> content, string mediaType, Confidentiality confidentiality, CancellationToken cancellationToken)
    {
        var digest = Digest.Of(content.Span);
        await Creation.TryAsync(() => For(confidentiality).GetBlobClient(digest.Hex).UploadAsync(
            BinaryData.FromBytes(content),
            new BlobUploadOptions { Conditions = Creation.OnlyIfAbsent, HttpHeaders = new BlobHttpHeaders { ContentType = mediaType } },
            cancellationToken));
        return digest;
    }

    /// <inheritdoc/>
    public async Task<Digest> PutAsync(Stream content, string mediaType, Confidentiality confidentiality, CancellationToken cancellationToken)
    {
        if (content.Length - content.Position <= BlockLength)
        {
            using var memory = new MemoryStream();
            await content.CopyToAsync(memory, cancellationToken);
            return await PutAsync(memory.ToArray(), mediaType, confidentiality, cancellationToken);
        }

        var start = content.Position;
        var digest = await Digest.OfAsync(content, cancellationToken);
        var blob = For(confidentiality).GetBlockBlobClient(digest.Hex);
        // An immutable container refuses even the blocks of a blob that is there.
        if (await blob.ExistsAsync(cancellationToken)) return digest;

        content.Position = start;
        await PutBlocksAsync(blob, digest, content, mediaType, cancellationToken);
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

    // Nothing appears under the name before the list of blocks is committed, and by then it is known what was sent.
    private static async Task PutBlocksAsync(BlockBlobClient blob, Digest digest, Stream content, string mediaType, CancellationToken cancellationToken)
    {
        using var sent = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BlockLength];
        var blocks = new List<string>();
        while (await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken) is > 0 and var length)
        {
            sent.AppendData(buffer, 0, length);
            blocks.Add(Convert.ToBase64String(BitConverter.GetBytes(blocks.Count)));
            using var block = new MemoryStream(buffer, 0, length, writable: false);
            await blob.StageBlockAsync(blocks[^1], block, cancellationToken: cancellationToken);
        }

        if (Convert.ToHexStringLower(sent.GetHashAndReset()) != digest.Hex)
            throw new EvidenceException($"The content changed while it was being stored as {digest}. Store it again when nobody writes to it.");
        await Creation.TryAsync(() => blob.CommitBlockListAsync(
            blocks,
            new CommitBlockListOptions { Conditions = Creation.OnlyIfAbsent, HttpHeaders = new BlobHttpHeaders { ContentType = mediaType } },
            cancellationToken));
    }
}
