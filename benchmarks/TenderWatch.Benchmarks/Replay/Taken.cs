using System.Diagnostics;
using TenderWatch.Core.Watching;

namespace TenderWatch.Benchmarks.Replay;

/// <summary>Counts and times of the notices of a phase while they are taken in.</summary>
internal sealed class Taken
{
    private readonly List<TimeSpan> _times = [];
    private readonly List<TimeSpan> _bareTimes = [];
    private readonly Stopwatch _watch = new();

    public TimeSpan Elapsed => _watch.Elapsed;

    public TimeSpan Quick => LowerTenth(_times);

    public TimeSpan BarePut => LowerTenth(_bareTimes);

    public int Count => _times.Count;

    public int Matched { get; private set; }

    public int Unmatched { get; private set; }

    public int MostWritesUnmatched { get; private set; }

    /// <summary>The time runs from here until <see cref="Pause"/>.</summary>
    public void Run() => _watch.Start();

    public void Pause() => _watch.Stop();

    public void Add(IntakeResult result, TimeSpan time, int writes)
    {
        _times.Add(time);
        if (result.Matches is { Count: > 0 }) Matched++;
        if (result.HasCase) return;
        Unmatched++;
        MostWritesUnmatched = Math.Max(MostWritesUnmatched, writes);
    }

    public void AddBare(TimeSpan time) => _bareTimes.Add(time);

    private static TimeSpan LowerTenth(List<TimeSpan> times) => times.Order().ElementAtOrDefault(times.Count / 10);
}
