using System.Collections.Concurrent;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Watching;
using TenderWatch.Notifications.Sending;

namespace TenderWatch.Local.Hosting;

/// <summary>Everything that is to be done until nothing waits any more: watch, move cases, send messages.</summary>
internal sealed class Pipeline(SourceWatch watch, NoticeIntake intake, CaseEngine engine, Deadlines deadlines, ChangedRules changedRules, OutboxDispatcher outbox, IEnumerable<INoticeSource> sources) : IDisposable
{
    private readonly SemaphoreSlim _oneWatch = new(1, 1);
    private readonly SemaphoreSlim _oneDrain = new(1, 1);

    /// <summary>The names of the sources that are watched.</summary>
    public IReadOnlyList<string> Sources => [.. sources.Select(source => source.Name)];

    /// <summary>Watches every source over its last days, then settles what came of it. Never two runs at once.</summary>
    public Task<IReadOnlyList<WatchSummary>> WatchAsync(IProgress<IntakeResult>? progress, CancellationToken cancellationToken) =>
        WatchAsync(sources, source => watch.RunAsync(source, progress, cancellationToken), cancellationToken);

    /// <summary>Watches one source over its last days, then settles what came of it.</summary>
    public async Task<WatchSummary> WatchAsync(string name, IProgress<IntakeResult>? progress, CancellationToken cancellationToken) =>
        (await WatchAsync(sources.Where(source => source.Name == name), source => watch.RunAsync(source, progress, cancellationToken), cancellationToken)).Single();

    /// <summary>Watches every source over given days, then settles what came of it.</summary>
    public Task<IReadOnlyList<WatchSummary>> WatchAsync(IReadOnlyList<DateOnly> days, IProgress<IntakeResult>? progress, CancellationToken cancellationToken) =>
        WatchAsync(sources, source => watch.RunAsync(source, days, progress, cancellationToken), cancellationToken);

    /// <summary>Reads a past day of one source, then settles what came of it.</summary>
    public async Task<WatchSummary> BackfillAsync(string name, DateOnly day, CancellationToken cancellationToken) =>
        (await WatchAsync(sources.Where(source => source.Name == name), source => watch.BackfillAsync(source, day, cancellationToken), cancellationToken)).Single();

    private async Task<IReadOnlyList<WatchSummary>> WatchAsync(
        IEnumerable<INoticeSource> watched, Func<INoticeSource, Task<WatchSummary>> run, CancellationToken cancellationToken)
    {
        await _oneWatch.WaitAsync(cancellationToken);
        try
        {
            var summaries = new List<WatchSummary>();
            foreach (var source in watched) summaries.Add(await run(source));
            await SettleAsync(null, cancellationToken);
            return summaries;
        }
        finally
        {
            _oneWatch.Release();
        }
    }

    /// <summary>Reads quarantined publications again after an upgrade of extraction.</summary>
    public Task<IReadOnlyList<IntakeResult>> RetryQuarantinedAsync(CancellationToken cancellationToken) => intake.RetryQuarantinedAsync(cancellationToken);

    /// <summary>Asks for a recheck of every case that was judged by other rules; settling does it.</summary>
    public Task RecheckChangedRulesAsync(CancellationToken cancellationToken) => changedRules.RaiseAsync(cancellationToken);

    /// <summary>Moves cases and sends messages until neither has anything left to do now.</summary>
    public async Task SettleAsync(IProgress<CaseState>? progress, CancellationToken cancellationToken)
    {
        await _oneDrain.WaitAsync(cancellationToken);
        try
        {
            await deadlines.RaiseAsync(cancellationToken);
            var setAside = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
            DispatchSummary sent;
            do
            {
                await engine.DrainAsync(setAside, progress, cancellationToken);
                sent = await outbox.RunAsync(cancellationToken);
            }
            while (sent.Sent + sent.Dead > 0);
        }
        finally
        {
            _oneDrain.Release();
        }
    }

    public void Dispose()
    {
        _oneWatch.Dispose();
        _oneDrain.Dispose();
    }
}
