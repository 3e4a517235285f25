using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Leases;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Watching;
using TenderWatch.Notifications.Daily;
using TenderWatch.Notifications.Sending;
using TenderWatch.Testing;
using TenderWatch.Web.Tests.Ports;

namespace TenderWatch.Notifications.Tests.Support;

/// <summary>The notifications as a host builds them, with ports in memory and a log that is kept.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="settings">The settings.</param>
    /// <param name="before">The process before this one, whose ledger and evidence are still there.</param>
    public Desk(NotificationSettings settings, Desk? before = null)
    {
        (Evidence, Ledger) = (before?.Evidence ?? new(), before?.Ledger ?? new());
        var services = new ServiceCollection();
        services.AddTenderWatchNotifications(settings);
        foreach (var check in Samples.Checks) services.AddSingleton(check);
        services.AddSingleton<ICases>(Cases).AddSingleton<ILedger>(Ledger).AddSingleton<ICheckpointStore>(Checkpoints).AddSingleton<IWatchState>(Sources).AddSingleton<SourceReport>();
        services.AddSingleton<IOutbox>(Outbox).AddSingleton<IEvidenceStore>(Evidence).AddSingleton<ICaseInbox>(Inbox).AddSingleton<ILeases, MemoryLeases>().AddSingleton<TimeProvider>(Time);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        _services = services.BuildServiceProvider();
    }

    public MemoryOutbox Outbox { get; } = new();

    public MemoryEvidence Evidence { get; }

    public MemoryInbox Inbox { get; } = new();

    public MemoryCases Cases { get; } = new();

    public MemoryLedger Ledger { get; }

    public MemoryCheckpoints Checkpoints { get; } = new();

    public MemoryWatchState Sources { get; } = new();

    public FakeTimeProvider Time { get; } = new(Samples.Moment);

    public KeptLog Log { get; } = new();

    public OutboxDispatcher Dispatcher => _services.GetRequiredService<OutboxDispatcher>();

    public Task<IReadOnlyList<ComposedMessage>> QueueAsync(CaseMessage message) => QueueAsync(_services.GetRequiredService<IMessageComposer>().Compose(message, Time.GetUtcNow()));

    public Task<IReadOnlyList<ComposedMessage>> QueueAsync(SourceAlarm alarm) => QueueAsync(_services.GetRequiredService<IMessageComposer>().Compose(alarm));

    private async Task<IReadOnlyList<ComposedMessage>> QueueAsync(IReadOnlyList<ComposedMessage> composed)
    {
        foreach (var each in composed)
        {
            var digest = await Evidence.PutAsync(each.Content, each.MediaType, OutboxMessage.ContentConfidentiality, CancellationToken.None);
            await Outbox.QueueAsync(new OutboxMessage(each.Id, each.Subject, each.Channel, each.Recipient, each.MediaType, digest, Time.GetUtcNow()), CancellationToken.None);
        }

        return composed;
    }

    public Task<int> DailyAsync() => _services.GetRequiredService<DailyMessages>().RunAsync(TestContext.Current.CancellationToken);

    public Task<DispatchSummary> RunAsync() => Dispatcher.RunAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

internal sealed class KeptLog : ILoggerProvider
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

    public string All => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, System.Collections.Concurrent.ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{category} {eventId.Id} {formatter(state, exception)} {exception}");
    }
}
