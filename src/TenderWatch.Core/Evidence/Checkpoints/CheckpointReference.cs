namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>Names a checkpoint to someone who keeps its digest elsewhere, out of the reach of whoever can write to storage.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">When it was made.</param>
/// <param name="Sha256">The digest of its signed bytes.</param>
/// <param name="KeyId">The thumbprint of the key that signed it (RFC 7638).</param>
public sealed record CheckpointReference(long Number, DateTimeOffset At, Digest Sha256, string KeyId)
{
    /// <summary>The reference to a checkpoint; <see langword="null"/> for none.</summary>
    public static CheckpointReference? Of(SignedCheckpoint? checkpoint) =>
        checkpoint is null ? null : new CheckpointReference(checkpoint.Checkpoint.Number, checkpoint.Checkpoint.At, Digest.Of(checkpoint.ToBytes()), checkpoint.KeyId);
}
