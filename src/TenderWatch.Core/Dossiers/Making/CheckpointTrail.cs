using System.Runtime.CompilerServices;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Core.Dossiers.Making;

/// <summary>Finds the end of ledgers that checkpoints signed, and proves it. It passes over the leaves and never holds all of them.</summary>
internal sealed class CheckpointTrail(ICheckpointReader store, long latest)
{
    /// <summary>The last leaf of each ledger, with the number of its checkpoint and its place in the tree.</summary>
    public async Task<Dictionary<string, (CheckpointLeaf Leaf, long Checkpoint, long Index)>> EndsAsync(IReadOnlyCollection<string> ledgers, CancellationToken cancellationToken)
    {
        var ends = new Dictionary<string, (CheckpointLeaf, long, long)>(StringComparer.Ordinal);
        await foreach (var (leaf, checkpoint, index) in LeavesAsync(cancellationToken))
        {
            if (ledgers.Contains(leaf.Ledger)) ends[leaf.Ledger] = (leaf, checkpoint, index);
        }

        return ends;
    }

    /// <summary>The proof that a checkpoint signed the end of a ledger.</summary>
    public async Task<LedgerProof> ProveAsync((CheckpointLeaf Leaf, long Checkpoint, long Index) end, CancellationToken cancellationToken)
    {
        var signed = (await ReadAsync(end.Checkpoint, cancellationToken)).Checkpoint.Size;
        var last = (await ReadAsync(latest, cancellationToken)).Checkpoint.Size;
        return new LedgerProof(
            end.Leaf,
            end.Checkpoint,
            end.Index,
            await MerkleProofs.InclusionAsync(end.Index, signed, HashesAsync(cancellationToken), cancellationToken),
            await MerkleProofs.ConsistencyAsync(signed, last, HashesAsync(cancellationToken), cancellationToken));
    }

    /// <summary>A checkpoint.</summary>
    /// <exception cref="EvidenceException">It is absent or altered.</exception>
    public async Task<SignedCheckpoint> ReadAsync(long number, CancellationToken cancellationToken)
    {
        try
        {
            return SignedCheckpoint.Parse(await BytesAsync(CheckpointNames.Of(number), cancellationToken));
        }
        catch (FormatException wrong)
        {
            throw new EvidenceException($"{store.Container}/{CheckpointNames.Of(number)} was altered ({wrong.Message})");
        }
    }

    /// <summary>The bytes of a blob of the container.</summary>
    /// <exception cref="EvidenceException">They are absent.</exception>
    public async Task<byte[]> BytesAsync(string name, CancellationToken cancellationToken) =>
        await FindAsync(name, cancellationToken) ?? throw new EvidenceException($"{store.Container}/{name} is not there.");

    /// <summary>The bytes of a blob of the container; <see langword="null"/> where there are none.</summary>
    public Task<byte[]?> FindAsync(string name, CancellationToken cancellationToken) => store.ReadAsync(name, cancellationToken);

    private async IAsyncEnumerable<Digest> HashesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (leaf, _, _) in LeavesAsync(cancellationToken)) yield return MerkleHash.Leaf(leaf.ToBytes());
    }

    private async IAsyncEnumerable<(CheckpointLeaf Leaf, long Checkpoint, long Index)> LeavesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long index = 0;
        for (long number = 1; number <= latest; number++)
        {
            IReadOnlyList<CheckpointLeaf> leaves;
            try
            {
                leaves = [.. CheckpointLeaves.Read(await BytesAsync(CheckpointNames.LeavesOf(number), cancellationToken))];
            }
            catch (FormatException wrong)
            {
                throw new EvidenceException($"{store.Container}/{CheckpointNames.LeavesOf(number)} was altered ({wrong.Message})");
            }

            foreach (var leaf in leaves) yield return (leaf, number, index++);
        }
    }
}
