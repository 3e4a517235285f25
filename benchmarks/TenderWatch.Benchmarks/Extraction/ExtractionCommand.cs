using System.Diagnostics;
using System.Globalization;

namespace TenderWatch.Benchmarks.Extraction;

/// <summary>
/// <c>extraction</c>: one thread, notices in memory, against a bare pass of XmlReader (the target is at most 2 x) and against XDocument with
/// XPath (at least 3 x faster).
/// </summary>
internal static class ExtractionCommand
{
    public static int Run(string data, TextWriter output)
    {
        foreach (var format in new[] { "eforms", "ted-legacy" })
        {
            var notices = Notices.Load(Path.Combine(data, format));
            output.WriteLine($"{format}: {notices.Count} notices, {notices.Sum(notice => (long)notice.Length)} bytes, in memory; the quickest of the rounds");
            new Ratios(warmUps: 5, rounds: 30)
                .Add("XmlReader, bare pass", () => notices.ForEach(Ways.BarePass))
                .Add("NoticeXml", () => notices.ForEach(Ways.Extract))
                .Add("PublicationReader", () => notices.ForEach(Ways.Publication))
                .Add("XDocument + XPath", () => notices.ForEach(Ways.Query))
                .Print(output);
            Memory(notices, output);
        }

        return 0;
    }

    // What is reachable after each round, and the largest working set: neither may grow with the number of notices read.
    private static void Memory(List<byte[]> notices, TextWriter output)
    {
        const int Rounds = 20;
        using var self = Process.GetCurrentProcess();
        var heap = new long[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            notices.ForEach(Ways.Extract);
            heap[round] = GC.GetTotalMemory(forceFullCollection: true);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"reachable after the first {notices.Count} notices and after {Rounds} times as many: {heap[0] / 1024.0 / 1024.0:0.00} MB, {heap[^1] / 1024.0 / 1024.0:0.00} MB; peak working set {self.PeakWorkingSet64 / 1024 / 1024} MB\n"));
    }
}
