using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace TenderWatch.Storage;

/// <summary>Creates what an installation needs in its account.</summary>
public sealed class StorageInitializer(StorageAccount account)
{
    /// <summary>Creates the containers and tables that are not there yet.</summary>
    /// <exception cref="RequestFailedException">The storage does not answer, or something is not there and may not be created.</exception>
    public async Task InitializeAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            account.AllContainers.Select(container => CreateAsync(container, cancellationToken))
                .Concat(account.AllTables.Select(table => CreateAsync(table, cancellationToken))));
    }

    // Where the identity may add evidence and create no container, whoever deployed the account has made them, with their retention.
    private static async Task CreateAsync(BlobContainerClient container, CancellationToken cancellationToken)
    {
        try
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException refused) when (refused.ErrorCode == BlobErrorCode.AuthorizationPermissionMismatch)
        {
            if (!await container.ExistsAsync(cancellationToken)) throw;
        }
    }

    // Whoever may only read, to verify or to look at cases, finds tables that are there.
    private async Task CreateAsync(TableClient table, CancellationToken cancellationToken)
    {
        try
        {
            await table.CreateIfNotExistsAsync(cancellationToken);
        }
        catch (RequestFailedException refused) when (refused.ErrorCode == TableErrorCode.AuthorizationPermissionMismatch)
        {
            if (!await account.HasAsync(table, cancellationToken)) throw;
        }
    }
}
