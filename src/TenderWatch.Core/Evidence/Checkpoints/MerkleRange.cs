namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>
/// The tree over a run of leaves, held as the roots of its complete subtrees from left to right: their sizes are the powers of two of
/// <see cref="Size"/>. Leaves can be appended without those that came before, and memory grows with the logarithm of their number.
/// </summary>
public sealed class MerkleRange
{
    private readonly List<Digest> _subtrees;

    /// <summary>A run without leaves.</summary>
    public MerkleRange() => _subtrees = [];

    /// <summary>A run whose leaves were hashed before.</summary>
    /// <param name="size">The number of its leaves.</param>
    /// <param name="subtrees">The roots of its complete subtrees.</param>
    /// <exception cref="FormatException">The number of subtrees does not belong to the size.</exception>
    public MerkleRange(long size, IReadOnlyList<Digest> subtrees)
    {
        if (size < 0 || System.Numerics.BitOperations.PopCount((ulong)size) != subtrees.Count)
            throw new FormatException($"A tree of {size} leaves does not have {subtrees.Count} complete subtrees.");
        Size = size;
        _subtrees = [.. subtrees];
    }

    /// <summary>The number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>The roots of the complete subtrees, from left to right.</summary>
    public IReadOnlyList<Digest> Subtrees => _subtrees;

    /// <summary>The root (MTH in RFC 6962).</summary>
    public Digest Root
    {
        get
        {
            if (_subtrees.Count == 0) return MerkleHash.Empty;
            var root = _subtrees[^1];
            for (var i = _subtrees.Count - 2; i >= 0; i--) root = MerkleHash.Node(_subtrees[i], root);
            return root;
        }
    }

    /// <summary>Appends a leaf.</summary>
    /// <param name="leaf">Its hash.</param>
    public void Append(Digest leaf)
    {
        // Each trailing one of the old size is a subtree as large as the one that is carried.
        for (var rest = Size; (rest & 1) == 1; rest >>= 1)
        {
            leaf = MerkleHash.Node(_subtrees[^1], leaf);
            _subtrees.RemoveAt(_subtrees.Count - 1);
        }

        _subtrees.Add(leaf);
        Size++;
    }
}
