using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Core.Evidence.Tombstones;

/// <summary>Finds the tombstone of bytes that are not there, and believes it only where a key of the same storage signed it.</summary>
public sealed class Deleted(ITombstoneReader tombstones, ICheckpointReader checkpoints)
{
    /// <summary>The tombstone; <see langword="null"/> where there is none that counts.</summary>
    public async Task<Tombstone?> FindAsync(Digest sha256, Confidentiality confidentiality, CancellationToken cancellationToken) =>
        (await FindSignedAsync(sha256, confidentiality, cancellationToken))?.Tombstone;

    /// <summary>The same under its signature, as a dossier encloses it.</summary>
    public async Task<SignedTombstone?> FindSignedAsync(Digest sha256, Confidentiality confidentiality, CancellationToken cancellationToken)
    {
        if (await tombstones.ReadAsync(TombstoneNames.Of(sha256, confidentiality), cancellationToken) is not { } bytes) return null;
        try
        {
            var signed = SignedTombstone.Parse(bytes);
            if (signed.Tombstone.Sha256 != sha256 || signed.Tombstone.Confidentiality != confidentiality) return null;
            var key = SigningKey.Parse(await checkpoints.ReadAsync(CheckpointNames.KeyOf(signed.KeyId), cancellationToken) ?? []);
            return signed.IsSignedBy(key) ? signed : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
