using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.AbnormallyLow;

/// <summary>The facts that a comparison of prices lacks, why, and who can give them.</summary>
internal static class MissingPrices
{
    private const int ListedAtMost = 20;

    private static readonly LocalizedText Prices = new("Prijzen van alle inschrijvingen", "Prices of all tenders");
    private static readonly LocalizedText Number = new("Aantal ontvangen inschrijvingen", "Number of tenders received");
    private static readonly LocalizedText Estimate = new("Geraamde waarde van de opdracht zonder btw", "Estimated value of the contract without VAT");

    /// <summary>Before there is any outcome.</summary>
    public static IEnumerable<MissingFact> BeforeAward(bool estimated)
    {
        var later = new LocalizedText(
            "Inschrijvingen zijn vóór de gunning niet openbaar. De koper heeft ze na opening; ze kunnen aan het dossier worden toegevoegd.",
            "Tenders are not public before the award. The buyer has them after opening; they can be added to the case.");
        yield return new("BT-720", Prices, later);
        yield return new("BT-759", Number, later);
        if (!estimated) yield return NoEstimate;
    }

    /// <summary>What a lot's outcome leaves out; with <paramref name="all"/> also what would help beside it.</summary>
    public static IEnumerable<MissingFact> Of(LotPrices prices, bool estimated, bool all)
    {
        if (prices.Entered is not null)
        {
            if (prices.Received > prices.Listed + prices.Variants) yield return new("BT-720", Prices, NotEntered);
            if (all && !estimated) yield return NoEstimate;
            yield break;
        }

        // Where the number received is unknown, a list of winners alone is taken for incomplete.
        var incomplete = prices.Unpriced.Count > 0 || prices.Obstacle is not null || prices.Received > prices.Listed
            || (prices.Received is null && prices.Award.Bids.All(bid => bid.Won));
        if (incomplete) yield return new("BT-720", Prices, WhyNoPrices(prices, prices.Listed));
        if (prices.Received is null) yield return new("BT-759", Number, WhyNoCount(prices));
        if (all && !estimated) yield return NoEstimate;
    }

    private static readonly LocalizedText NotEntered = new(
        "Er zijn meer inschrijvingen ontvangen dan ingevoerd. De koper heeft ze; voer ze samen in één bestand in.",
        "More tenders were received than entered. The buyer has them; enter them together in one file.");

    private static MissingFact NoEstimate => new("BT-27", Estimate, new(
        "Niet of niet bruikbaar vermeld in de aankondigingen. De koper heeft de raming in het aanbestedingsdossier.",
        "Not stated in the notices, or not usably. The buyer has the estimate in its procurement file."));

    private static LocalizedText WhyNoPrices(LotPrices prices, int listed)
    {
        var notice = prices.Award.Notice.Notice;
        var reasons = prices.Unpriced.Take(ListedAtMost)
            .Select(bid => (Label: BidLabel.Of(bid), Why: Absence.Of(notice, "BT-720", bid.Id, bid.Value)))
            .Select(bid => new LocalizedText($"{bid.Label}: {bid.Why.Nl}", $"{bid.Label}: {bid.Why.En}"))
            .ToList();
        if (prices.Unpriced.Count > ListedAtMost) reasons.Add(new("en andere", "and others"));
        if (prices.Received is { } received && received > listed)
        {
            reasons.Add(LocalizedText.Of(w => $"{w.Exact(received - listed)} ontvangen inschrijving(en) niet vermeld", w => $"{w.Exact(received - listed)} tender(s) received not listed"));
        }
        else if (listed == 0 || prices.Award.Bids.All(bid => bid.Won))
        {
            reasons.Add(new("geen inschrijvingen van niet-winnaars vermeld", "no tenders of others than winners listed"));
        }

        if (prices.Obstacle is not null) reasons.Add(new("de vermelde bedragen zijn niet vergelijkbaar", "the stated amounts are not comparable"));
        var who = new LocalizedText(
            "De koper heeft alle inschrijvingen; ze kunnen aan het dossier worden toegevoegd.",
            "The buyer has all tenders; they can be added to the case.");
        return reasons.Count == 0
            ? who
            : new($"{string.Join("; ", reasons.Select(reason => reason.Nl))}. {who.Nl}", $"{string.Join("; ", reasons.Select(reason => reason.En))}. {who.En}");
    }

    private static LocalizedText WhyNoCount(LotPrices prices)
    {
        var masked = prices.Award.Results.FirstOrDefault(result => result.Submissions.TryGet("tenders", out var count) && count is null);
        var why = masked is null ? Absence.Of(prices.Award.Notice.Notice, "BT-759", null, null) : Absence.Withheld(prices.Award.Notice.Notice, "BT-759", masked.Id);
        return new($"BT-759/BT-760: {why.Nl}. De koper kent het aantal uit het proces-verbaal van opening.", $"BT-759/BT-760: {why.En}. The buyer knows the number from its record of the opening.");
    }
}
