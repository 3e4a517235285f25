using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Core.Dossiers;

/// <summary>Shows that a checkpoint signed the end of a ledger, and that the tree of the latest checkpoint in the dossier begins with that one's.</summary>
/// <param name="Leaf">The ledger and the end that was signed.</param>
/// <param name="Checkpoint">The number of the checkpoint that added this leaf.</param>
/// <param name="Index">The place of the leaf in its tree, from 0.</param>
/// <param name="Path">The audit path (RFC 6962 section 2.1.1).</param>
/// <param name="Consistency">The consistency proof to the tree of the latest (section 2.1.2); empty where that is the same checkpoint.</param>
public sealed record LedgerProof(CheckpointLeaf Leaf, long Checkpoint, long Index, IReadOnlyList<Digest> Path, IReadOnlyList<Digest> Consistency)
{
    /// <summary>Its canonical JSON.</summary>
    public byte[] ToBytes() => CanonicalJson.Write(JsonSerializer.SerializeToElement(new
    {
        v = 1,
        leaf = new { @case = Leaf.Ledger, seq = Leaf.Head.Sequence, sha256 = Leaf.Head.Sha256.Hex },
        checkpoint = Checkpoint,
        index = Index,
        path = Path.Select(hash => hash.Hex),
        consistency = Consistency.Select(hash => hash.Hex),
    }));

    /// <summary>Reads what <see cref="ToBytes"/> wrote; nothing is checked.</summary>
    /// <exception cref="FormatException">The bytes are something else.</exception>
    public static LedgerProof Parse(ReadOnlyMemory<byte> bytes) => Canonical.Parse(bytes, Read, proof => proof.ToBytes(), "proof of a ledger");

    private static LedgerProof Read(JsonElement root)
    {
        var leaf = root.GetProperty("leaf");
        return new LedgerProof(
            new CheckpointLeaf(leaf.GetProperty("case").GetString()!, new LedgerHead(leaf.GetProperty("seq").GetInt64(), Digest.Parse(leaf.GetProperty("sha256").GetString()!))),
            root.GetProperty("checkpoint").GetInt64(),
            root.GetProperty("index").GetInt64(),
            Hashes(root.GetProperty("path")),
            Hashes(root.GetProperty("consistency")));
    }

    private static Digest[] Hashes(JsonElement list) => [.. list.EnumerateArray().Select(hash => Digest.Parse(hash.GetString()!))];
}
