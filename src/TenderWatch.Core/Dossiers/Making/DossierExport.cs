using TenderWatch.Core.Cases;
using TenderWatch.Core.Dossiers.Archives;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Evidence.Tombstones;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Retention;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Entries;

namespace TenderWatch.Core.Dossiers.Making;

/// <summary>
/// Makes the dossier of a case: what its ledger tells up to the end that a checkpoint signed. The same case gives the same bytes, also the same signature, which is kept. That it was
/// made is an event of the case, recorded before anybody gets the bytes.
/// </summary>
public sealed class DossierExport(
    CaseEntrance entrance,
    ICaseInbox inbox,
    ICases cases,
    ILedger ledger,
    IRegistry registry,
    IEvidenceStore evidence,
    ICheckpointStore checkpoints,
    ITombstoneStore tombstones,
    IEnumerable<IDossierDocuments> documents,
    IDossierPage page,
    IPagePrinter printer,
    ICheckpointSigner? signer = null,
    Checkpointer? checkpointer = null)
{
    /// <summary>The code of a refusal because who asks may not see what is confidential.</summary>
    public const string NotPermitted = "not-permitted";

    private const int MostLooks = 3;

    /// <summary>Makes a dossier.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="into">Where it is written, from the beginning to the end; can be read back.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<DossierOutcome> RunAsync(DossierRequest request, Stream into, CancellationToken cancellationToken)
    {
        if (signer is null || checkpointer is null)
            return DossierOutcome.Refused("no-key", null, new(
                "Een dossier wordt ondertekend, en deze dienst heeft geen sleutel. Laat de beheerder TenderWatch:Evidence:SigningKey of SigningKeyFile instellen (docs/settings.md).",
                "A dossier is signed, and this host has no key. Set TenderWatch:Evidence:SigningKey or SigningKeyFile (docs/settings.md)."));
        var visitor = await entrance.FindAsync(request.CaseId, request.By, cancellationToken);
        if (visitor.Fault is { } fault) return DossierOutcome.Refused(fault);
        try
        {
            return await MakeAsync(request, visitor, signer, checkpointer, into, cancellationToken);
        }
        catch (EvidenceException broken)
        {
            return DossierOutcome.Refused("evidence", null, new(
                $"{broken.Message.TrimEnd('.')}. Een dossier mag niet weglaten wat het hoort te bevatten: laat 'tenderwatch verify' draaien en herstel wat dat noemt.",
                $"{broken.Message.TrimEnd('.')}. A dossier must not leave out what it should hold: run 'tenderwatch verify' and restore what it names."));
        }
    }

    // The ledgers up to their signed ends, and the case as it was then: an episode that ends in between would show what no signed entry names.
    private async Task<(IReadOnlyList<SignedLedger> Ledgers, CheckpointTrail Trail, long Latest, DossierOccasion Occasion, CaseView View)?> LookAsync(
        DossierRequest request, string caseId, Checkpointer checkpointing, CancellationToken cancellationToken)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            if (await new SignedLedgers(ledger, registry, checkpoints, checkpointing).ReadAsync(caseId, cancellationToken) is not var (ledgers, trail, latest))
                throw new EvidenceException($"The ledger of case {caseId} cannot be signed: nothing stands in it yet, or it is not as it was written.");
            var occasion = new DossierOccasion(request.Audience, request.Language, ledgers[0].SignedAt, ledgers[0].Entries);
            var view = (await new CaseViews(cases, evidence, new MomentOf(occasion.AsOf)).FindAsync(caseId, cancellationToken, request.Audience == DossierAudience.Internal))!;
            if (!await IsBeyondAsync(caseId, ledgers[0].Proof.Leaf.Head, view.State.Ledger, cancellationToken)) return (ledgers, trail, latest, occasion, view);
        }

        return null;
    }

    // That dossiers were made is no news of the case.
    private async Task<bool> IsBeyondAsync(string caseId, LedgerHead signed, LedgerHead state, CancellationToken cancellationToken)
    {
        for (var number = signed.Sequence + 1; number <= state.Sequence; number++)
        {
            if (await ledger.FindAsync(caseId, number, cancellationToken) is not { } entry || !ExportEvents.IsOne(entry)) return true;
        }

        return false;
    }

    private static bool IsConfidential(StoredLedgerEntry stored) => LedgerEntry.TryParse(stored.Bytes) is { } entry && CaseEventKinds.AreConfidential(entry.Kind);

    private async Task<DossierOutcome> MakeAsync(
        DossierRequest request, CaseEntrance.Visitor visitor, ICheckpointSigner key, Checkpointer checkpointing, Stream into, CancellationToken cancellationToken)
    {
        var caseId = visitor.State.Id;
        if (await LookAsync(request, caseId, checkpointing, cancellationToken) is not var (ledgers, trail, latest, occasion, view))
            return DossierOutcome.Refused("not-ready", "case", new($"Zaak {caseId} wordt nu bijgewerkt. Probeer het over een minuut opnieuw.", $"Case {caseId} is being brought up to date. Try again in a minute."));
        // That dossiers were made since is no part of what this one shows.
        view = view with { State = view.State with { Ledger = ledgers[0].Proof.Leaf.Head } };
        if (view.Unreadable.FirstOrDefault(one => one.Deleted is null) is { } unreadable) throw new EvidenceException($"{unreadable.Sha256} ({unreadable.Role}) is absent or altered.");
        if (request.Audience == DossierAudience.Public && ledgers.SelectMany(one => one.Entries).Any(IsConfidential))
        {
            if (!request.MaySeeConfidential)
            {
                return DossierOutcome.Refused(NotPermitted, "audience", new(
                    "Het logboek van deze zaak noemt wat vertrouwelijk is ingevoerd. Alleen wie dat mag zien, maakt er een dossier van; vraag de inkoper.",
                    "The ledger of this case names what was entered in confidence. Only those who may see that make a dossier of it; ask the procurement officer."));
            }

            if (ContractTerm.Of(view.Facts).Awarded is null && !AreFactsDeleted(view))
            {
                return DossierOutcome.Refused("before-award", "audience", new(
                    "Er zijn inschrijvingen of indieningen ingevoerd, of er is een procedure over een prijs, en niet van elk perceel is de uitkomst bekend: vóór de gunning wordt daarover niets verteld, ook hun digests niet (art. 2.57 Aw 2012). Maak een dossier voor intern gebruik.",
                    "Tenders or filings were entered, or there is a procedure on a price, and the outcome of some lot is not known: before the award nothing is told of them, not even their digests (art. 2.57 Aw 2012). Make a dossier for internal use."));
            }
        }

        var selection = await EvidenceSelection.OfAsync(ledgers, request.Audience, evidence, new Deleted(tombstones, checkpoints), cancellationToken);
        var made = new List<DossierDocument>();
        foreach (var maker in documents) made.AddRange(await maker.MakeAsync(view, occasion, cancellationToken));
        var signing = await key.KeyAsync(cancellationToken);
        var reference = CheckpointReference.Of(await trail.ReadAsync(latest, cancellationToken))!;
        var shown = new DossierView(view, occasion, ledgers, selection.Enclosed, selection.Withheld, made, reference, signing.Id, printer.CanPrint)
        {
            Tombstones = [.. selection.Tombstones.Select(one => one.Tombstone)],
        };
        var (html, print) = await PrintAsync(shown, cancellationToken);

        var files = new List<DossierFile> { DossierFile.Of(DossierPaths.Page, html) };
        if (print is not null) files.Add(DossierFile.Of(DossierPaths.Print, print));
        files.AddRange(made.Select(document => DossierFile.Of(document.Path, document.Content)));
        files.AddRange(selection.Files);
        files.AddRange(await ProofFiles.OfAsync(ledgers, trail, latest, signing, selection.Tombstones.Select(one => one.KeyId), cancellationToken));
        files.Sort((one, other) => string.CompareOrdinal(one.Entry.Path, other.Entry.Path));

        var manifest = new DossierManifest(caseId, request.Audience, request.Language, latest, [.. files.Select(file => file.Entry)], selection.Withheld).ToBytes();
        var signature = await SignAsync(caseId, manifest, key, cancellationToken);
        files.InsertRange(0, [DossierFile.Of(DossierPaths.Manifest, manifest), DossierFile.Of(DossierPaths.Signature, signature)]);
        if (!await ZipWriter.WriteAsync(files, into, cancellationToken))
            return DossierOutcome.Refused("too-large", null, new(
                "Het bewijs van deze zaak past niet in één archief van 4 GiB. Geef in plaats daarvan een kopie van de opslag; 'tenderwatch verify --folder' controleert die.",
                "The evidence of this case does not fit into one archive of 4 GiB. Give a copy of the storage instead; 'tenderwatch verify --folder' checks it."));

        into.Position = 0;
        var archive = await Digest.OfAsync(into, cancellationToken);
        into.Position = 0;
        await inbox.RaiseAsync(
            caseId, ExportEvents.Of(request, caseId, visitor.By, entrance.Now, ledgers[0].Proof.Leaf.Head, archive, Digest.Of(manifest), Digest.Of(signature)), cancellationToken);
        return new DossierOutcome(null, caseId, DossierManifest.Parse(manifest), archive, print is not null)
        {
            Named = NamedPersons.In(ledgers.SelectMany(one => one.Entries).Select(entry => LedgerEntry.Parse(entry.Bytes).Body)),
        };
    }

    // The facts of a case are deleted so many years after its contract: without an award nothing is (docs/retention.md).
    private static bool AreFactsDeleted(CaseView view) => view.Unreadable.Any(one => one.Role == EvidenceRoles.Facts && one.Deleted is not null);

    private async Task<(byte[] Html, byte[]? Print)> PrintAsync(DossierView view, CancellationToken cancellationToken)
    {
        var html = await page.WriteAsync(view, cancellationToken);
        if (!view.HasPrint) return (html, null);
        // Where printing fails the page must not speak of a PDF.
        return await printer.PrintAsync(html, cancellationToken) is { } print ? (html, print) : (await page.WriteAsync(view with { HasPrint = false }, cancellationToken), null);
    }

    // A signature is another one each time it is made: the first one is kept, so that the same dossier has the same bytes.
    private async Task<byte[]> SignAsync(string caseId, byte[] manifest, ICheckpointSigner key, CancellationToken cancellationToken)
    {
        var entries = new List<StoredLedgerEntry>();
        await foreach (var entry in ledger.ReadAsync(caseId, cancellationToken)) entries.Add(entry);
        var waiting = await inbox.WaitingAsync(caseId, cancellationToken);
        if (ExportEvents.SignatureOf(Digest.Of(manifest), entries, waiting.Select(waits => waits.Event)) is { } known)
            return await evidence.GetAsync(known, Confidentiality.Public, cancellationToken);
        var signature = (await ManifestSignature.SignAsync(manifest, key, cancellationToken)).ToBytes();
        await evidence.PutAsync(signature, "application/json", Confidentiality.Public, cancellationToken);
        return signature;
    }

    /// <summary>A clock that stands still: what is shown does not depend on when the dossier is made.</summary>
    private sealed class MomentOf(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
