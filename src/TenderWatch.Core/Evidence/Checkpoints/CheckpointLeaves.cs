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

    /// <summary>The leaves in the order in which they stand, one after the other: a file may have those of 100,000 ledgers.</summary>
    /// <exception cref="FormatException">A line is no leaf, a ledger stands there twice or out of order, or the last line does not end: thrown where that line is reached.</exception>
    public static IEnumerable<CheckpointLeaf> Read(ReadOnlyMemory<byte> content)
    {
        string? before = null;
        while (!content.IsEmpty)
        {
            var end = content.Span.IndexOf(LineFeed);
            if (end < 0) throw new FormatException("The last line does not end.");
            var leaf = CheckpointLeaf.Parse(content[..end]);
            if (before is not null && string.CompareOrdinal(before, leaf.Ledger) >= 0) throw new FormatException($"The ledger {leaf.Ledger} stands out of order.");
            yield return leaf;
            before = leaf.Ledger;
            content = content[(end + 1)..];
        }
    }
}
