namespace TenderWatch.Benchmarks.Replay;

/// <summary>What one part of the replay took; the last is compared with the first.</summary>
internal sealed record ReplayPhase
{
    public required int Notices { get; init; }

    /// <summary>Reading the package, extracting, storing and linking.</summary>
    public required TimeSpan Intake { get; init; }

    /// <summary>The time that one notice in ten keeps below: what else the machine does hardly touches those.</summary>
    public required TimeSpan Quick { get; init; }

    /// <summary>The episodes of the cases.</summary>
    public required TimeSpan Settling { get; init; }

    /// <summary>The time that one bare put in ten kept below meanwhile; see <see cref="BareStorage"/>.</summary>
    public required TimeSpan BarePut { get; init; }

    /// <summary>Processor time of this process during intake.</summary>
    public required TimeSpan Processor { get; init; }

    /// <summary>Processor time of Azurite during intake.</summary>
    public required TimeSpan AzuriteProcessor { get; init; }

    /// <summary>Processor time of Azurite during settling.</summary>
    public required TimeSpan SettlingAzurite { get; init; }

    /// <summary>Requests of intake by kind.</summary>
    public required IReadOnlyDictionary<string, int> Requests { get; init; }

    public required int Reads { get; init; }

    public required int Writes { get; init; }

    /// <summary>Requests of settling.</summary>
    public required int SettlingRequests { get; init; }

    /// <summary>Notices that no profile matches and whose procurement has no case.</summary>
    public required int Unmatched { get; init; }

    /// <summary>The most writes that one of those took.</summary>
    public required int MostWritesUnmatched { get; init; }

    public required int Matched { get; init; }

    /// <summary>The largest working set of the process until then.</summary>
    public required long PeakBytes { get; init; }

    /// <summary>What is reachable on the managed heap after the phase.</summary>
    public required long HeapBytes { get; init; }
}
