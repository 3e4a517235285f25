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
        yield return new Figure($"{comparison.Id}/{bid.Id}", new($"{bid.Label}: afstand tot de eerstvolgende inschrijving ({next.Label})", $"{bid.Label}: distance to the next tender ({next.Label})"),
            comparison.Percent.Cents(), "%", origins, $"({next.Amount.Plain()} - {bid.Amount.Plain()}) / {next.Amount.Plain()}");
        yield return Limit(comparison, bid, prices.Currency, origins, $"(100 - {comparison.LimitPercent.Plain()}) % × {next.Amount.Plain()}");
    }

    // The figure "mean" carries the origins of all prices; repeating them with each bid would grow with the square of the bids.
    private static IEnumerable<Figure> Share(BidComparison comparison, LotPrices prices, PricedBid bid, LotEstimate? estimate)
    {
        var ofEstimate = comparison.Id == BidComparison.ShareOfEstimate;
        var reference = ofEstimate ? new LocalizedText("de raming van de koper zonder btw", "the buyer's estimate without VAT") : new("het gemiddelde van alle inschrijvingen", "the mean of all tenders");
        IReadOnlyList<FactOrigin> origins = ofEstimate ? [bid.Origin, estimate!.Origin] : [bid.Origin];
        var mean = comparison.Prices.Reference.Rounded().Plain();
        yield return new Figure($"{comparison.Id}/{bid.Id}", new($"{bid.Label}: deel van {reference.Nl}", $"{bid.Label}: part of {reference.En}"),
            comparison.Percent.Cents(), "%", origins, $"{bid.Amount.Plain()} / {mean}");
        yield return Limit(comparison, bid, prices.Currency, origins, $"{comparison.LimitPercent.Plain()} % × {mean}");
        if (ofEstimate) yield break;
        var others = (comparison.Prices.Sum - bid.Amount).Plain();
        yield return new Figure($"{comparison.Id}-tips-at/{bid.Id}",
            new($"{bid.Label}: prijs waarop de uitkomst omslaat, de andere gelijk gebleven", $"{bid.Label}: price at which the conclusion tips, the others as they are"),
            comparison.TipPrice.Rounded(), prices.Currency, origins,
            $"{comparison.LimitPercent.Plain()} × {others} / (100 × {((decimal)comparison.Prices.Count).Plain()} - {comparison.LimitPercent.Plain()})");
    }

    private static Figure Limit(BidComparison comparison, PricedBid bid, string currency, IReadOnlyList<FactOrigin> origins, string derivation) => new(
        $"{comparison.Id}-limit/{bid.Id}",
        new($"{bid.Label}: prijs waaronder of waarop deze vergelijking om een toelichting vraagt", $"{bid.Label}: price at or below which this comparison asks for an explanation"),
        comparison.Prices.Limit.Rounded(), currency, origins, derivation);
}
