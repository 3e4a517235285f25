namespace TenderWatch.Extraction.Tests.Model;

/// <summary>A clock on which every wait is over at once and is told; the limit of one answer comes when a test says.</summary>
internal sealed class InstantTime(TimeSpan limit) : TimeProvider
{
    private readonly Lock _one = new();
    private readonly List<TimeSpan> _waits = [];
    private readonly List<Action> _limits = [];
    private DateTimeOffset _now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Whether the limit of an answer is over as soon as it begins.</summary>
    public bool PassesAtOnce { get; init; }

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

    /// <summary>Lets the limit of every question asked so far pass.</summary>
    public void PassLimit()
    {
        lock (_one) _limits.ForEach(limit => limit());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_one)
        {
            if (dueTime == limit && PassesAtOnce) callback(state);
            else if (dueTime == limit) _limits.Add(() => callback(state));
            if (dueTime == limit || dueTime == Timeout.InfiniteTimeSpan) return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _waits.Add(dueTime);
            _now += dueTime;
        }

        return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
