using System.Text.Json;
using TenderWatch.Core.Bids;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Reviews.Entries;

/// <summary>Stores the bids on lots of a case as confidential evidence and raises their events; no bidder and no price goes anywhere else.</summary>
public sealed class BidEntry(CaseEntrance entrance, CaseViews views, IBidReader reader, IEvidenceStore evidence, RandomBytes random)
{
    /// <summary>Enters the bids of a file. They take the place of those entered before on the same lots; the same file again changes nothing.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="content">The file: CSV, XLSX or JSON; see <c>docs/bids.md</c>.</param>
    /// <param name="options">What the file does not say.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<EntryOutcome> EnterAsync(string caseId, byte[] content, BidFileOptions options, string by, CancellationToken cancellationToken)
    {
        var (fault, state, name) = await entrance.FindAsync(caseId, by, cancellationToken);
        if (fault is not null) return EntryOutcome.Refused(fault);
        if (await views.FactsAsync(state, cancellationToken) is not { } facts)
            return EntryOutcome.Refused(new("not-ready", "case",
                $"De feiten van zaak {state.Id} zijn er nog niet of kunnen niet worden gelezen, dus haar percelen zijn niet bekend. Probeer het over een minuut opnieuw; blijft het zo, laat dan de beheerder het bewijs controleren met 'tenderwatch verify'.",
                $"The facts of case {state.Id} are not there yet, or cannot be read, so its lots are not known. Try again in a minute; if it stays so, have the evidence verified with 'tenderwatch verify'."));
        var file = new ConfidentialDocument(content, Nonce.New(random));
        var (bids, wrong) = EnteredBids.Of(reader.Read(content, options), CaseLots.Of(facts), file.Sha256);
        if (wrong.Count > 0) return EntryOutcome.Refused(EntryFault.Content(new("De inschrijvingen kunnen", "The bids"), wrong));

        string[] lots = [.. bids.Select(bid => bid.Lot).Distinct(StringComparer.Ordinal)];
        if (await FindAsync(state.Bids, content, bids, lots, cancellationToken) is { } known)
            return EntryOutcome.Entered(state.Id, BidEvents.Submitted(state.Id, known).Id, isNew: false);
        var table = new ConfidentialDocument(JsonSerializer.SerializeToUtf8Bytes(bids, NoticeJson.Stored), Nonce.New(random));
        var reference = new BidsReference(file.Sha256, table.Sha256, lots, entrance.Now, name);
        if (BidEvents.Latest([.. state.Bids, reference]).Count > BidEvents.Most)
            return EntryOutcome.Refused(new("too-many", null,
                $"Zaak {state.Id} heeft {BidEvents.Most} bestanden met inschrijvingen, zoveel als zij kan hebben. Voer de inschrijvingen op verschillende percelen als één bestand in.",
                $"Case {state.Id} has {BidEvents.Most} files of bids, as many as it can have. Enter the bids of several lots as one file."));
        await evidence.PutAsync(file, cancellationToken);
        await evidence.PutAsync(table, cancellationToken);
        return await entrance.RaiseAsync(state.Id, BidEvents.Submitted(state.Id, reference), cancellationToken);
    }

    /// <summary>Withdraws a file of bids: it counts no more and stays in the ledger, and what it took the place of does not come back.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="sha256">The digits, or the first 8 or more of them, of the SHA-256 of the file.</param>
    /// <param name="by">Who withdraws it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<EntryOutcome> WithdrawAsync(string caseId, string sha256, string by, CancellationToken cancellationToken)
    {
        var (fault, state, name) = await entrance.FindAsync(caseId, by, cancellationToken);
        if (fault is not null) return EntryOutcome.Refused(fault);
        var (bids, unknown) = ByDigest.Find(state.Bids, one => one.Sha256, sha256, state.Id, new("bestand met inschrijvingen", "file of bids"));
        return bids is null
            ? EntryOutcome.Refused(unknown!)
            : await entrance.RaiseAsync(state.Id, BidEvents.Withdrawn(state.Id, bids with { At = entrance.Now, By = name }), cancellationToken);
    }

    // No two files stand for the same lots. The numbers of the bids are of the file as it was entered then.
    private async Task<BidsReference?> FindAsync(
        IReadOnlyList<BidsReference> entered, byte[] content, IReadOnlyList<SubmittedBid> bids, IReadOnlyList<string> lots, CancellationToken cancellationToken)
    {
        if (entered.FirstOrDefault(one => one.Lots.SequenceEqual(lots)) is not { } known) return null;
        if (!await evidence.SaysAsync(known.Sha256, content, cancellationToken)) return null;
        var table = JsonSerializer.Deserialize<IReadOnlyList<SubmittedBid>>((await evidence.GetConfidentialAsync(known.Table, cancellationToken)).Content, NoticeJson.Stored)!;
        return table.Select(bid => bid with { Id = null }).SequenceEqual(bids.Select(bid => bid with { Id = null })) ? known : null;
    }
}
