using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Entries;
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
        .AddSingleton<IRequests, Requests>()
        .AddSingleton<Verification>();
}
