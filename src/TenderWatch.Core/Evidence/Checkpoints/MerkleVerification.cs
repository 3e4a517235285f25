namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>Checks proofs by the steps of RFC 9162 sections 2.1.3.2 and 2.1.4.2, which write out what RFC 6962 leaves to its reader.</summary>
public static class MerkleVerification
{
    /// <summary>Whether a leaf is in a tree.</summary>
    /// <param name="leaf">The hash of the leaf.</param>
    /// <param name="index">Its place, from 0.</param>
    /// <param name="size">The number of leaves of the tree.</param>
    /// <param name="path">The audit path.</param>
    /// <param name="root">The root of the tree.</param>
    public static bool IsIncluded(Digest leaf, long index, long size, IReadOnlyList<Digest> path, Digest root)
    {
        if (index < 0 || index >= size) return false;
        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var sibling in path)
        {
            if (last == 0) return false;
            if (IsRight(node) || node == last)
            {
                hash = MerkleHash.Node(sibling, hash);
                while (!IsRight(node) && node != 0) (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                hash = MerkleHash.Node(hash, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }

    /// <summary>Whether a tree is the beginning of a larger one.</summary>
    /// <param name="first">The number of leaves of the smaller tree, at least 1.</param>
    /// <param name="firstRoot">Its root.</param>
    /// <param name="second">The number of leaves of the larger tree.</param>
    /// <param name="secondRoot">Its root.</param>
    /// <param name="proof">The consistency proof.</param>
    public static bool IsConsistent(long first, Digest firstRoot, long second, Digest secondRoot, IReadOnlyList<Digest> proof)
    {
        if (first < 1 || first > second) return false;
        if (first == second) return proof.Count == 0 && firstRoot == secondRoot;
        IReadOnlyList<Digest> path = System.Numerics.BitOperations.IsPow2(first) ? [firstRoot, .. proof] : proof;
        if (path.Count == 0) return false;

        var (node, last) = (first - 1, second - 1);
        while (IsRight(node)) (node, last) = (node >> 1, last >> 1);
        var (smaller, larger) = (path[0], path[0]);
        foreach (var sibling in path.Skip(1))
        {
            if (last == 0) return false;
            if (IsRight(node) || node == last)
            {
                (smaller, larger) = (MerkleHash.Node(sibling, smaller), MerkleHash.Node(sibling, larger));
                while (!IsRight(node) && node != 0) (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                larger = MerkleHash.Node(larger, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && smaller == firstRoot && larger == secondRoot;
    }

    private static bool IsRight(long node) => (node & 1) == 1;
}
