using System.Security.Cryptography;

namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>The hashes of a Merkle tree as RFC 6962 section 2.1 has them: leaves and nodes can never be taken for each other.</summary>
public static class MerkleHash
{
    private const byte LeafPrefix = 0x00;
    private const byte NodePrefix = 0x01;

    /// <summary>The root of a tree without leaves.</summary>
    public static Digest Empty { get; } = Digest.Of([]);

    /// <summary>The hash of a leaf.</summary>
    /// <param name="content">Its bytes.</param>
    public static Digest Leaf(ReadOnlySpan<byte> content) => Digest.Of([LeafPrefix, .. content]);

    /// <summary>The hash of a node.</summary>
    /// <param name="left">Its left child.</param>
    /// <param name="right">Its right child.</param>
    public static Digest Node(Digest left, Digest right)
    {
        Span<byte> content = stackalloc byte[1 + (2 * SHA256.HashSizeInBytes)];
        content[0] = NodePrefix;
        left.CopyTo(content[1..]);
        right.CopyTo(content[(1 + SHA256.HashSizeInBytes)..]);
        return Digest.Of(content);
    }
}
