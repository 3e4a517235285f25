using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace TenderWatch.Benchmarks.Extraction;

/// <summary><c>micro</c>: extraction under BenchmarkDotNet.</summary>
internal static class MicroCommand
{
    public static int Run(string data)
    {
        ExtractionBenchmarks.Data = data;
        // In this process: a project that BenchmarkDotNet writes would fall under this repository's rules for code.
        var config = DefaultConfig.Instance
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "tenderwatch-benchmarks"));
        return BenchmarkRunner.Run<ExtractionBenchmarks>(config).Reports.All(report => report.Success) ? 0 : 1;
    }
}
