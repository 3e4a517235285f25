using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks.AbnormallyLow.Panels;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.AbnormallyLow;

/// <summary>One comparison of the panel as a finding tells it: its figures with the facts they were reckoned from, and the conclusion in words.</summary>
internal sealed record Judgement(PricedBid Bid, bool Asks, IReadOnlyList<Figure> Figures, LocalizedText Reason)
{
    /// <summary>Every comparison of the panel.</summary>
    public static IReadOnlyList<Judgement> Of(PanelResult panel, LotPrices prices, LotEstimate? estimate, AltLimits limits) => [.. panel.Comparisons.Select(comparison => new Judgement(
        prices.Bids[comparison.Bid],
        comparison.Asks,
        [.. comparison.Next is { } next ? Gap(comparison, prices, prices.Bids[comparison.Bid], prices.Bids[next]) : Share(comparison, prices, prices.Bids[comparison.Bid], estimate)],
        comparison.Reason(panel.Lot.Bids, prices.Currency, limits)))];

    private static IEnumerable<Figure> Gap(BidComparison comparison, LotPrices prices, PricedBid bid, PricedBid next)
    {
        IReadOnlyList<FactOrigin> origins = [bid.Origin, next.Origin];
        var (label, price, above) = (Label(comparison, bid), Written(comparison, comparison.Prices.Bid), Written(comparison, comparison.Prices.Sum));
        yield return new Figure($"{comparison.Id}/{bid.Id}", new($"{label.Nl}: afstand tot de eerstvolgende inschrijving ({next.Label})", $"{label.En}: distance to the next tender ({next.Label})"),
            comparison.Percent.Cents(), "%", origins, $"({above} - {price}) / {above}");
        yield return Limit(comparison, bid, prices.Currency, origins, $"(100 - {comparison.LimitPercent.Plain()}) % × {above}");
    }

    // The figure "mean" carries the origins of all prices; repeating them with each bid would grow with the square of the bids.
    private static IEnumerable<Figure> Share(BidComparison comparison, LotPrices prices, PricedBid bid, LotEstimate? estimate)
    {
        var ofEstimate = comparison.Id == BidComparison.ShareOfEstimate;
        var reference = ofEstimate ? new LocalizedText("de raming van de koper zonder btw", "the buyer's estimate without VAT") : new("het gemiddelde van alle inschrijvingen", "the mean of all tenders");
        IReadOnlyList<FactOrigin> origins = ofEstimate ? [bid.Origin, estimate!.Origin] : [bid.Origin];
        var mean = comparison.Prices.Reference.Rounded().Plain();
        var label = Label(comparison, bid);
        yield return new Figure($"{comparison.Id}/{bid.Id}", new($"{label.Nl}: deel van {reference.Nl}", $"{label.En}: part of {reference.En}"),
            comparison.Percent.Cents(), "%", origins, $"{Written(comparison, comparison.Prices.Bid)} / {mean}");
        yield return Limit(comparison, bid, prices.Currency, origins, $"{comparison.LimitPercent.Plain()} % × {mean}");
        if (ofEstimate) yield break;
        var others = Written(comparison, comparison.Prices.Sum - comparison.Prices.Bid);
        yield return new Figure($"{comparison.Id}-tips-at/{bid.Id}",
            new($"{label.Nl}: prijs waarop de uitkomst omslaat, de andere gelijk gebleven", $"{label.En}: price at which the conclusion tips, the others as they are"),
            comparison.TipPrice.Rounded(), prices.Currency, origins,
            $"{comparison.LimitPercent.Plain()} × {others} / (100 × {((decimal)comparison.Prices.Count).Plain()} - {comparison.LimitPercent.Plain()})");
    }

    private static LocalizedText Label(BidComparison comparison, PricedBid bid) =>
        IsOfUnit(comparison) ? new($"{bid.Label}, per eenheid", $"{bid.Label}, per unit") : LocalizedText.Same(bid.Label);

    private static bool IsOfUnit(BidComparison comparison) => comparison.Id.StartsWith(BidComparison.OfUnit, StringComparison.Ordinal);

    // Totals as they were tendered; the price of a unit is reckoned and may have no end.
    private static string Written(BidComparison comparison, decimal amount) => (IsOfUnit(comparison) ? amount.Rounded() : amount).Plain();

    private static Figure Limit(BidComparison comparison, PricedBid bid, string currency, IReadOnlyList<FactOrigin> origins, string derivation) => new(
        $"{comparison.Id}-limit/{bid.Id}",
        new($"{Label(comparison, bid).Nl}: prijs waaronder of waarop deze vergelijking om een toelichting vraagt", $"{Label(comparison, bid).En}: price at or below which this comparison asks for an explanation"),
        comparison.Prices.Limit.Rounded(), currency, origins, derivation);
}
