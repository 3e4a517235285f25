using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TenderWatch.Core.Screening;
using TenderWatch.Core.Screening.Settings;

namespace TenderWatch.Benchmarks;

/// <summary>
/// Screening of 200,000 OCDS releases with all indicators, against a plain pass that parses each line on one thread and looks at nothing.
/// Reading from the file is part of both.
/// </summary>
internal static class OcdsScreening
{
    private const int Releases = 200_000;
    private const int Rounds = 3;

    public static void Run(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("tenderwatch-ocds-").FullName;
        try
        {
            var path = Path.Combine(folder, "releases.jsonl");
            new OcdsReleases(seed: 1).Write(path, Releases);
            var megabytes = new FileInfo(path).Length / 1e6;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Releases} releases, {megabytes:0} MB, {Environment.ProcessorCount} cores; the quickest of {Rounds} rounds"));
            (string Name, Action Run)[] ways =
            [
                ("JsonDocument, one thread", () => PlainPass(path)),
                ("screening, one thread", () => Screen(path, 1)),
                ("screening, all cores", () => Screen(path, Environment.ProcessorCount)),
            ];
            var measured = ways.Select(_ => (Time: TimeSpan.MaxValue, Peak: 0L)).ToArray();
            for (var round = 0; round < Rounds; round++)
            {
                for (var way = 0; way < ways.Length; way++) measured[way] = Better(measured[way], Measure(ways[way].Run));
            }

            for (var way = 0; way < ways.Length; way++)
            {
                var (time, peak) = measured[way];
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{ways[way].Name,-26} {time.TotalMilliseconds,7:0} ms   {measured[0].Time / time,5:0.00} x as fast   {Releases / time.TotalSeconds,9:0} releases/s   {megabytes / time.TotalSeconds,5:0} MB/s   {peak / 1e6,4:0} MB heap at most"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (TimeSpan Time, long Peak) Better((TimeSpan Time, long Peak) one, (TimeSpan Time, long Peak) other) =>
        (one.Time < other.Time ? one.Time : other.Time, Math.Max(one.Peak, other.Peak));

    // The heap is looked at every few milliseconds while the work runs.
    private static (TimeSpan Time, long Peak) Measure(Action run)
    {
        GC.Collect();
        var peak = 0L;
        using var sampler = new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false)), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(5));
        var start = Stopwatch.GetTimestamp();
        run();
        return (Stopwatch.GetElapsedTime(start), peak);
    }

    private static void PlainPass(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            using var document = JsonDocument.Parse(line);
        }
    }

    private static void Screen(string path, int threads)
    {
        using var input = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        BulkScreening.Run(input, ScreeningSettings.Default, new ScreeningOptions { Threads = threads }).WriteTo(Stream.Null);
    }
}
