using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Retention;

namespace TenderWatch.Storage;

/// <summary>Deletes evidence with the rights of whoever runs it: <c>blobs/delete</c>, and <c>blobs/deleteBlobVersion/action</c> where the account keeps versions.</summary>
public sealed class EvidenceRemover(StorageAccount account) : IEvidenceRemover
{
    /// <inheritdoc/>
    public async Task<bool> MayRemoveAsync(Confidentiality confidentiality, CancellationToken cancellationToken)
    {
        try
        {
            // The right is asked for before the blob is looked for; no evidence has this name.
            await For(confidentiality).GetBlobClient("may-delete").DeleteIfExistsAsync(cancellationToken: cancellationToken);
            return true;
        }
        catch (RequestFailedException refused) when (refused.Status == 403)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<string?> RemoveAsync(Digest sha256, Confidentiality confidentiality, CancellationToken cancellationToken)
    {
        var container = For(confidentiality);
        try
        {
            await container.GetBlobClient(sha256.Hex).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
            // Where the account keeps versions, deleting makes the bytes a version of before.
            await foreach (var item in container.GetBlobsAsync(BlobTraits.None, account.IsEmulator ? BlobStates.None : BlobStates.Version, sha256.Hex, cancellationToken))
                await container.GetBlobClient(item.Name).WithVersion(item.VersionId).DeleteIfExistsAsync(cancellationToken: cancellationToken);
            return null;
        }
        catch (RequestFailedException refused) when (refused.Status is 403 or 409 or 412)
        {
            return $"Storage refused: {refused.ErrorCode ?? refused.Message.ReplaceLineEndings(" ")}. The tombstone stands; a later run finishes the deletion.";
        }
    }

    private BlobContainerClient For(Confidentiality confidentiality) => confidentiality == Confidentiality.Confidential ? account.ConfidentialEvidence : account.PublicEvidence;
}
