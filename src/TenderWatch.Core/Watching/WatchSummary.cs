using TenderWatch.Core.Sources;

namespace TenderWatch.Core.Watching;

/// <summary>What a run over a source did.</summary>
/// <param name="Source">The source.</param>
/// <param name="Results">The publications taken in.</param>
/// <param name="Failure">Why not everything could be read; <see langword="null"/> when it was.</param>
/// <param name="Known">How many publications of the lists were known already, and are left alone.</param>
public sealed record WatchSummary(string Source, IReadOnlyList<IntakeResult> Results, SourceFailure? Failure, int Known = 0)
{
    /// <summary>The other host that takes in what is new at this source now, so that this run left it alone; <see langword="null"/> otherwise.</summary>
    public string? HeldBy { get; init; }
}
