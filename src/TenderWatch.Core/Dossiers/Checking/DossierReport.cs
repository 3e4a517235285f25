using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Core.Dossiers.Checking;

/// <summary>What the verification of a dossier read and found.</summary>
/// <param name="Manifest">Its manifest; <see langword="null"/> where it cannot be read.</param>
/// <param name="Files">How many files were read.</param>
/// <param name="Entries">How many ledger entries were read.</param>
/// <param name="Faults">Everything that is not as it was written, each with the file it is about; the archive itself is called <c>zip</c>.</param>
public sealed record DossierReport(DossierManifest? Manifest, long Files, long Entries, IReadOnlyList<VerificationFault> Faults)
{
    /// <summary>The latest checkpoint in it.</summary>
    public CheckpointReference? Checkpoint { get; init; }

    /// <summary>The latest checkpoint in it with a time stamp that holds, and the time of that; <see langword="null"/> when there is none.</summary>
    public StampedCheckpoint? Stamped { get; init; }

    /// <summary>Whether the key was known to whoever verifies, and not taken from the dossier itself.</summary>
    public bool IsKeyKnown { get; init; }

    /// <summary>Whether everything is as it was written.</summary>
    public bool Intact => Faults.Count == 0;
}
