namespace TenderWatch.Extraction.Tests.Model;

/// <summary>A clock on which every wait is over at once and is told; the limit of one answer never comes.</summary>
internal sealed class InstantTime(TimeSpan limit) : TimeProvider
{
    private readonly Lock _one = new();
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_one) return [.. _waits];
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_one) return _now;
    }

    public void Advance(TimeSpan by)
    {
        lock (_one) _now += by;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan || dueTime == limit) return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        lock (_one)
        {
            _waits.Add(dueTime);
            _now += dueTime;
        }

        return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
