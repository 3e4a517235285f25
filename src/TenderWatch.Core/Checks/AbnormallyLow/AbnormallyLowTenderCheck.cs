using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.AbnormallyLow;

/// <summary>
/// Whether the price of a tender asks for an explanation (art. 2.116 Aw 2012, through art. 3.74 for utilities). Dutch law has no percentage:
/// the comparisons are those of other countries, and raise a question that a person answers with reasons. Page: <c>docs/checks/alt.md</c>.
/// </summary>
public sealed class AbnormallyLowTenderCheck(AltLimits limits) : ICheck
{
    /// <summary>Its id.</summary>
    public const string CheckId = "alt";

    private static readonly LocalizedText NoPercentage = new(
        "De Nederlandse wet kent geen percentage. De vergelijkingen komen uit andere landen en zijn alleen aanleiding voor een vraag; " +
            "een mens motiveert het antwoord, en niets wordt automatisch afgewezen.",
        "Dutch law has no percentage. The comparisons come from other countries and only give rise to a question; " +
            "a person answers it with reasons, and nothing is rejected automatically.");

    /// <inheritdoc/>
    public string Id => CheckId;

    /// <inheritdoc/>
    public string Version { get; } = RuleVersion.Of("3", Thresholds(limits), Thresholds(new AltLimits()));

    /// <inheritdoc/>
    public LocalizedText Name { get; } = new("Abnormaal lage inschrijving", "Abnormally low tender");

    /// <inheritdoc/>
    public CheckDescription Description { get; } = new()
    {
        Asks = new(
            "Ligt een prijs zo laag, naast de andere inschrijvingen of de raming van de koper, dat de koper om een toelichting moet vragen?",
            "Is a price so low, beside the other tenders or the buyer's estimate, that the buyer has to ask for an explanation?"),
        RestsOn = Basis("32014L0025", "32014L0024"),
        Needs = new(
            "Prijzen van een perceel in één munt: uit de aankondiging van de gunning (BT-720) of ingevoerd als inschrijvingen. Twee prijzen, of één prijs met de raming zonder btw (BT-27).",
            "Prices of a lot in one currency: from the award notice (BT-720), or entered as tenders. Two prices, or one price with the estimate without VAT (BT-27)."),
        Flagged = LocalizedText.Of(
            w => $"Een prijs ligt {w.Exact(limits.GapToNextPercent)} % of meer onder de volgende, is hooguit {w.Exact(limits.ShareOfMeanPercent)} % van het gemiddelde, of is hooguit {w.Exact(limits.ShareOfEstimatePercent)} % van de raming: aanleiding om een toelichting te vragen. De Nederlandse wet kent geen percentage.",
            w => $"A price is {w.Exact(limits.GapToNextPercent)} % or more below the next, at most {w.Exact(limits.ShareOfMeanPercent)} % of the mean, or at most {w.Exact(limits.ShareOfEstimatePercent)} % of the estimate: reason to ask for an explanation. Dutch law has no percentage."),
        NotAssessable = new(
            "Geen vergelijking is mogelijk: te weinig prijzen zijn openbaar of ingevoerd, zij staan in verschillende munten, of zij kunnen delen van één opdracht zijn.",
            "No comparison is possible: too few prices are published or entered, they are in several currencies, or they may be shares of one contract."),
        Clear = new(
            "Ten minste één vergelijking is mogelijk, en geen ervan bereikt haar grens.",
            "At least one comparison is possible, and none reaches its limit."),
    };

    /// <inheritdoc/>
    public bool IsAlwaysTold => true;

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Run(CaseFacts facts)
    {
        var awards = LotAward.Of(facts.Notices);
        var entered = EnteredPrices.Of(facts, awards);
        if (awards.Count + entered.Count == 0) return [BeforeAward(facts)];
        var lots = entered.Select(prices => prices.Award.Subject).ToHashSet(StringComparer.Ordinal);
        var prices = awards.Where(award => !lots.Contains(award.Subject)).Select(LotPrices.Of).Where(IsRelevant).Concat(entered).OrderBy(prices => prices.Award.Lot ?? "", StringComparer.Ordinal);
        var findings = prices.Select(prices => OfLot(facts, prices)).ToList();
        if (awards.Count == 0 && facts.Notices.SelectMany(notice => notice.Notice.Lots).Any(lot => lot.Id is { } id && !lots.Contains(id))) findings.Add(BeforeAward(facts));
        return findings.Count > 0 ? findings : [NothingAwarded(facts)];
    }

    // A lot closed without a winner leads to no contract: it matters only where prices can be compared or the buyer itself asked about one.
    private static bool IsRelevant(LotPrices prices) =>
        prices.HasWinner || prices.Bids.Count > 1 || prices.RejectedAsLow is > 0 || prices.Award.Results.Any(result => result.Status == "open-nw");

    private Finding OfLot(CaseFacts facts, LotPrices prices)
    {
        var estimate = EnteredPrices.EstimateOf(prices) ?? LotEstimate.Of(facts, prices.Award);
        var panel = LotPanel.Of(facts, prices, estimate, limits);
        var judgements = Judgement.Of(panel, prices, estimate, limits);
        var asking = judgements.Where(judgement => judgement.Asks).Select(judgement => judgement.Bid.Label).Distinct(StringComparer.Ordinal).ToList();
        return Finding(facts, prices.Award.Subject, panel.Verdict, Summary(prices, panel.Verdict, asking)) with
        {
            Figures = [.. Figures(prices, estimate), .. judgements.SelectMany(judgement => judgement.Figures), .. LotPanel.Figures(panel, prices, facts)],
            Reasons =
            [
                .. judgements.OrderBy(judgement => judgement.Asks ? 0 : 1).Select(judgement => judgement.Reason),
                .. LotRemarks.Of(prices),
                .. EstimateRemarks(prices, estimate, limits),
                .. prices.Bids.Count == 0 ? [] : panel.Remarks,
                .. LotPanel.Needs(panel),
                NoPercentage,
            ],
            Missing = [.. MissingPrices.Of(prices, estimate is not null, panel.Verdict == Verdict.NotAssessable)],
        };
    }

    private static IEnumerable<Figure> Figures(LotPrices prices, LotEstimate? estimate)
    {
        var all = prices.Origins;
        yield return new("bids-compared", new("Vergeleken inschrijvingen", "Tenders compared"), prices.Bids.Count, "count", all);
        if (prices.Received is { } received)
        {
            yield return new("tenders-received", new("Ontvangen inschrijvingen", "Tenders received"), received, "count", [prices.Award.Notice.Origin("BT-759", prices.Award.Lot)]);
        }

        foreach (var bid in prices.Bids)
        {
            var label = bid.Won ? new LocalizedText($"{bid.Label}: prijs (gegund)", $"{bid.Label}: price (awarded)") : new LocalizedText($"{bid.Label}: prijs", $"{bid.Label}: price");
            yield return new($"price/{bid.Id}", label, bid.Amount, prices.Currency, [bid.Origin]);
        }

        if (prices.Bids.Count > 1)
        {
            var sum = string.Join(" + ", prices.Bids.Select(bid => bid.Amount.Plain()));
            yield return new("mean", new("Gemiddelde van de prijzen", "Mean of the prices"),
                (prices.Bids.Sum(bid => bid.Amount) / prices.Bids.Count).Rounded(), prices.Currency, all, $"({sum}) / {((decimal)prices.Bids.Count).Plain()}");
        }

        if (estimate is not null)
        {
            yield return new("estimate", new("Raming van de koper zonder btw", "Buyer's estimate without VAT"), estimate.Value.Amount, estimate.Value.Currency, [estimate.Origin]);
        }

        foreach (var figure in LotRemarks.StatedRange(prices)) yield return figure;
    }

    private static IEnumerable<LocalizedText> EstimateRemarks(LotPrices prices, LotEstimate? estimate, AltLimits limits)
    {
        if (estimate is null || prices.Bids.Count == 0) yield break;
        if (estimate.Value.Currency != prices.Currency)
        {
            yield return new(
                $"De raming staat in {estimate.Value.Currency} en de prijzen in {prices.Currency}: die worden niet vergeleken.",
                $"The estimate is in {estimate.Value.Currency} and the prices in {prices.Currency}: they are not compared.");
            yield break;
        }

        yield return new(
            "Raming en prijzen zijn zonder btw vergeleken; de Poolse bepaling rekent aan beide kanten met btw. De raming kan opties omvatten die niet in de prijzen zitten.",
            "Estimate and prices are compared without VAT; the Polish provision has VAT on both sides. The estimate may include options that the prices do not.");
        if (prices.Bids.Count > 1 && prices.Bids.All(bid => PriceComparison.ToEstimate(bid.Amount, estimate.Value.Amount, limits.ShareOfEstimatePercent).Asks))
        {
            yield return new(
                "Alle vergeleken prijzen liggen ver onder de raming: dan kan ook de raming te hoog zijn of iets anders omvatten.",
                "All compared prices are far below the estimate: then the estimate may be too high, too, or cover something else.");
        }
    }

    private static LocalizedText Summary(LotPrices prices, Verdict verdict, List<string> asking)
    {
        var compared = ((decimal)prices.Bids.Count).Plain();
        var ids = string.Join(", ", asking);
        var entered = prices.Entered is not null;
        return verdict switch
        {
            Verdict.Flagged => asking.Count == 1
                ? new($"De prijs van {ids} vraagt om een toelichting.", $"The price of {ids} asks for an explanation.")
                : new($"De prijzen van {ids} vragen om een toelichting.", $"The prices of {ids} ask for an explanation."),
            Verdict.Clear => prices.Bids.Count == 1
                ? LocalizedText.Of(
                    w => $"De {(entered ? "ingevoerde" : "openbare")} prijs is alleen met de raming vergeleken en vraagt niet om een toelichting.",
                    w => $"The {(entered ? "entered" : "published")} price was compared with the estimate only and does not ask for an explanation.")
                : new($"{compared} prijzen zijn vergeleken; geen ervan vraagt om een toelichting.", $"{compared} prices were compared; none of them asks for an explanation."),
            _ => LocalizedText.Of(
                w => $"Niet te beoordelen: er zijn te weinig vergelijkbare prijzen {(entered ? "ingevoerd" : "openbaar")}.",
                w => $"Not assessable: too few comparable prices are {(entered ? "entered" : "public")}."),
        };
    }

    private Finding BeforeAward(CaseFacts facts) => Finding(facts, "procurement", Verdict.NotAssessable, new(
        "Niet te beoordelen: er is nog geen gunning gepubliceerd.",
        "Not assessable: no award has been published yet.")) with
    {
        Reasons = [new("Inschrijvingen zijn vóór de gunning niet openbaar.", "Tenders are not public before the award."), NoPercentage],
        Missing = [.. MissingPrices.BeforeAward(IsEstimated(facts))],
    };

    private Finding NothingAwarded(CaseFacts facts) => Finding(facts, "procurement", Verdict.NotAssessable, new(
        "Niet te beoordelen: geen enkel perceel is gegund en er zijn geen prijzen om te vergelijken.",
        "Not assessable: no lot was awarded and there are no prices to compare.")) with
    {
        Reasons = [new("Alle percelen zijn zonder winnaar gesloten (BT-142).", "All lots were closed without a winner (BT-142)."), NoPercentage],
        Missing = [.. MissingPrices.BeforeAward(IsEstimated(facts)).Take(1).Select(missing => missing with
        {
            Why = new(
                "Niet vermeld voor percelen zonder winnaar. De koper heeft de inschrijvingen, als die er waren; ze kunnen aan het dossier worden toegevoegd.",
                "Not stated for lots without a winner. The buyer has the tenders, if there were any; they can be added to the case."),
        })],
    };

    private static bool IsEstimated(CaseFacts facts) =>
        facts.Notices.Any(notice => notice.Notice.EstimatedValue.CanReckon() || notice.Notice.Lots.Any(lot => lot.EstimatedValue.CanReckon()));

    private Finding Finding(CaseFacts facts, string subject, Verdict verdict, LocalizedText summary) => new()
    {
        Check = Id,
        RuleVersion = Version,
        Subject = subject,
        Verdict = verdict,
        Summary = summary,
        LegalBasis = Basis(facts.Notices.LastOrDefault(notice => notice.Notice.LegalBasis is not null)?.Notice.LegalBasis),
    };

    private static IReadOnlyList<string> Basis(params IEnumerable<string?> directives) =>
    [
        "Aanbestedingswet 2012 art. 2.116",
        .. directives.SelectMany(directive => directive switch
        {
            "32014L0025" => ["Aanbestedingswet 2012 art. 3.74", "Directive 2014/25/EU art. 84"],
            "32014L0024" => ["Directive 2014/24/EU art. 69"],
            _ => (string[])[],
        }),
        "VgV § 60, SektVO § 54 (DE, comparison only)",
        "Prawo zamówień publicznych 2019 art. 224(2)(1) (PL, comparison only)",
    ];

    private static IReadOnlyList<decimal> Thresholds(AltLimits limits) =>
        [limits.GapToNextPercent, limits.ShareOfMeanPercent, limits.ShareOfEstimatePercent, limits.Unconfirmed ? 1 : 0];
}
