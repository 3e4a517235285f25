using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Checks.ForeignSubsidies;

/// <summary>The facts that the scope test lacks, why, and who can give them.</summary>
internal static class FsrMissing
{
    /// <summary>The estimate of the procurement, or of a lot.</summary>
    public static MissingFact Estimate(CaseFacts facts, string? lot = null)
    {
        var why = ProcurementValue.InOrder(facts.Notices)
            .SelectMany(notice => In(notice, lot))
            .FirstOrDefault(value => value.Money is not null);
        return Ask(why.Notice is null ? new("niet vermeld", "not stated") : Why(why.Notice, "BT-27", lot, why.Money!));
    }

    /// <summary>What was awarded, where an award notice keeps it back.</summary>
    public static IEnumerable<MissingFact> Awarded(IReadOnlyList<CaseNotice> notices)
    {
        if (notices.LastOrDefault(notice => notice.Notice.Results.Count > 0) is not { } award || StatedValue.Awarded(award).Any()) yield break;
        var money = award.Notice.TotalValue ?? award.Notice.TotalFrameworkMaximum;
        var field = award.Notice.TotalValue is null && money is not null ? "BT-118" : "BT-161";
        var why = Absence.Of(award.Notice, field, null, money);
        yield return new(field, new("Gegunde waarde", "Awarded value"), new($"{why.Nl}. De koper kan de waarde geven.", $"{why.En}. The buyer can give the value."));
    }

    /// <summary>What only tenderers know.</summary>
    public static MissingFact Contributions { get; } = new(
        "FS-PP",
        new("Buitenlandse financiële bijdragen van elke inschrijver per derde land", "Foreign financial contributions of each tenderer per third country"),
        new(
            "Staat niet in aankondigingen. Inschrijvers geven het op in formulier FS-PP (Verordening (EU) 2023/1441, bijlage II); de koper stuurt het door aan de Commissie.",
            "Does not stand in notices. Tenderers give it in form FS-PP (Regulation (EU) 2023/1441, annex II); the buyer passes it on to the Commission."));

    /// <summary>The outcome of the filings, once there are winners.</summary>
    public static IEnumerable<MissingFact> Conclusions(IEnumerable<LotAward> awards)
    {
        var without = awards.SelectMany(award => award.Bids).Where(bid => bid.Won && bid.FsrConclusion is null).Select(BidLabel.Of).Take(20).ToList();
        if (without.Count == 0) yield break;
        var bids = string.Join(", ", without);
        yield return new("BT-682", new("Uitkomst van de melding of verklaring van de winnaar", "Outcome of the winner's notification or declaration"),
            new($"Niet vermeld voor {bids}. De koper heeft de uitkomst van de Commissie.", $"Not stated for {bids}. The buyer has the Commission's outcome."));
    }

    private static IEnumerable<(CaseNotice? Notice, Money? Money)> In(CaseNotice notice, string? lot)
    {
        if (lot is null) yield return (notice, notice.Notice.EstimatedValue ?? notice.Notice.FrameworkMaximum);
        foreach (var candidate in notice.Notice.Lots.Where(candidate => lot is null || candidate.Id == lot))
        {
            yield return (notice, candidate.EstimatedValue ?? candidate.FrameworkMaximum);
        }
    }

    private static LocalizedText Why(CaseNotice notice, string field, string? at, Money money) =>
        money.CanReckon() && money.Currency != "EUR"
            ? new($"vermeld in {money.Currency}; de drempel is in euro en er wordt niet omgerekend", $"stated in {money.Currency}; the threshold is in euro and nothing is converted")
            : money.CanReckon() ? new("alleen voor een deel van de percelen vermeld", "stated for some of the lots only") : Absence.Of(notice.Notice, field, at, money);

    private static MissingFact Ask(LocalizedText why) => new(
        "BT-27",
        new("Geraamde waarde zonder btw, opties en verlengingen inbegrepen", "Estimated value without VAT, options and renewals included"),
        new($"{why.Nl}. De koper heeft de raming in het aanbestedingsdossier.", $"{why.En}. The buyer has the estimate in its procurement file."));
}
