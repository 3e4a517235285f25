using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Watching;
using TenderWatch.Local.Demo;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Settings;
using TenderWatch.Sources;
using TenderWatch.Storage;

namespace TenderWatch.Benchmarks.Replay;

/// <summary>The product as the local host puts it together, with its requests to storage counted.</summary>
internal sealed class ReplayedProduct : IAsyncDisposable
{
    public const int MaximumNoticeBytes = 20 * 1024 * 1024;

    // Energy in the CPV: a small share of the real notices.
    private static readonly WatchProfile Profile = new() { Name = "energy", Cpv = ["0931", "65", "71314"] };

    private readonly ServiceProvider _services;
    private readonly ReplayServer _sources;

    private ReplayedProduct(ServiceProvider services, ReplayServer sources, StorageOperations operations) =>
        (_services, _sources, Operations) = (services, sources, operations);

    public IServiceProvider Services => _services;

    public StorageOperations Operations { get; }

    public static async Task<ReplayedProduct> StartAsync(string connectionString, CancellationToken cancellationToken)
    {
        var sources = await ReplayServer.StartAsync(Path.Combine(AppContext.BaseDirectory, "samples", "dsmr6"), cancellationToken: cancellationToken);
        var operations = new StorageOperations();
        var settings = new TenderWatchSettings
        {
            Storage = new StorageSettings { ConnectionString = connectionString },
            Sources = new SourcesSettings { TenderNed = { BaseAddress = sources.TenderNed }, Ted = { Watch = false }, MinimumInterval = TimeSpan.Zero },
        };
        var services = new ServiceCollection().AddLogging().AddTenderWatch(settings, [Profile]);
        services.Replace(ServiceDescriptor.Singleton(new StorageAccount(settings.Storage, operations)));
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<StorageInitializer>().InitializeAsync(cancellationToken);
        return new ReplayedProduct(provider, sources, operations);
    }

    /// <summary>Watches a source over a day of the samples twice.</summary>
    /// <returns>What the second run, which finds nothing new, asked of storage.</returns>
    public async Task<IdlePoll> IdlePollAsync(CancellationToken cancellationToken)
    {
        var (watch, source) = (_services.GetRequiredService<SourceWatch>(), _services.GetRequiredService<INoticeSource>());
        DateOnly[] days = [new DateOnly(2025, 12, 11)];
        var first = await watch.RunAsync(source, days, null, cancellationToken);
        var (reads, writes) = (Operations.Reads, Operations.Writes);
        var second = await watch.RunAsync(source, days, null, cancellationToken);
        if (first.Failure is not null || second.Failure is not null || second.Results.Count > 0)
            throw new InvalidOperationException($"The samples could not be watched: {first.Failure} {second.Failure}");
        return new IdlePoll(first.Results.Count, Operations.Reads - reads, Operations.Writes - writes);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _sources.DisposeAsync();
    }
}

/// <summary>What a run over a source that publishes nothing new asks of storage.</summary>
/// <param name="Found">What the run before it found: at least one, or nothing was shown.</param>
/// <param name="Reads">Reads.</param>
/// <param name="Writes">Writes.</param>
internal sealed record IdlePoll(int Found, int Reads, int Writes);
