using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Watching;
using TenderWatch.Hosting.Settings;
using TenderWatch.Local.Demo;
using TenderWatch.Local.Hosting;
using TenderWatch.Notifications;
using TenderWatch.Sources;
using TenderWatch.Storage;

namespace TenderWatch.Benchmarks.Replay;

/// <summary>The product as the local host puts it together, with its requests to storage counted; its cards go to a webhook here.</summary>
internal sealed class ReplayedProduct : IAsyncDisposable
{
    public const int MaximumNoticeBytes = 20 * 1024 * 1024;

    // Energy in the CPV: a small share of the real notices. Of the samples one notice of that day is about smart meters.
    private static readonly WatchProfile[] Profiles = [new() { Name = "energy", Cpv = ["0931", "65", "71314"] }, WatchProfiles.FindBuiltIn("smart-meters")!];
    private static readonly DateOnly[] DayOfSamples = [new DateOnly(2025, 12, 11)];

    private readonly ServiceProvider _services;
    private readonly ReplayServer _sources;
    private readonly WebhookSink _webhook;
    private readonly string _folder;

    private ReplayedProduct(ServiceProvider services, ReplayServer sources, WebhookSink webhook, string folder, StorageOperations operations) =>
        (_services, _sources, _webhook, _folder, Operations) = (services, sources, webhook, folder, operations);

    public IServiceProvider Services => _services;

    public StorageOperations Operations { get; }

    public static async Task<ReplayedProduct> StartAsync(string connectionString, CancellationToken cancellationToken)
    {
        var sources = await ReplayServer.StartAsync(Path.Combine(AppContext.BaseDirectory, "samples", "dsmr6"), cancellationToken: cancellationToken);
        var folder = Directory.CreateTempSubdirectory("tenderwatch-cards-").FullName;
        var webhook = await WebhookSink.StartAsync(folder, cancellationToken);
        var operations = new StorageOperations();
        var settings = new TenderWatchSettings
        {
            Storage = new StorageSettings { ConnectionString = connectionString },
            Sources = new SourcesSettings { TenderNed = { BaseAddress = sources.TenderNed }, Ted = { BaseAddress = sources.Ted, SearchAddress = sources.Ted, Watch = false }, MinimumInterval = TimeSpan.Zero },
            Notifications = new NotificationSettings
            {
                Teams = [new TeamsTarget { Name = "Procurement", Webhook = webhook.Address.ToString(), Language = Language.En }],
                PublicBaseUrl = new Uri("https://tenderwatch.example.org"),
                AllowLoopback = true,
            },
        };
        var services = new ServiceCollection().AddLogging().AddTenderWatch(settings, Profiles);
        services.Replace(ServiceDescriptor.Singleton(new StorageAccount(settings.Storage, operations)));
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<StorageInitializer>().InitializeAsync(cancellationToken);
        return new ReplayedProduct(provider, sources, webhook, folder, operations);
    }

    /// <summary>Watches a day of the samples twice: the first run opens a case, the second finds nothing new.</summary>
    public async Task<SourcePolls> PollAsync(CancellationToken cancellationToken)
    {
        ForgetCards();
        var start = Stopwatch.GetTimestamp();
        var watched = _services.GetRequiredService<Pipeline>().WatchAsync(DayOfSamples, null, cancellationToken);
        await _webhook.Arrived.ReadAsync(cancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
        var toMessage = Stopwatch.GetElapsedTime(start);
        await watched;

        var (reads, writes) = (Operations.Reads, Operations.Writes);
        var idle = await _services.GetRequiredService<SourceWatch>().RunAsync(_services.GetRequiredService<INoticeSource>(), DayOfSamples, null, cancellationToken);
        if (idle.Failure is not null || idle.Results.Count > 0) throw new InvalidOperationException($"The samples could not be watched: {idle.Failure}");
        return new SourcePolls(toMessage, Operations.Reads - reads, Operations.Writes - writes);
    }

    /// <summary>Lets go of the cards that arrived, which are no part of the product's memory.</summary>
    public void ForgetCards()
    {
        while (_webhook.Arrived.TryRead(out _))
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _sources.DisposeAsync();
        await _webhook.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>Two polls of a source, the second of which finds nothing new.</summary>
/// <param name="ToMessage">From the beginning of the first until the card about its notice has arrived.</param>
/// <param name="IdleReads">What the second reads in storage.</param>
/// <param name="IdleWrites">What it writes.</param>
internal sealed record SourcePolls(TimeSpan ToMessage, int IdleReads, int IdleWrites);
