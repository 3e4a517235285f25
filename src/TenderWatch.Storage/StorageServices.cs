using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Evidence.Timestamps;
using TenderWatch.Core.Evidence.Tombstones;
using TenderWatch.Core.Leases;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Retention;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Core.Texts;
using TenderWatch.Core.Watching;

namespace TenderWatch.Storage;

/// <summary>Registers the storage.</summary>
public static class StorageServices
{
    /// <summary>Everything is kept in Azure Blob and Table storage, or in Azurite.</summary>
    public static IServiceCollection AddTenderWatchStorage(this IServiceCollection services, StorageSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(_ => new StorageAccount(settings))
        .AddSingleton<StorageInitializer>()
        .AddSingleton<IEvidenceStore, EvidenceStore>()
        .AddSingleton<ILedger, LedgerStore>()
        .AddSingleton<IRegistry, Registry>()
        .AddSingleton<ICaseInbox, CaseInbox>()
        .AddSingleton<ICases, Cases>()
        .AddSingleton<IWatchState, WatchState>()
        .AddSingleton<IOutbox, Outbox>()
        .AddSingleton<LeaseOwner>()
        .AddSingleton<ILeases, Leases>()
        .AddSingleton<IRequests, Requests>()
        .AddSingleton<IModelRecords, ModelRecords>()
        .AddSingleton<ICheckpointStore, CheckpointStore>()
        .AddSingleton<ITombstoneStore, TombstoneStore>()
        .AddSingleton<IEvidenceRemover, EvidenceRemover>()
        .AddSingleton<IEvidenceProtection, EvidenceProtection>()
        .AddSingleton(provider => new Verification(
            provider.GetRequiredService<ILedger>(),
            provider.GetRequiredService<IEvidenceStore>(),
            provider.GetRequiredService<ICheckpointStore>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ICases>(),
            provider.GetRequiredService<ITombstoneStore>()));

    /// <summary>Checkpoints, signed with the key that the settings name.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">Valid settings.</param>
    /// <param name="otherwise">The file of the key where the settings name none; <see langword="null"/> where there is no place for one: then no checkpoint can be made.</param>
    public static IServiceCollection AddTenderWatchCheckpoints(this IServiceCollection services, EvidenceSettings settings, string? otherwise = null)
    {
        ICheckpointSigner? signer = !string.IsNullOrEmpty(settings.SigningKey) ? new VaultSigner(new Uri(settings.SigningKey), new DefaultAzureCredential())
            : (string.IsNullOrEmpty(settings.SigningKeyFile) ? otherwise : settings.SigningKeyFile) is { } file ? new FileSigner(file)
            : null;
        if (signer is null) return services;
        if (!string.IsNullOrEmpty(settings.TimestampAuthority))
        {
            services.AddHttpClient(HttpTimestampAuthority.ClientName).ConfigurePrimaryHttpMessageHandler(HttpTimestampAuthority.CreateHandler);
            services.AddSingleton<ITimestampAuthority>(provider => new HttpTimestampAuthority(
                new Uri(settings.TimestampAuthority), settings.TimestampTrust()!, provider.GetRequiredService<IHttpClientFactory>(), provider.GetRequiredService<TimeProvider>()));
        }

        return services.AddSingleton(signer).AddSingleton<Checkpointer>().AddSingleton<RetentionDeletion>();
    }
}
