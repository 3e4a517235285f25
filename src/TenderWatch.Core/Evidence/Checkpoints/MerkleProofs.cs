namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>
/// Makes the proofs of RFC 6962 sections 2.1.1 and 2.1.2. Each hash of a proof is the root over a run of leaves, and the runs of one proof do not
/// overlap: one pass over the leaves makes it, in little memory.
/// </summary>
public static class MerkleProofs
{
    /// <summary>Proves that a leaf is in a tree.</summary>
    /// <param name="index">The place of the leaf, from 0.</param>
    /// <param name="size">The number of leaves of the tree.</param>
    /// <param name="leaves">The hashes of the leaves of the tree, in order; more than its size may follow.</param>
    /// <param name="cancellationToken">Stops the pass.</param>
    /// <returns>The audit path.</returns>
    public static Task<IReadOnlyList<Digest>> InclusionAsync(long index, long size, IAsyncEnumerable<Digest> leaves, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var runs = new List<Run>();
        Path(index, new Run(0, size), runs);
        return HashAsync(runs, leaves, cancellationToken);
    }

    /// <summary>Proves that a tree is the beginning of a larger one.</summary>
    /// <param name="first">The number of leaves of the smaller tree, at least 1.</param>
    /// <param name="second">The number of leaves of the larger tree.</param>
    /// <param name="leaves">The hashes of the leaves of the larger tree, in order; more may follow.</param>
    /// <param name="cancellationToken">Stops the pass.</param>
    public static Task<IReadOnlyList<Digest>> ConsistencyAsync(long first, long second, IAsyncEnumerable<Digest> leaves, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, second);
        var runs = new List<Run>();
        Subproof(first, new Run(0, second), isWhole: true, runs);
        return HashAsync(runs, leaves, cancellationToken);
    }

    private static void Path(long index, Run run, List<Run> into)
    {
        if (run.Length == 1) return;
        var (left, right) = run.Split();
        Path(index, index < right.Start ? left : right, into);
        into.Add(index < right.Start ? right : left);
    }

    private static void Subproof(long first, Run run, bool isWhole, List<Run> into)
    {
        if (first == run.End)
        {
            // The verifier knows the root of the smaller tree itself.
            if (!isWhole) into.Add(run);
            return;
        }

        var (left, right) = run.Split();
        if (first <= left.End)
        {
            Subproof(first, left, isWhole, into);
            into.Add(right);
        }
        else
        {
            Subproof(first, right, isWhole: false, into);
            into.Add(left);
        }
    }

    private static async Task<IReadOnlyList<Digest>> HashAsync(List<Run> runs, IAsyncEnumerable<Digest> leaves, CancellationToken cancellationToken)
    {
        var hashes = runs.ToDictionary(run => run, _ => new MerkleRange());
        var inOrder = runs.OrderBy(run => run.Start).ToList();
        var current = 0;
        long place = 0;
        await foreach (var leaf in leaves.WithCancellation(cancellationToken))
        {
            while (current < inOrder.Count && place >= inOrder[current].End) current++;
            if (current == inOrder.Count) break;
            if (place >= inOrder[current].Start) hashes[inOrder[current]].Append(leaf);
            place++;
        }

        return hashes.Any(pair => pair.Value.Size != pair.Key.Length)
            ? throw new ArgumentException($"There are only {place} leaves.", nameof(leaves))
            : [.. runs.Select(run => hashes[run].Root)];
    }

    /// <summary>The leaves from a place up to another.</summary>
    private readonly record struct Run(long Start, long End)
    {
        public long Length => End - Start;

        /// <summary>At the largest power of two that is smaller than the length.</summary>
        public (Run Left, Run Right) Split()
        {
            var middle = Start + (long)(System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)Length) / 2);
            return (new Run(Start, middle), new Run(middle, End));
        }
    }
}
