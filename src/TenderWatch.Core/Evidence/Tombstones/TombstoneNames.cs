namespace TenderWatch.Core.Evidence.Tombstones;

/// <summary>The names of tombstones: <c>public/SHA256.json</c> and <c>confidential/SHA256.json</c>, after the container that the bytes were in.</summary>
public static class TombstoneNames
{
    private const string Ending = ".json";

    /// <summary>The name of the tombstone of bytes.</summary>
    public static string Of(Digest sha256, Confidentiality confidentiality) => $"{Folder(confidentiality)}/{sha256}{Ending}";

    /// <summary>The bytes that a name stands for; <see langword="null"/> when it stands for none.</summary>
    public static (Digest Sha256, Confidentiality Confidentiality)? Read(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !name.EndsWith(Ending, StringComparison.Ordinal) || KindOf(name[..slash]) is not { } kind) return null;
        return name.Length > slash + 1 + Ending.Length && Digest.TryParse(name[(slash + 1)..^Ending.Length], out var digest) ? (digest, kind) : null;
    }

    internal static string Folder(Confidentiality confidentiality) => confidentiality == Confidentiality.Confidential ? "confidential" : "public";

    internal static Confidentiality? KindOf(string folder) => folder switch
    {
        "confidential" => Confidentiality.Confidential,
        "public" => Confidentiality.Public,
        _ => null,
    };
}
