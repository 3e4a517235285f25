namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>The leaves that a checkpoint appended, one on a line (JSON Lines), by the names of their ledgers.</summary>
internal static class CheckpointLeaves
{
    private const byte LineFeed = (byte)'\n';

    public static byte[] Write(IEnumerable<CheckpointLeaf> leaves)
    {
        using var content = new MemoryStream();
        foreach (var leaf in leaves.OrderBy(leaf => leaf.Ledger, StringComparer.Ordinal))
        {
            content.Write(leaf.ToBytes());
            content.WriteByte(LineFeed);
        }

        return content.ToArray();
    }

    /// <exception cref="FormatException">A line is no leaf, a ledger stands there twice or out of order, or the last line does not end.</exception>
    public static IReadOnlyList<CheckpointLeaf> Read(ReadOnlyMemory<byte> content)
    {
        var leaves = new List<CheckpointLeaf>();
        while (!content.IsEmpty)
        {
            var end = content.Span.IndexOf(LineFeed);
            if (end < 0) throw new FormatException("The last line does not end.");
            var leaf = CheckpointLeaf.Parse(content[..end]);
            if (leaves.Count > 0 && string.CompareOrdinal(leaves[^1].Ledger, leaf.Ledger) >= 0) throw new FormatException($"The ledger {leaf.Ledger} stands out of order.");
            leaves.Add(leaf);
            content = content[(end + 1)..];
        }

        return leaves;
    }
}
