using TenderWatch.Core.Watching;

namespace TenderWatch.Local.Hosting;

/// <summary>Looks after the sources' alarms and has their messages sent: at the end of every run over a source, and by a clock of its own.</summary>
internal sealed class AlarmWatch(SourceAlarms alarms, Pipeline pipeline, AlarmRule rule, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    /// <summary>Checks some sources and sends what came of it.</summary>
    public async Task CheckAsync(IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        foreach (var source in sources) await alarms.CheckAsync(source, cancellationToken);
        await pipeline.SettleAsync(null, cancellationToken);
    }

    /// <summary>Checks every ten minutes until it is stopped.</summary>
    /// <param name="check">Does it, and does not throw.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RunAsync(Func<CancellationToken, Task> check, CancellationToken cancellationToken)
    {
        // A service that was off has much to read first; it is not behind meanwhile.
        await Task.Delay(rule.FailingAfter, time, cancellationToken);
        using var timer = new PeriodicTimer(Every, time);
        do await check(cancellationToken);
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }
}
