using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Dossiers;

/// <summary>What is in a dossier; its signed canonical JSON holds the dossier together.</summary>
/// <param name="Case">The case.</param>
/// <param name="Audience">For whom it is.</param>
/// <param name="Language">The language of its page.</param>
/// <param name="Checkpoint">The number of the latest checkpoint in it.</param>
/// <param name="Files">All files but the manifest and its signature, by path in order of code units.</param>
/// <param name="Withheld">Evidence that the ledgers name and that is not in it, by digest.</param>
public sealed record DossierManifest(
    string Case, DossierAudience Audience, Language Language, long Checkpoint, IReadOnlyList<ManifestFile> Files, IReadOnlyList<WithheldEvidence> Withheld)
{
    /// <summary>Its canonical JSON (RFC 8785).</summary>
    public byte[] ToBytes() => CanonicalJson.Write(JsonSerializer.SerializeToElement(new
    {
        v = 1,
        @case = Case,
        audience = NameOf(Audience),
        language = NameOf(Language),
        checkpoint = Checkpoint,
        files = Files.Select(file => new { path = file.Path, size = file.Size, sha256 = file.Sha256.Hex }),
        withheld = Withheld.Select(one => new { sha256 = one.Sha256.Hex, reason = one.Reason, entry = one.Entry }),
    }));

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are something else.</exception>
    public static DossierManifest Parse(ReadOnlyMemory<byte> bytes)
    {
        var manifest = Canonical.Parse(bytes, Read, manifest => manifest.ToBytes(), "manifest of a dossier");
        if (!manifest.Files.All(file => DossierPaths.IsPath(file.Path) && file.Size >= 0 && file.Path is not (DossierPaths.Manifest or DossierPaths.Signature)))
            throw new FormatException("A path cannot be one of a dossier.");
        if (!IsAscending(manifest.Files.Select(file => file.Path)) || !IsAscending(manifest.Withheld.Select(one => one.Sha256.Hex)))
            throw new FormatException("The files or the withheld evidence stand out of order.");
        return manifest;
    }

    internal static string NameOf(DossierAudience audience) => audience == DossierAudience.Public ? "public" : "internal";

    internal static string NameOf(Language language) => language == Language.Nl ? "nl" : "en";

    private static bool IsAscending(IEnumerable<string> names)
    {
        string? before = null;
        foreach (var name in names)
        {
            if (before is not null && string.CompareOrdinal(before, name) >= 0) return false;
            before = name;
        }

        return true;
    }

    private static DossierManifest Read(JsonElement root) => new(
        root.GetProperty("case").GetString()!,
        root.GetProperty("audience").GetString() == NameOf(DossierAudience.Public) ? DossierAudience.Public : DossierAudience.Internal,
        root.GetProperty("language").GetString() == NameOf(Language.Nl) ? Language.Nl : Language.En,
        root.GetProperty("checkpoint").GetInt64(),
        [.. root.GetProperty("files").EnumerateArray().Select(file =>
            new ManifestFile(file.GetProperty("path").GetString()!, file.GetProperty("size").GetInt64(), Digest.Parse(file.GetProperty("sha256").GetString()!)))],
        [.. root.GetProperty("withheld").EnumerateArray().Select(one =>
            new WithheldEvidence(Digest.Parse(one.GetProperty("sha256").GetString()!), one.GetProperty("reason").GetString()!, one.GetProperty("entry").GetString()!))]);
}

/// <summary>A file of a dossier.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Size">The number of its bytes.</param>
/// <param name="Sha256">Their digest.</param>
public sealed record ManifestFile(string Path, long Size, Digest Sha256);

/// <summary>Evidence that a ledger names and that is not in the dossier.</summary>
/// <param name="Sha256">Its digest.</param>
/// <param name="Reason">Why; see <see cref="WithheldReasons"/>.</param>
/// <param name="Entry">The path of the first entry that names it.</param>
public sealed record WithheldEvidence(Digest Sha256, string Reason, string Entry);
