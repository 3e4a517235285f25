using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.AbnormallyLow;

/// <summary>What one comparison says about one bid: a figure, the limit it was held against, and the conclusion in words.</summary>
internal sealed record Judgement(PricedBid Bid, bool Asks, IReadOnlyList<Figure> Figures, LocalizedText Reason)
{
    private static readonly AltLimits Defaults = new();

    /// <summary>Every comparison that the prices of a lot allow.</summary>
    public static IReadOnlyList<Judgement> Of(LotPrices prices, LotEstimate? estimate, AltLimits limits) =>
    [
        .. prices.Candidates.Select(bid => ToNext(prices, bid, limits)).OfType<Judgement>(),
        .. prices.Bids.Count < 2 ? [] : ToMean(prices, limits),
        .. estimate is not null && estimate.Value.Currency == prices.Currency ? ToEstimate(prices, estimate, limits) : [],
    ];

    private static Judgement? ToNext(LotPrices prices, PricedBid bid, AltLimits limits)
    {
        if (prices.NextAbove(bid) is not { } next) return null;
        var comparison = PriceComparison.ToNext(bid.Amount, next.Amount, limits.GapToNextPercent);
        var gap = 100 - comparison.SharePercent;
        var limit = LimitName(limits.GapToNextPercent == Defaults.GapToNextPercent, new("de Duitse grens", "the German limit"));
        IReadOnlyList<FactOrigin> origins = [bid.Origin, next.Origin];
        return new Judgement(
            bid,
            comparison.Asks,
            [
                new Figure($"gap-to-next/{bid.Id}", new($"{bid.Label}: afstand tot de eerstvolgende inschrijving ({next.Label})", $"{bid.Label}: distance to the next tender ({next.Label})"),
                    gap.Cents(), "%", origins, $"({next.Amount.Plain()} - {bid.Amount.Plain()}) / {next.Amount.Plain()}"),
                Limit("gap-to-next-limit", bid, comparison, prices.Currency, origins, $"(100 - {limits.GapToNextPercent.Plain()}) % × {next.Amount.Plain()}"),
            ],
            LocalizedText.Of(
                w => $"{bid.Label} ligt {w.Number(gap, 2)} % onder de eerstvolgende inschrijving {next.Label}; " +
                    $"{limit.Nl} is {w.Exact(limits.GapToNextPercent)} %. {Distance(w, bid, comparison, prices.Currency)}",
                w => $"{bid.Label} is {w.Number(gap, 2)} % below the next tender {next.Label}; " +
                    $"{limit.En} is {w.Exact(limits.GapToNextPercent)} %. {Distance(w, bid, comparison, prices.Currency)}"));
    }

    private static IEnumerable<Judgement> ToMean(LotPrices prices, AltLimits limits)
    {
        // The figure "mean" carries the origins of all prices; repeating them with each bid would grow with the square of the bids.
        var lowest = PriceComparison.ToMean(prices.Bids[0].Amount, [.. prices.Bids.Select(bid => bid.Amount)], limits.ShareOfMeanPercent);
        return Against(
            prices, "share-of-mean", [], bid => lowest with { Bid = bid.Amount }, new("het gemiddelde van alle inschrijvingen", "the mean of all tenders"),
            LimitName(limits.ShareOfMeanPercent == Defaults.ShareOfMeanPercent, new("de Poolse grens", "the Polish limit")));
    }

    private static IEnumerable<Judgement> ToEstimate(LotPrices prices, LotEstimate estimate, AltLimits limits) => Against(
        prices, "share-of-estimate", [estimate.Origin], bid => PriceComparison.ToEstimate(bid.Amount, estimate.Value.Amount, limits.ShareOfEstimatePercent),
        new("de raming van de koper zonder btw", "the buyer's estimate without VAT"),
        LimitName(limits.ShareOfEstimatePercent == Defaults.ShareOfEstimatePercent, new("de Poolse grens", "the Polish limit")));

    // Every bid is compared; only those that matter are told: the candidates, and whatever asks for an explanation.
    private static IEnumerable<Judgement> Against(
        LotPrices prices, string id, IReadOnlyList<FactOrigin> origins, Func<PricedBid, PriceComparison> compare, LocalizedText reference, LocalizedText name)
    {
        var candidates = prices.Candidates.ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var bid in prices.Bids)
        {
            var comparison = compare(bid);
            if (!comparison.Asks && !candidates.Contains(bid)) continue;
            var limit = comparison.LimitPercent.Plain();
            IReadOnlyList<FactOrigin> all = [bid.Origin, .. origins];
            yield return new Judgement(
                bid,
                comparison.Asks,
                [
                    new Figure($"{id}/{bid.Id}", new($"{bid.Label}: deel van {reference.Nl}", $"{bid.Label}: part of {reference.En}"),
                        comparison.SharePercent.Cents(), "%", all, $"{bid.Amount.Plain()} / {comparison.Reference.Rounded().Plain()}"),
                    Limit($"{id}-limit", bid, comparison, prices.Currency, all, $"{limit} % × {comparison.Reference.Rounded().Plain()}"),
                ],
                LocalizedText.Of(
                    w => $"{bid.Label} is {w.Number(comparison.SharePercent, 2)} % van {reference.Nl}; " +
                        $"{name.Nl} is {w.Exact(comparison.LimitPercent)} %. {Distance(w, bid, comparison, prices.Currency)}",
                    w => $"{bid.Label} is {w.Number(comparison.SharePercent, 2)} % of {reference.En}; " +
                        $"{name.En} is {w.Exact(comparison.LimitPercent)} %. {Distance(w, bid, comparison, prices.Currency)}"));
        }
    }

    private static Figure Limit(string id, PricedBid bid, PriceComparison comparison, string currency, IReadOnlyList<FactOrigin> origins, string derivation) => new(
        $"{id}/{bid.Id}",
        new($"{bid.Label}: prijs waaronder of waarop deze vergelijking om een toelichting vraagt", $"{bid.Label}: price at or below which this comparison asks for an explanation"),
        comparison.Limit.Rounded(), currency, origins, derivation);

    // A limit that was set otherwise is no country's.
    private static LocalizedText LimitName(bool isDefault, LocalizedText name) => isDefault ? name : new("de ingestelde grens", "the limit set");

    // How sensitive the conclusion is: what would have to change before it does.
    private static string Distance(Wording w, PricedBid bid, PriceComparison comparison, string currency)
    {
        var distance = w.Money(Math.Abs(bid.Amount - comparison.Limit).Rounded(), currency);
        var (where, asks) = w.Language == Language.Nl
            ? (comparison.Asks ? $"ligt {distance} onder" : $"ligt {distance} boven", ": deze vergelijking vraagt om een toelichting")
            : (comparison.Asks ? $"is {distance} below" : $"is {distance} above", ": this comparison asks for an explanation");
        if (bid.Amount == comparison.Limit) where = w.Language == Language.Nl ? "ligt precies op" : "is exactly at";
        return w.Language == Language.Nl ? $"De prijs {where} die grens{(comparison.Asks ? asks : "")}." : $"The price {where} that limit{(comparison.Asks ? asks : "")}.";
    }
}
