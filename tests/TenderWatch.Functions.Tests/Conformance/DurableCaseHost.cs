using System.Collections.Concurrent;
using Microsoft.DurableTask.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TenderWatch.Core.Languages;
using TenderWatch.Functions.Tests.Durable;
using TenderWatch.Functions.Tests.Support;
using TenderWatch.Hosting.Settings;
using TenderWatch.Notifications;
using TenderWatch.Notifications.Sending;
using TenderWatch.Storage;
using TenderWatch.Testing;
using TenderWatch.Testing.Conformance;

namespace TenderWatch.Functions.Tests.Conformance;

/// <summary>
/// The Functions app's cases on Durable Task, one process after the other over one task hub and one storage. What the platform's timers
/// do is called in their place. A process that crashes loses what it has not reported to the hub, which hands it to the next one.
/// </summary>
internal sealed class DurableCaseHost : ICaseHost
{
    private readonly ShiftedTime _time = new(new DateTimeOffset(2026, 1, 8, 12, 0, 0, TimeSpan.Zero));
    private readonly TaskHub _hub;
    private readonly ConcurrentQueue<string> _sent = new();
    private readonly TenderWatchSettings _settings;
    private readonly Action<IServiceCollection>? _change;
    private Cut _cut = new();
    private ServiceProvider _services = null!;
    private DurableTaskTestHost _process = null!;

    private DurableCaseHost(StorageSettings storage, Action<IServiceCollection>? change)
    {
        _change = change;
        _hub = new TaskHub(_time, (activity, json) => Faults.Noted(activity, json));
        _settings = new TenderWatchSettings
        {
            Storage = storage,
            Notifications = new NotificationSettings
            {
                From = "tenderwatch@example.org",
                Recipients = [new MailRecipient { Email = "inkoop@example.org", Language = Language.Nl }],
                PublicBaseUrl = new Uri("https://tenderwatch.example.org"),
            },
        };
    }

    public Faults Faults { get; } = new();

    public StorageSettings Storage => _settings.Storage;

    public DateTimeOffset Now => _time.GetUtcNow();

    public IReadOnlyList<string> Sent => [.. _sent];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<DurableCaseHost> StartAsync(Action<IServiceCollection>? change = null)
    {
        var host = new DurableCaseHost(new StorageSettings { ConnectionString = await AzuriteFixture.ConnectionStringAsync(), Prefix = AzuriteFixture.NewPrefix() }, change);
        await new StorageInitializer(new StorageAccount(host.Storage)).InitializeAsync(Stop);
        await host.BeginAsync();
        return host;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task AdvanceToAsync(DateTimeOffset moment)
    {
        await EndAsync();
        _time.AdvanceTo(moment);
        await BeginAsync();
    }

    public Task SettleAsync() => SettleAsync(Stop);

    public async Task<bool> SettleAndCrashAsync(int afterActivity)
    {
        _hub.OneActivityAtATime = true;
        Faults.CrashAfter(afterActivity);
        using var killed = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        void Kill(object? sender, EventArgs none)
        {
            _hub.GoDown();
            _cut.End();
            killed.Cancel();
        }

        Faults.Crashed += Kill;
        var end = await Record.ExceptionAsync(() => SettleAsync(killed.Token));
        Faults.Crashed -= Kill;
        var crashed = Faults.HasCrashed;
        Assert.True(end is null || crashed, end?.ToString());
        await EndAsync();
        _hub.OneActivityAtATime = false;
        Faults.CrashAfter(0);
        _hub.Rename(Faults.Called);
        await BeginAsync();
        return crashed;
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    private async Task BeginAsync()
    {
        _cut = new Cut();
        var services = new ServiceCollection().AddLogging().AddTenderWatchFunctions(_settings);
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time));
        services.Replace(ServiceDescriptor.Singleton(new StorageAccount(Storage, _cut)));
        services.RemoveAll<IMessageSender>();
        services.AddSingleton<IMessageSender>(new QueueSender(_sent));
        _change?.Invoke(services);
        _services = services.BuildServiceProvider(validateScopes: true);
        _hub.ComeUp();
        var provider = _services;
        _process = await DurableProcess.StartAsync(_hub, _time, tasks => Activities.Add(tasks, provider, Faults.CallAsync), Stop);
    }

    // What the timers of the Functions app do, until no message is left to be sent.
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        var timers = ActivatorUtilities.CreateInstance<Timers>(_services);
        int sent;
        do
        {
            sent = _sent.Count;
            await timers.Settle(null!, _process.Client, cancellationToken);
            await _hub.QuietAsync(cancellationToken);
            await timers.SendMessages(null!, _process.Client, cancellationToken);
            await _hub.QuietAsync(cancellationToken);
        }
        while (_sent.Count > sent);
    }

    private async Task EndAsync()
    {
        _hub.GoDown();
        await _process.DisposeAsync();
        await _services.DisposeAsync();
    }
}
