using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.ForeignSubsidies.Filings;

/// <summary>What notices tell of the filings: nothing but the outcome of BT-682, where the buyer states it.</summary>
internal sealed record FilingOutcome(Verdict Verdict, LocalizedText Summary, IReadOnlyList<LocalizedText> Reasons, IReadOnlyList<MissingFact> Missing)
{
    private const int MostBidders = 20;

    /// <summary>The outcome of a procurement in scope.</summary>
    public static FilingOutcome Of(IReadOnlyList<CaseNotice> notices, IReadOnlyList<FilingStage> stages, IReadOnlyList<FsrBidder> bidders)
    {
        var awarded = bidders.Where(bidder => bidder.Bid is { Won: true }).ToList();
        FsrBidder[] open = [.. bidders.Where(bidder => bidder.Filings.Count == 0 && bidder.Bid?.FsrConclusion is null)];
        var asking = awarded.Where(bidder => bidder.Bid!.FsrConclusion is "fsr-proh" or "fsr-irregul").ToList();
        LocalizedText[] reasons =
        [
            .. asking.Select(bidder => new LocalizedText(
                $"{bidder.Label} staat als winnaar vermeld met als uitkomst: {FsrConclusions.Text(bidder.Bid!.FsrConclusion!).Nl} (BT-682). De koper kan toelichten wat juist is.",
                $"{bidder.Label} stands as winner with the outcome: {FsrConclusions.Text(bidder.Bid!.FsrConclusion!).En} (BT-682). The buyer can explain which is right.")),
            .. bidders.Where(bidder => bidder.Bid?.FsrConclusion is not null).Except(asking).Take(MostBidders).Select(bidder => new LocalizedText(
                $"{bidder.Label}: {FsrConclusions.Text(bidder.Bid!.FsrConclusion!).Nl} (BT-682 {bidder.Bid.FsrConclusion}).",
                $"{bidder.Label}: {FsrConclusions.Text(bidder.Bid.FsrConclusion!).En} (BT-682 {bidder.Bid.FsrConclusion}).")),
            .. awarded.Select(Subcontracted).OfType<LocalizedText>(),
        ];
        if (asking.Count > 0) return new(Verdict.Flagged, new("De vermelde uitkomst van een indiening vraagt om toelichting.", "The stated outcome of a filing asks for an explanation."), reasons, Lacking(open, stages));
        if (open.Length == 0 && awarded.Count > 0)
        {
            return new(Verdict.Clear, new(
                "Van elke bekende inschrijver is een uitkomst vermeld of een indiening vastgelegd.",
                "For every tenderer that is known, an outcome is stated or a filing recorded."), reasons, []);
        }

        return new(Verdict.NotAssessable, Told(stages, bidders.Count > 0), reasons, bidders.Count == 0 || open.Length == 0 ? [Everybody(stages), .. Ground(notices)] : [.. Lacking(open, stages), .. Ground(notices)]);
    }

    private static LocalizedText Told(IReadOnlyList<FilingStage> stages, bool known) => (stages.Count > 1, known) switch
    {
        (true, true) => new("Per inschrijver zijn twee indieningen vereist; of zij er zijn, is niet openbaar.", "Two filings are owed by each tenderer; whether they were made is not public."),
        (false, true) => new("Per inschrijver is één indiening vereist; of die er is, is niet openbaar.", "One filing is owed by each tenderer; whether it was made is not public."),
        (true, false) => new("Elke inschrijver zal twee keer moeten indienen: bij het verzoek tot deelname en bij de inschrijving.", "Every tenderer will have to file twice: with the request to participate and with the tender."),
        _ => new("Elke inschrijver zal moeten indienen, bij de inschrijving.", "Every tenderer will have to file, with the tender."),
    };

    private static LocalizedText? Subcontracted(FsrBidder bidder) => bidder.Bid?.Subcontracting?.Percent is > ContributionTest.MainShare and <= 100 and { } percent
        ? LocalizedText.Of(
            w => $"{bidder.Label} geeft volgens de aankondiging {w.Exact(percent)} % in onderaanneming (BT-555): een onderaannemer met meer dan {w.Number(ContributionTest.MainShare)} % hoort in de indiening (onbevestigd).",
            w => $"According to the notice {bidder.Label} subcontracts {w.Exact(percent)} % (BT-555): a subcontractor with more than {w.Number(ContributionTest.MainShare)} % belongs in the filing (unconfirmed).")
        : null;

    private static IReadOnlyList<MissingFact> Lacking(FsrBidder[] open, IReadOnlyList<FilingStage> stages) =>
    [
        .. open.Take(MostBidders).Select(bidder => new MissingFact("FS-PP", new($"Indiening van {bidder.Label}", $"Filing of {bidder.Label}"), Why(stages))),
        .. open.Length > MostBidders ? [Everybody(stages)] : (MissingFact[])[],
    ];

    private static MissingFact Everybody(IReadOnlyList<FilingStage> stages) => new("FS-PP", new("Indiening van elke inschrijver", "Filing of each tenderer"), Why(stages));

    private static LocalizedText Why(IReadOnlyList<FilingStage> stages) => new(
        $"Vereist {Stages(stages).Nl}. Staat niet in aankondigingen; de koper heeft de indieningen.",
        $"Owed {Stages(stages).En}. Does not stand in notices; the buyer has the filings.");

    private static LocalizedText Stages(IReadOnlyList<FilingStage> stages) =>
        new(string.Join(" en ", stages.Select(stage => FilingStep.With(stage).Nl.ToLowerInvariant())), string.Join(" and ", stages.Select(stage => FilingStep.With(stage).En.ToLowerInvariant())));

    private static IEnumerable<MissingFact> Ground(IReadOnlyList<CaseNotice> notices)
    {
        if (FilingStages.Said(notices)?.Notice.ProcedureType != "neg-wo-call") yield break;
        yield return new("BT-136", new("Grond van de procedure zonder aankondiging", "Ground of the procedure without a call"), new("Wordt hier niet gelezen; zij staat in de aankondiging (BT-136, BT-135).", "Is not read here; it stands in the notice (BT-136, BT-135)."));
    }
}
