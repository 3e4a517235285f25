using System.Diagnostics;

namespace TenderWatch.Benchmarks.Replay;

/// <summary>What this process and Azurite have used up at a moment.</summary>
internal sealed record Readings(IReadOnlyDictionary<string, int> Requests, int Reads, int Writes, TimeSpan Processor, TimeSpan AzuriteProcessor)
{
    public static Readings Take(StorageOperations operations, Process self, Process azurite)
    {
        self.Refresh();
        azurite.Refresh();
        return new Readings(operations.Counts, operations.Reads, operations.Writes, self.TotalProcessorTime, azurite.TotalProcessorTime);
    }
}
