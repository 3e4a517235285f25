using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace TenderWatch.Storage;

/// <summary>
/// Creates a blob unless it is there: the one way in which evidence and ledgers are written. It is always one request (Put Blob, up to
/// 5,000 MiB): an identity with <c>blobs/add/action</c> and without <c>blobs/write</c> may create a blob and change none, and may not stage blocks.
/// </summary>
internal static class Creation
{
    private const long LongestRequest = 5000L * 1024 * 1024;

    /// <summary>Whether the blob was created; <see langword="false"/> when it was there.</summary>
    public static Task<bool> TryAsync(BlobClient blob, ReadOnlyMemory<byte> content, string mediaType, CancellationToken cancellationToken) =>
        TryAsync(blob, () => blob.UploadAsync(BinaryData.FromBytes(content), Options(mediaType), cancellationToken), cancellationToken);

    /// <summary>Whether the blob was created; <see langword="false"/> when it was there.</summary>
    /// <param name="blob">The blob.</param>
    /// <param name="content">Read from its position.</param>
    /// <param name="md5">Of what has to arrive: storage refuses anything else with <c>Md5Mismatch</c>.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public static Task<bool> TryAsync(BlobClient blob, Stream content, byte[] md5, string mediaType, CancellationToken cancellationToken)
    {
        var options = Options(mediaType);
        options.TransferOptions = new StorageTransferOptions { InitialTransferSize = LongestRequest };
        options.HttpHeaders.ContentHash = md5;
        return TryAsync(blob, () => blob.UploadAsync(content, options, cancellationToken), cancellationToken);
    }

    private static BlobUploadOptions Options(string mediaType) =>
        new() { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All }, HttpHeaders = new BlobHttpHeaders { ContentType = mediaType } };

    private static async Task<bool> TryAsync(BlobClient blob, Func<Task> create, CancellationToken cancellationToken)
    {
        try
        {
            await create();
            return true;
        }
        catch (RequestFailedException there) when (there.ErrorCode == BlobErrorCode.BlobAlreadyExists
            || there.ErrorCode == BlobErrorCode.ConditionNotMet
            || there.ErrorCode == BlobErrorCode.UnauthorizedBlobOverwrite
            || there.ErrorCode == "BlobImmutableDueToPolicy")
        {
            return false;
        }
        catch (RequestFailedException refused) when (refused.ErrorCode == BlobErrorCode.AuthorizationPermissionMismatch)
        {
            // Refused because it is there, which the identity may not change, or because the identity may create nothing at all.
            if (await blob.ExistsAsync(cancellationToken)) return false;
            throw;
        }
    }
}
