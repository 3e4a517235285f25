using Azure;
using Azure.Storage.Blobs.Models;

namespace TenderWatch.Storage;

/// <summary>Creates a blob unless it is there: the one way in which evidence and ledgers are written.</summary>
internal static class Creation
{
    public static BlobRequestConditions OnlyIfAbsent => new() { IfNoneMatch = ETag.All };

    /// <summary>Whether the blob was created; <see langword="false"/> when it was there.</summary>
    public static async Task<bool> TryAsync<T>(Func<Task<Response<T>>> create)
    {
        try
        {
            await create();
            return true;
        }
        catch (RequestFailedException there) when (there.ErrorCode == BlobErrorCode.BlobAlreadyExists
            || there.ErrorCode == BlobErrorCode.ConditionNotMet
            || there.ErrorCode == "BlobImmutableDueToPolicy")
        {
            return false;
        }
    }
}
