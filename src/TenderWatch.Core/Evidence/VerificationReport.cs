using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Evidence;

/// <summary>What verification read and found.</summary>
/// <param name="Cases">The ledgers read.</param>
/// <param name="Entries">The ledger entries read.</param>
/// <param name="Blobs">The evidence blobs read.</param>
/// <param name="Faults">Everything that is not as it was written, each with the blob it is about.</param>
public sealed record VerificationReport(long Cases, long Entries, long Blobs, IReadOnlyList<VerificationFault> Faults)
{
    /// <summary>The latest checkpoint; <see langword="null"/> when there is none.</summary>
    public CheckpointReference? Checkpoint { get; init; }

    /// <summary>The tombstones that stand in the place of bytes that were deleted under retention.</summary>
    public long Tombstones { get; init; }

    /// <summary>The checkpoint since which it was verified (<see cref="Trust.Since"/>); <see langword="null"/> when everything was.</summary>
    public CheckpointReference? Since { get; init; }

    /// <summary>The latest checkpoint with a time stamp that holds, and the time of that; <see langword="null"/> when there is none.</summary>
    public StampedCheckpoint? Stamped { get; init; }

    /// <summary>Whether everything is as it was written.</summary>
    public bool Intact => Faults.Count == 0;
}

/// <summary>A blob that is not as it was written, or that is no longer there.</summary>
/// <param name="Blob">Container and name.</param>
/// <param name="Code"><c>altered</c>, <c>missing</c>, <c>chain</c>, <c>gap</c>, <c>truncated</c>, <c>not-an-entry</c>, <c>misplaced</c>, <c>stray</c>;
/// of checkpoints also <c>not-a-checkpoint</c>, <c>not-leaves</c>, <c>not-a-key</c>, <c>tree</c>, <c>unsigned</c>, <c>wrong-key</c>, <c>wrong-time</c>,
/// <c>not-stamped</c>, of tombstones also <c>not-a-tombstone</c> and <c>not-deleted</c>, and of time stamps those of <see cref="Timestamps.TimestampFault"/>.</param>
/// <param name="What">What is wrong with it.</param>
public sealed record VerificationFault(string Blob, string Code, LocalizedText What);

/// <summary>How far verification is.</summary>
/// <param name="Entries">Ledger entries read so far.</param>
/// <param name="Blobs">Evidence blobs read so far.</param>
/// <param name="Faults">Faults found so far.</param>
public sealed record VerificationProgress(long Entries, long Blobs, int Faults);

/// <summary>A checkpoint with a time stamp that holds: it, and whatever it signed, was there at that time.</summary>
/// <param name="Number">The number of the checkpoint.</param>
/// <param name="At">The time that the authority gave.</param>
/// <param name="IsTrusted">Whether the authority is one that the reader named; otherwise anybody may have made the time stamp.</param>
public sealed record StampedCheckpoint(long Number, DateTimeOffset At, bool IsTrusted);
