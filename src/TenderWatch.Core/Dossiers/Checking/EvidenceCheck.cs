using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Dossiers.Checking;

/// <summary>Holds evidence against its names, and what the ledgers name against the evidence that is there or withheld.</summary>
internal sealed class EvidenceCheck(DossierFiles files, LedgersCheck ledgers, TombstonesCheck tombstones, Action<string, string, LocalizedText> fault)
{
    public void Run(DossierManifest manifest)
    {
        var present = new HashSet<Digest>();
        foreach (var (path, digest) in files.In(DossierPaths.PublicFolder).Concat(files.In(DossierPaths.ConfidentialFolder)))
        {
            var name = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
            if (Digest.TryParse(name, out var named)) present.Add(named);
            if (name != digest.Hex) fault(path, "altered", new($"De naam is niet de SHA-256 van de inhoud: die is {digest}.", $"The name is not the SHA-256 of the content: that is {digest}."));
            if (manifest.Audience == DossierAudience.Public && path.StartsWith(DossierPaths.ConfidentialFolder, StringComparison.Ordinal))
                fault(path, "confidential", new("Dit hoort niet in een openbaar dossier.", "This does not belong in a public dossier."));
        }

        // That something was deleted is believed of a tombstone alone.
        var withheld = manifest.Withheld.Where(one => one.Reason != WithheldReasons.Deleted || tombstones.Replaces(one.Sha256)).Select(one => one.Sha256).ToHashSet();
        foreach (var (digest, place) in ledgers.References)
        {
            if (present.Contains(digest) || withheld.Contains(digest)) continue;
            fault(DossierPaths.Evidence(digest, place.Confidentiality), "missing", new($"{place.Entry} verwijst ernaar.", $"{place.Entry} refers to it."));
        }

        foreach (var one in manifest.Withheld)
        {
            // What an entry names that cannot be read is not known; the entry itself is named.
            if (!IsReason(one.Reason, manifest.Audience) || present.Contains(one.Sha256) || (ledgers.NamedBy.TryGetValue(one.Entry, out var named) && !named.Contains(one.Sha256)))
            {
                fault(DossierPaths.Manifest, "withheld", new(
                    $"Van {one.Sha256} staat er dat het niet is bijgevoegd, maar {one.Entry} noemt het niet, het is er wel, of '{one.Reason}' is in dit dossier geen reden om iets achter te houden.",
                    $"{one.Sha256} is said to be withheld, but {one.Entry} does not name it, it is there, or '{one.Reason}' is no reason to withhold anything in this dossier."));
            }
        }

        foreach (var (path, digest) in files.In(DossierPaths.FindingsFolder).Concat(files.In(DossierPaths.Facts)))
        {
            if (!ledgers.References.ContainsKey(digest))
                fault(path, "unnamed", new("Geen regel van het logboek noemt deze bytes.", "No entry of the ledger names these bytes."));
        }
    }

    private static bool IsReason(string reason, DossierAudience audience) =>
        audience == DossierAudience.Public ? WithheldReasons.All.Contains(reason, StringComparer.Ordinal) : reason == WithheldReasons.Deleted;
}
