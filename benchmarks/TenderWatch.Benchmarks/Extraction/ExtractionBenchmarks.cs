using BenchmarkDotNet.Attributes;

namespace TenderWatch.Benchmarks.Extraction;

/// <summary>The same ways under BenchmarkDotNet, one after the other: for their spread and what they allocate. The ratios of one run are <see cref="ExtractionCommand"/>'s.</summary>
[MemoryDiagnoser]
public class ExtractionBenchmarks
{
    private List<byte[]> _notices = [];

    /// <summary>The folder of real notices; the benchmarks run in this process.</summary>
    public static string Data { get; set; } = "";

    /// <summary>A folder of it.</summary>
    [Params("eforms", "ted-legacy")]
    public string Format { get; set; } = "";

    [GlobalSetup]
    public void Load() => _notices = Notices.Load(Path.Combine(Data, Format));

    [Benchmark(Baseline = true)]
    public void BarePass() => _notices.ForEach(Ways.BarePass);

    [Benchmark]
    public void NoticeXml() => _notices.ForEach(Ways.Extract);

    [Benchmark]
    public void PublicationReader() => _notices.ForEach(Ways.Publication);

    [Benchmark]
    public void XDocumentWithXPath() => _notices.ForEach(Ways.Query);
}
