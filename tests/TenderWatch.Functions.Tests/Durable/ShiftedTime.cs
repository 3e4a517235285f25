namespace TenderWatch.Functions.Tests.Durable;

/// <summary>
/// The clock of a test: it goes as the system's does and can be set forward. What the test host stamped with the system's time is
/// told in the time of the test, the same at each replay.
/// </summary>
internal sealed class ShiftedTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<(DateTimeOffset From, TimeSpan Shift)> _shifts;

    public ShiftedTime(DateTimeOffset start) => _shifts = [(DateTimeOffset.MinValue, start - base.GetUtcNow())];

    public override DateTimeOffset GetUtcNow() => Shifted(base.GetUtcNow());

    /// <summary>What the time of the test was at a moment of the system's clock.</summary>
    public DateTimeOffset Shifted(DateTimeOffset moment)
    {
        lock (_lock) return moment + _shifts.FindLast(shift => shift.From <= moment).Shift;
    }

    /// <summary>Sets the clock forward; never back.</summary>
    public void AdvanceTo(DateTimeOffset moment)
    {
        lock (_lock)
        {
            var now = base.GetUtcNow();
            if (moment - now > _shifts[^1].Shift) _shifts.Add((now, moment - now));
        }
    }
}
