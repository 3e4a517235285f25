using System.Text.Json;

namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>A leaf of the tree: the end that a ledger had when a checkpoint was made.</summary>
/// <param name="Ledger">The case, or <c>source:NAME</c>.</param>
/// <param name="Head">The end of its ledger.</param>
public sealed record CheckpointLeaf(string Ledger, LedgerHead Head)
{
    /// <summary>Its canonical JSON (RFC 8785): what is hashed, and a line of the file of leaves.</summary>
    public byte[] ToBytes() => CanonicalJson.Write(JsonSerializer.SerializeToElement(new { @case = Ledger, seq = Head.Sequence, sha256 = Head.Sha256.Hex }));

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are something else.</exception>
    public static CheckpointLeaf Parse(ReadOnlyMemory<byte> line) => Canonical.Parse(
        line,
        root => new CheckpointLeaf(root.GetProperty("case").GetString()!, new LedgerHead(root.GetProperty("seq").GetInt64(), Digest.Parse(root.GetProperty("sha256").GetString()!))),
        leaf => leaf.ToBytes(),
        "leaf of a checkpoint");
}
