using System.Globalization;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Tombstones;

namespace TenderWatch.Core.Dossiers;

/// <summary>The names of files in a dossier. What comes from a container stands in a folder of its name, as in the storage.</summary>
public static class DossierPaths
{
    /// <summary>What is in it.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>The signature over it.</summary>
    public const string Signature = "manifest.jws.json";

    /// <summary>What people read.</summary>
    public const string Page = "index.html";

    /// <summary>The same, printed.</summary>
    public const string Print = "dossier.pdf";

    internal const string Facts = "case/facts.json";
    internal const string FindingsFolder = "case/findings/";
    internal const string LedgerFolder = "ledger/";
    internal const string CheckpointFolder = "checkpoints/";
    internal const string ProofFolder = "proofs/";
    internal const string TombstoneFolder = "tombstones/";
    internal const string PublicFolder = "evidence-public/";
    internal const string ConfidentialFolder = "evidence-confidential/";

    private const int Longest = 200;

    /// <summary>Evidence.</summary>
    public static string Evidence(Digest sha256, Confidentiality confidentiality) =>
        (confidentiality == Confidentiality.Confidential ? ConfidentialFolder : PublicFolder) + sha256.Hex;

    /// <summary>The tombstone of evidence that was deleted.</summary>
    public static string Tombstone(Digest sha256, Confidentiality confidentiality) => TombstoneFolder + TombstoneNames.Of(sha256, confidentiality);

    /// <summary>The proof of a ledger.</summary>
    public static string Proof(string ledger) => $"{ProofFolder}{ledger}.json";

    /// <summary>An entry of a ledger.</summary>
    public static string Entry(string ledger, long sequence) => string.Create(CultureInfo.InvariantCulture, $"{LedgerFolder}{ledger}/{sequence:D10}.json");

    /// <summary>The findings of a check.</summary>
    public static string Findings(string check) => $"{FindingsFolder}{check}.json";

    /// <summary>Whether a name can be one of a file in a dossier: it leads nowhere else when unpacked, and means the same on every machine.</summary>
    public static bool IsPath(string path) =>
        path.Length is > 0 and <= Longest && path.Split('/').All(part => part.Length > 0 && part[0] != '.' && part[^1] != '.' && part.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_'));
}
