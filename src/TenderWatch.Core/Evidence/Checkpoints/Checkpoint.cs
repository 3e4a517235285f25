using System.Globalization;
using System.Text.Json;

namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>
/// What is signed: the tree over the ends of all ledgers, as it was at a moment. The tree only grows: a checkpoint appends a leaf for each ledger that
/// grew since the one before.
/// </summary>
/// <param name="Number">1, 2, 3, …</param>
/// <param name="At">When it was made, by the clock of the service.</param>
/// <param name="Previous">The digest of the previous signed checkpoint's bytes; zeros for the first.</param>
/// <param name="Size">The number of leaves of the tree.</param>
/// <param name="Root">The root of the tree.</param>
/// <param name="Subtrees">The roots of its complete subtrees (<see cref="MerkleRange.Subtrees"/>), from which it grows on.</param>
/// <param name="Added">How many leaves it appended.</param>
/// <param name="Leaves">The digest of the file with these leaves.</param>
/// <param name="Stamp">The digest of the time stamp on the checkpoint before, so that it can be neither taken away nor exchanged; <see langword="null"/> when there was none.</param>
public sealed record Checkpoint(
    long Number, DateTimeOffset At, Digest Previous, long Size, Digest Root, IReadOnlyList<Digest> Subtrees, long Added, Digest Leaves, Digest? Stamp = null)
{
    private static readonly JsonSerializerOptions WithoutNull = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>Its canonical JSON (RFC 8785).</summary>
    public byte[] ToBytes() => CanonicalJson.Write(JsonSerializer.SerializeToElement(new
    {
        v = 1,
        number = Number,
        at = At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
        prev = Previous.Hex,
        size = Size,
        root = Root.Hex,
        subtrees = Subtrees.Select(subtree => subtree.Hex),
        added = Added,
        leaves = Leaves.Hex,
        stamp = Stamp?.Hex,
    }, WithoutNull));

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are something else.</exception>
    public static Checkpoint Parse(ReadOnlyMemory<byte> bytes) => Canonical.Parse(bytes, Read, checkpoint => checkpoint.ToBytes(), "checkpoint");

    /// <summary>The tree, to be grown on.</summary>
    /// <exception cref="FormatException">Its parts do not give its root.</exception>
    public MerkleRange Tree()
    {
        var tree = new MerkleRange(Size, Subtrees);
        return tree.Root == Root ? tree : throw new FormatException($"The subtrees of checkpoint {Number} give the root {tree.Root}, not {Root}.");
    }

    private static Checkpoint Read(JsonElement root) => new(
        root.GetProperty("number").GetInt64(),
        DateTimeOffset.ParseExact(root.GetProperty("at").GetString()!, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        Digest.Parse(root.GetProperty("prev").GetString()!),
        root.GetProperty("size").GetInt64(),
        Digest.Parse(root.GetProperty("root").GetString()!),
        [.. root.GetProperty("subtrees").EnumerateArray().Select(subtree => Digest.Parse(subtree.GetString()!))],
        root.GetProperty("added").GetInt64(),
        Digest.Parse(root.GetProperty("leaves").GetString()!),
        root.TryGetProperty("stamp", out var stamp) ? Digest.Parse(stamp.GetString()!) : null);
}
