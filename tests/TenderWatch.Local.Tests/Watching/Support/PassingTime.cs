using Microsoft.Extensions.Time.Testing;

namespace TenderWatch.Local.Tests.Watching.Support;

/// <summary>A clock that stands still but for a tick at each look, so that events have an order; waits can be made to pass at once.</summary>
internal sealed class PassingTime : FakeTimeProvider
{
    public PassingTime()
        : base(new DateTimeOffset(2026, 1, 8, 12, 0, 0, TimeSpan.Zero)) => AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);

    /// <summary>Whether whoever waits goes on at once, with the clock advanced by as much.</summary>
    public bool WaitsPass { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (WaitsPass && dueTime > TimeSpan.Zero && period == Timeout.InfiniteTimeSpan) Advance(dueTime);
        return timer;
    }
}
