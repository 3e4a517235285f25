using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Storage;

/// <summary>Creates what an installation needs in its account.</summary>
/// <param name="account">The account.</param>
/// <param name="protection">Tells whether storage keeps evidence from being changed.</param>
/// <param name="log">Where it is told that it does not.</param>
public sealed partial class StorageInitializer(StorageAccount account, IEvidenceProtection? protection = null, ILogger<StorageInitializer>? log = null)
{
    /// <summary>Creates the containers and tables that are not there yet.</summary>
    /// <exception cref="RequestFailedException">The storage does not answer, or something is not there and may not be created.</exception>
    public async Task InitializeAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            account.AllContainers.Select(container => CreateAsync(container, cancellationToken))
                .Concat(account.AllTables.Select(table => CreateAsync(table, cancellationToken))));
        if (protection is not null && log is not null && await protection.ReadAsync(cancellationToken) is { State: ImmutabilityState.Missing } missing)
            LogNoImmutability(log, string.Join(", ", missing.Without));
    }

    [LoggerMessage(EventId = 7005, EventName = "NoImmutability", Level = LogLevel.Warning, Message = "Storage keeps {Containers} from being changed by no immutability policy")]
    private static partial void LogNoImmutability(ILogger log, string containers);

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
