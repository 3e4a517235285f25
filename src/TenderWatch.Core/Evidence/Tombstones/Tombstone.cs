using System.Globalization;
using System.Text.Json;
using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Core.Evidence.Tombstones;

/// <summary>What stands in the place of bytes that were deleted because the time for which they are kept is over.</summary>
/// <param name="Sha256">The digest that the bytes had; ledgers go on naming it.</param>
/// <param name="Confidentiality">The container that they were in.</param>
/// <param name="Class">Why they were kept for so long; see <see cref="Retention.RetentionClass"/>.</param>
/// <param name="Rule">The rule by which their time was over, with its dates.</param>
/// <param name="Reason">Why they were deleted, in the words of whoever did it.</param>
/// <param name="By">Who deleted them.</param>
/// <param name="At">When, by the clock of the machine that did it.</param>
/// <param name="Cases">The cases whose ledgers named them then, in order.</param>
public sealed record Tombstone(
    Digest Sha256, Confidentiality Confidentiality, string Class, string Rule, string Reason, string By, DateTimeOffset At, IReadOnlyList<string> Cases)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>Its canonical JSON (RFC 8785).</summary>
    public byte[] ToBytes() => CanonicalJson.Write(JsonSerializer.SerializeToElement(new
    {
        v = 1,
        sha256 = Sha256.Hex,
        confidentiality = TombstoneNames.Folder(Confidentiality),
        @class = Class,
        rule = Rule,
        reason = Reason,
        by = By,
        at = At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
        cases = Cases,
    }));

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are something else.</exception>
    public static Tombstone Parse(ReadOnlyMemory<byte> bytes) => Canonical.Parse(bytes, Read, tombstone => tombstone.ToBytes(), "tombstone");

    private static Tombstone Read(JsonElement root) => new(
        Digest.Parse(Text(root, "sha256")),
        TombstoneNames.KindOf(Text(root, "confidentiality")) ?? throw new FormatException("Its container is none of evidence."),
        Text(root, "class"),
        Text(root, "rule"),
        Text(root, "reason"),
        Text(root, "by"),
        DateTimeOffset.ParseExact(Text(root, "at"), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        [.. root.GetProperty("cases").EnumerateArray().Select(name => name.GetString() ?? throw new FormatException("A case is null."))]);

    private static string Text(JsonElement root, string name) => root.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null.");
}
