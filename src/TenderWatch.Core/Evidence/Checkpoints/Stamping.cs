using TenderWatch.Core.Evidence.Timestamps;

namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>
/// Has a checkpoint stamped. An authority that fails stops nothing: the next run asks again, for the checkpoint that is the latest then. One that was left without is not
/// stamped later, for the time stamp on a later one covers it by their link, and could not give it an earlier time.
/// </summary>
internal sealed class Stamping(ICheckpointStore store, ITimestampAuthority authority)
{
    /// <returns><see langword="null"/> when it has a time stamp already.</returns>
    public async Task<TimestampAnswer?> StampAsync(SignedCheckpoint latest, CancellationToken cancellationToken)
    {
        var name = CheckpointNames.StampOf(latest.Checkpoint.Number);
        if (await store.ReadAsync(name, cancellationToken) is not null) return null;
        var answer = await authority.StampAsync(Digest.Of(latest.ToBytes()), latest.Checkpoint.At, cancellationToken);
        // Of two runs that ask at once, one has its time stamp kept; both are good.
        if (answer.Token is { } token) await store.CreateAsync(name, token, cancellationToken);
        return answer;
    }
}
