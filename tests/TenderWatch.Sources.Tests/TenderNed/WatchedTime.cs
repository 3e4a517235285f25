using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace TenderWatch.Sources.Tests.TenderNed;

/// <summary>A clock that stands still and tells of every timer, so that a test can wait for one and then let its time pass.</summary>
internal sealed class WatchedTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

    public WatchedTime()
        : base(new DateTimeOffset(2026, 9, 22, 6, 0, 0, TimeSpan.Zero))
    {
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        Tell(dueTime);
        return new WatchedTimer(this, timer);
    }

    /// <summary>Waits until a request waits exactly so long, and lets the time pass.</summary>
    public async Task PassAsync(TimeSpan wait, Task request)
    {
        await UntilWaitedForAsync(wait, request);
        Advance(wait);
    }

    /// <summary>Waits until a request waits exactly so long; fails when the request ends without having done so.</summary>
    public async Task UntilWaitedForAsync(TimeSpan wait, Task request)
    {
        while (await NextTimerAsync(request) != wait)
        {
        }
    }

    /// <summary>Waits until a request waits for another time than the one given, and lets it pass.</summary>
    public async Task<TimeSpan> PassAnyAsync(TimeSpan except, Task request)
    {
        TimeSpan wait;
        do wait = await NextTimerAsync(request);
        while (wait == except);
        Advance(wait);
        return wait;
    }

    private async Task<TimeSpan> NextTimerAsync(Task request)
    {
        var next = _timers.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();
        if (await Task.WhenAny(next, request) == request && !next.IsCompleted) Assert.Fail("The request ended without waiting.");
        return await next;
    }

    private void Tell(TimeSpan dueTime)
    {
        if (dueTime != Timeout.InfiniteTimeSpan) _timers.Writer.TryWrite(dueTime);
    }

    private sealed class WatchedTimer(WatchedTime time, ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = inner.Change(dueTime, period);
            time.Tell(dueTime);
            return changed;
        }

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
