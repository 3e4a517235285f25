using System.Collections.Concurrent;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Watching;
using TenderWatch.Functions.Tests.Durable;
using TenderWatch.Hosting.Settings;
using TenderWatch.Local.Demo;
using TenderWatch.Notifications;
using TenderWatch.Notifications.Sending;
using TenderWatch.Sources;
using TenderWatch.Storage;
using TenderWatch.Testing;

namespace TenderWatch.Functions.Tests.Support;

/// <summary>The product of the Functions app over Azurite and replayed notices; its orchestrations run on Durable Task's in-process host.</summary>
internal sealed class Product : IAsyncDisposable
{
    private readonly ReplayServer _replay;
    private readonly ServiceProvider _services;
    private TaskHub _hub = null!;
    private DurableTaskTestHost? _host;

    private Product(ReplayServer replay, ServiceProvider services) => (_replay, _services) = (replay, services);

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ShiftedTime Time { get; } = new(new DateTimeOffset(2026, 1, 8, 12, 0, 0, TimeSpan.Zero));

    /// <summary>Comes before an activity, by its name: may throw in its place.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>How often each activity was called.</summary>
    public ConcurrentDictionary<string, int> Calls { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Sent { get; } = new();

    public DurableTaskClient Client => _host!.Client;

    public CaseBells Bells => Get<CaseBells>();

    public static async Task<Product> CreateAsync()
    {
        var storage = new StorageSettings { ConnectionString = await AzuriteFixture.ConnectionStringAsync(), Prefix = AzuriteFixture.NewPrefix() };
        var replay = await ReplayServer.StartAsync(Path.Combine(SharedData.Repository, "samples", "dsmr6"), cancellationToken: Stop);
        var settings = new TenderWatchSettings
        {
            Storage = storage,
            Sources = new SourcesSettings { TenderNed = { BaseAddress = replay.TenderNed }, Ted = { BaseAddress = replay.Ted, SearchAddress = replay.Ted, Watch = false }, MinimumInterval = TimeSpan.Zero },
            Notifications = new NotificationSettings
            {
                From = "tenderwatch@example.org",
                Recipients = [new MailRecipient { Email = "inkoop@example.org", Language = Language.Nl }],
                PublicBaseUrl = new Uri("https://tenderwatch.example.org"),
            },
        };
        var services = new ServiceCollection().AddLogging().AddTenderWatchFunctions(settings);
        Product product = null!;
        services.RemoveAll<IMessageSender>();
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_ => product.Time));
        services.AddSingleton<IMessageSender>(_ => new QueueSender(product.Sent));
        product = new Product(replay, services.BuildServiceProvider(validateScopes: true));
        await product.Get<StorageInitializer>().InitializeAsync(Stop);
        await product.StartAsync();
        return product;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Starts the host anew, with nothing known of any orchestration.</summary>
    public async Task StartAsync()
    {
        if (_host is not null)
        {
            _hub.GoDown();
            await _host.DisposeAsync();
        }

        _hub = new TaskHub(Time, (_, json) => json);
        _host = await DurableProcess.StartAsync(_hub, Time, tasks => Activities.Add(tasks, _services, CallAsync), Stop);
    }

    /// <summary>Takes in all notices of the samples and leaves the cases to the orchestrations.</summary>
    public async Task WatchAsync()
    {
        DateOnly[] days = [new(2025, 2, 13), new(2025, 11, 3), new(2025, 11, 20), new(2025, 12, 11), new(2025, 12, 31)];
        Assert.Null((await Get<SourceWatch>().RunAsync(Get<INoticeSource>(), days, null, Stop)).Failure);
    }

    public async Task<string> CaseAsync(string notice) => (await Get<IRegistry>().FindAsync(new NoticeKey("tenderned", notice), Stop))!.ProcurementId;

    public async Task<CaseState> StateAsync(string caseId) => (await Get<ICases>().FindAsync(caseId, Stop))!;

    public async Task<IReadOnlyList<LedgerEntry>> LedgerAsync(string caseId)
    {
        var entries = new List<LedgerEntry>();
        await foreach (var stored in Get<ILedger>().ReadAsync(caseId, Stop)) entries.Add(LedgerEntry.Parse(stored.Bytes));
        return entries;
    }

    public Task<bool> RaiseAsync(string caseId, string kind, string id, DateTimeOffset at) =>
        Get<ICaseInbox>().RaiseAsync(caseId, new CaseEvent(id, kind, at, System.Text.Json.JsonSerializer.SerializeToElement(new { reason = id })), Stop);

    /// <summary>Wakes the cases and waits until all of them rest: what still waits is set aside.</summary>
    public async Task SettleAsync()
    {
        await Bells.RingAsync(Client, Stop);
        await RestAsync();
    }

    /// <summary>Waits until every case does nothing but wait.</summary>
    public Task RestAsync() => _hub.QuietAsync(Stop);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        await _services.DisposeAsync();
        await _replay.DisposeAsync();
    }

    private async Task<string> CallAsync(string activity, string input, Func<Task<string>> call)
    {
        Calls.AddOrUpdate(activity, 1, (_, times) => times + 1);
        await Before(activity);
        return await call();
    }
}
