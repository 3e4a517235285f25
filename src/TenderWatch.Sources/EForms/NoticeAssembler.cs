using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.EForms;

/// <summary>Joins what was read: organisations and bids stand before or after the places that refer to them, the language after most texts.</summary>
internal sealed class NoticeAssembler
{
    private readonly NoticeDraft _draft;
    private readonly Notes _notes;
    private readonly PartyDirectory _directory;
    private readonly HashSet<string> _lots;
    private readonly HashSet<string> _bids;
    private readonly Dictionary<string, (IReadOnlyList<Party> Tenderers, IReadOnlyList<Party> Subcontractors)> _tenderingParties = new(StringComparer.Ordinal);

    private NoticeAssembler(NoticeDraft draft, Notes notes, EformsLimits limits)
    {
        _draft = draft;
        _notes = notes;
        _directory = new PartyDirectory(draft, notes, limits.MaxParties);
        _lots = Identifiers(draft.Lots);
        _bids = Identifiers(draft.Tenders);
        foreach (var party in draft.TenderingParties)
        {
            if (party.Id is null || _tenderingParties.ContainsKey(party.Id)) continue;
            _tenderingParties.Add(party.Id, (_directory.Find(party.Tenderers, party.Id), _directory.Find(party.Subcontractors, party.Id)));
        }
    }

    public static Notice Assemble(NoticeDraft draft, Notes notes, EformsLimits limits) => new NoticeAssembler(draft, notes, limits).Notice();

    private Notice Notice()
    {
        var notice = new Notice
        {
            Format = "eforms",
            Sdk = _draft.Sdk,
            NoticeId = _draft.Id,
            NoticeVersion = _draft.Version,
            PublicationNumber = _draft.PublicationNumber,
            PublicationDate = _draft.PublicationDate,
            ProcedureId = _draft.ProcedureId,
            Subtype = _draft.Subtype,
            NoticeType = _draft.Type,
            FormType = _draft.Form,
            LegalBasis = _draft.LegalBasis,
            Language = _draft.Language?.ToLowerInvariant(),
            Changes = _draft.Changes,
            PreviousPublications = [.. _draft.PreviousPublications.Distinct(StringComparer.Ordinal)],
            ProcedureType = _draft.ProcedureType,
            Title = _draft.Title.In(_draft.Language),
            Description = _draft.Description.In(_draft.Language),
            AdditionalInformation = _draft.Note.In(_draft.Language),
            ContractNature = _draft.ContractNature,
            Cpv = _draft.Cpv,
            Buyers = Buyers(),
            EstimatedValue = _draft.EstimatedValue,
            FrameworkMaximum = _draft.FrameworkMaximum,
            TotalValue = _draft.TotalValue,
            TotalFrameworkMaximum = _draft.TotalFrameworkMaximum,
            TotalFrameworkApproximate = _draft.TotalFrameworkApproximate,
            Lots = [.. _draft.Lots.Where(lot => lot.IsLot).Select(Lot)],
            Results = [.. _draft.Results.Select(Result)],
            Bids = Bids(),
            Contracts = [.. _draft.Contracts.Select(Contract)],
        };
        // Last, because joining finds problems too.
        return notice with { Withheld = _notes.Withheld, Problems = _notes.Problems };
    }

    private List<Party> Buyers()
    {
        List<Party> buyers = [];
        foreach (var id in _draft.Buyers)
        {
            if (_directory.Find(id, at: null) is { } buyer) buyers.Add(buyer);
        }

        _directory.Spend(buyers);
        return buyers;
    }

    private Lot Lot(LotDraft lot) => new()
    {
        Id = lot.Id,
        Title = lot.Title.In(_draft.Language),
        Description = lot.Description.In(_draft.Language),
        Cpv = lot.Cpv,
        Quantity = lot.Quantity,
        EstimatedValue = lot.EstimatedValue,
        FrameworkMaximum = lot.FrameworkMaximum,
        Duration = lot.Duration,
        Start = lot.Start,
        End = lot.End,
        Renewals = lot.Renewals,
        RenewalDescription = lot.RenewalDescription.In(_draft.Language),
        OptionsDescription = lot.OptionsDescription.In(_draft.Language),
        Framework = lot.Framework,
        Deadline = lot.Deadline,
        Fsr = lot.Fsr,
        DocumentsUrl = [.. lot.DocumentUrls.Distinct(StringComparer.Ordinal)],
        RestrictedDocumentsUrl = [.. lot.RestrictedDocumentUrls.Distinct(StringComparer.Ordinal)],
    };

    private LotResult Result(LotResultDraft result)
    {
        Check(_lots, result.Lot, "lot", result.Id);
        return new LotResult
        {
            Id = result.Id,
            Lot = result.Lot,
            Bids = Bids(result.Bids, result.Id),
            Status = result.Status,
            NotAwardedReason = result.NotAwardedReason,
            Lowest = result.Lowest,
            Highest = result.Highest,
            FrameworkMaximum = result.FrameworkMaximum,
            FrameworkReestimated = result.FrameworkReestimated,
            Submissions = result.Submissions,
        };
    }

    private List<Bid> Bids()
    {
        var winners = _draft.Contracts.SelectMany(contract => contract.Bids).ToHashSet(StringComparer.Ordinal);
        List<Bid> bids = new(_draft.Tenders.Count);
        foreach (var tender in _draft.Tenders)
        {
            Check(_lots, tender.Lot, "lot", tender.Id);
            var (tenderers, subcontractors) = TenderingParty(tender);
            _directory.Spend(tenderers);
            _directory.Spend(subcontractors);
            bids.Add(new Bid
            {
                Id = tender.Id,
                Lot = tender.Lot,
                Value = tender.Value,
                Rank = tender.Rank,
                Variant = tender.Variant,
                Won = tender.Id is { } id && winners.Contains(id),
                Bidders = tenderers,
                Subcontractors = subcontractors,
                Subcontracting = tender.Subcontracting,
                Origin = [.. tender.Origin.Distinct(StringComparer.Ordinal)],
                FsrConclusion = tender.FsrConclusion,
            });
        }

        return bids;
    }

    private (IReadOnlyList<Party> Tenderers, IReadOnlyList<Party> Subcontractors) TenderingParty(TenderDraft tender)
    {
        if (tender.TenderingParty is not { } id) return ([], []);
        if (_tenderingParties.TryGetValue(id, out var party)) return party;
        Unresolved("tendering party", id, tender.Id);
        return ([], []);
    }

    private Contract Contract(ContractDraft contract) => new()
    {
        Id = contract.Id,
        Reference = contract.Reference,
        Title = contract.Title.In(_draft.Language),
        Bids = Bids(contract.Bids, contract.Id),
        Concluded = contract.Concluded,
        Decided = contract.Decided,
    };

    private List<string> Bids(List<string> references, string? at)
    {
        List<string> bids = [.. references.Distinct(StringComparer.Ordinal)];
        foreach (var bid in bids) Check(_bids, bid, "bid", at);
        return bids;
    }

    private void Check(HashSet<string> known, string? reference, string what, string? at)
    {
        if (reference is not null && !known.Contains(reference)) Unresolved(what, reference, at);
    }

    private void Unresolved(string what, string reference, string? at) =>
        _notes.Problem("unresolved-reference", $"refers to the {what} {reference}, which the notice does not hold", at ?? reference);

    private static HashSet<string> Identifiers(IEnumerable<Draft> drafts)
    {
        var identifiers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var draft in drafts)
        {
            if (draft.Id is { } id) identifiers.Add(id);
        }

        return identifiers;
    }
}
