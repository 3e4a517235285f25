using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Dossiers.Making;

/// <summary>The event that a dossier was made: for whom, by whom, up to which entry, and with which bytes. Its digests are not those of evidence, so that no dossier holds another.</summary>
internal static class ExportEvents
{
    /// <summary>The event.</summary>
    public static CaseEvent Of(DossierRequest request, string caseId, string by, DateTimeOffset at, LedgerHead head, Digest archive, Digest manifest, Digest signature)
    {
        var body = JsonSerializer.SerializeToElement(
            new Body(by, DossierManifest.NameOf(request.Audience), DossierManifest.NameOf(request.Language), head.Sequence, archive.Hex, manifest.Hex, new Evidenced(signature)), NoticeJson.Stored);
        var once = request.Key ?? $"{at.UtcTicks}|{by}|{manifest}";
        return new CaseEvent(Digest.Of($"{CaseEventKinds.DossierExported}|{caseId}|{once}").Hex[..32], CaseEventKinds.DossierExported, at, body);
    }

    /// <summary>Whether an entry is one.</summary>
    public static bool IsOne(StoredLedgerEntry stored) => LedgerEntry.TryParse(stored.Bytes)?.Kind == CaseEventKinds.DossierExported;

    /// <summary>The signature that a manifest was given before, by the entries and the waiting events of the case.</summary>
    public static Digest? SignatureOf(Digest manifest, IEnumerable<StoredLedgerEntry> entries, IEnumerable<CaseEvent> waiting) =>
        entries.Select(entry => LedgerEntry.TryParse(entry.Bytes)).OfType<LedgerEntry>().Where(entry => entry.Kind == CaseEventKinds.DossierExported).Select(entry => entry.Body)
            .Concat(waiting.Where(waits => waits.Kind == CaseEventKinds.DossierExported).Select(waits => waits.Body))
            .Select(body => body.Deserialize<Body>(NoticeJson.Stored)!)
            .FirstOrDefault(body => body.Manifest == manifest.Hex)?.Signature.Sha256;

    private sealed record Body(string By, string Audience, string Language, long UpTo, string Archive, string Manifest, Evidenced Signature);

    private sealed record Evidenced(Digest Sha256);
}
