using System.Diagnostics;

namespace TenderWatch.Benchmarks.Verifying;

/// <summary>What a piece of work took.</summary>
/// <param name="Time">Its time.</param>
/// <param name="Processor">The time of this process's processors.</param>
/// <param name="Heap">The most that was reachable or not yet collected right after a collection, in bytes.</param>
internal sealed record Effort(TimeSpan Time, TimeSpan Processor, long Heap)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>Does the work and looks at the heap meanwhile.</summary>
    public static async Task<Effort> OfAsync(Func<Task> work)
    {
        GC.Collect();
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var running = work();
        long heap = 0;
        while (await Task.WhenAny(running, Task.Delay(Look)) != running) heap = Math.Max(heap, GC.GetGCMemoryInfo().HeapSizeBytes);
        await running;
        return new Effort(watch.Elapsed, Environment.CpuUsage.TotalTime - processor, Math.Max(heap, GC.GetGCMemoryInfo().HeapSizeBytes));
    }
}
