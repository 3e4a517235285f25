using System.Diagnostics;
using System.Globalization;

namespace TenderWatch.Benchmarks.Extraction;

/// <summary>
/// Times several ways of doing one thing in turn, in one run, and compares them as ratios: the machine's speed and what else it does
/// touch all of them alike. The quickest of the rounds counts, because noise only ever adds.
/// </summary>
internal sealed class Ratios(int warmUps, int rounds)
{
    private readonly List<(string Name, Action Run)> _ways = [];

    /// <summary>Adds a way; the first is what the others are compared with.</summary>
    public Ratios Add(string name, Action run)
    {
        _ways.Add((name, run));
        return this;
    }

    /// <summary>Runs and prints.</summary>
    public void Print(TextWriter output)
    {
        var times = _ways.Select(_ => TimeSpan.MaxValue).ToArray();
        var bytes = new long[_ways.Count];
        for (var round = -warmUps; round < rounds; round++)
        {
            for (var i = 0; i < _ways.Count; i++)
            {
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                _ways[i].Run();
                var elapsed = Stopwatch.GetElapsedTime(start);
                bytes[i] = GC.GetAllocatedBytesForCurrentThread() - allocated;
                if (round >= 0 && elapsed < times[i]) times[i] = elapsed;
            }
        }

        for (var i = 0; i < _ways.Count; i++)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{_ways[i].Name,-28} {times[i].TotalMilliseconds,9:0.0} ms   {times[i] / times[0],6:0.00} x   {bytes[i] / 1024.0 / 1024.0,8:0.0} MB allocated"));
        }
    }
}
