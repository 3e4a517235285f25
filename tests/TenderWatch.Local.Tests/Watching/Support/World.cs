using System.Globalization;
using System.Text.Json;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Watching;
using TenderWatch.Hosting.Settings;
using TenderWatch.Local.Demo;
using TenderWatch.Local.Hosting;
using TenderWatch.Notifications;
using TenderWatch.Notifications.Sending;
using TenderWatch.Sources;
using TenderWatch.Storage;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Watching.Support;

/// <summary>What outlives a process of the product: storage, the sources, the clock, and the messages that people got.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly StorageSettings _storage;

    private World(ReplayServer sources, StorageSettings storage) => (Sources, _storage) = (sources, storage);

    public static string Samples { get; } = Path.Combine(SharedData.Repository, "samples", "dsmr6");

    /// <summary>The days of the samples, oldest first.</summary>
    public static IReadOnlyList<DateOnly> SampleDays { get; } = DaysOf(Samples);

    public PassingTime Time { get; } = new();

    public ReplayServer Sources { get; }

    public Arrived Arrived { get; } = new();

    /// <summary>Whether TED is watched beside TenderNed.</summary>
    public bool WatchesTed { get; init; }

    public static async Task<World> CreateAsync(string folder, Func<HttpContext, Func<Task>, Task>? fault = null, bool watchesTed = false)
    {
        var storage = new StorageSettings { ConnectionString = await AzuriteFixture.ConnectionStringAsync(), Prefix = AzuriteFixture.NewPrefix() };
        await new StorageInitializer(new StorageAccount(storage)).InitializeAsync(CancellationToken.None);
        return new World(await ReplayServer.StartAsync(folder, fault: fault, cancellationToken: TestContext.Current.CancellationToken), storage) { WatchesTed = watchesTed };
    }

    /// <summary>Starts a process of the product on it.</summary>
    /// <param name="policy">Sees every request to storage.</param>
    /// <param name="change">Takes parts of the product out or puts others in.</param>
    /// <param name="documentBytes">The largest document that is read.</param>
    public Host Start(HttpPipelinePolicy? policy = null, Action<IServiceCollection>? change = null, int? documentBytes = null)
    {
        var settings = new TenderWatchSettings
        {
            Storage = _storage,
            Sources = new SourcesSettings { TenderNed = { BaseAddress = Sources.TenderNed }, Ted = { BaseAddress = Sources.Ted, SearchAddress = Sources.Ted, Watch = WatchesTed }, MinimumInterval = TimeSpan.Zero },
            Notifications = new NotificationSettings
            {
                From = "tenderwatch@example.org",
                Recipients = [new MailRecipient { Email = "inkoop@example.org", Language = Language.Nl }],
                Teams = [new TeamsTarget { Name = "Procurement", Webhook = "http://127.0.0.1/hook", Language = Language.En }],
                PublicBaseUrl = new Uri("https://tenderwatch.example.org"),
                AllowLoopback = true,
            },
        };
        if (documentBytes is { } most) settings.Sources.MaximumDocumentBytes = most;
        Assert.Empty(settings.Sources.Validate());
        var services = new ServiceCollection().AddLogging(log => log.AddProvider(Arrived)).AddTenderWatch(settings, [WatchProfiles.FindBuiltIn("smart-meters")!]);
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
        services.Replace(ServiceDescriptor.Singleton(new StorageAccount(_storage, policy)));
        services.RemoveAll<IMessageSender>();
        foreach (var channel in new[] { Channels.Email, Channels.Teams }) services.AddSingleton<IMessageSender>(new ArrivingSender(channel, Arrived));
        change?.Invoke(services);
        return new Host(services.BuildServiceProvider());
    }

    public async ValueTask DisposeAsync() => await Sources.DisposeAsync();

    private static IReadOnlyList<DateOnly> DaysOf(string folder)
    {
        using var list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "tenderned", "list.json")));
        return [.. list.RootElement.EnumerateArray().Select(item => DateOnly.ParseExact(item.GetProperty("publicatieDatum").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)).Distinct().Order()];
    }
}
