namespace TenderWatch.Core.Checks.AbnormallyLow.Panels;

/// <summary>
/// The comparisons that give a Dutch buyer reason to ask: the German distance to the next bid, and the Polish parts of the mean and of the estimate. Dutch
/// law has none; these three are recent, confirmed, made for supplies and services as well, and their limits are settings.
/// </summary>
internal static class Comparisons
{
    /// <summary>Every comparison that the prices allow and that matters: of the bids that can win, and of each that asks for an explanation.</summary>
    /// <param name="lot">The lot, its bids lowest first.</param>
    /// <param name="limits">The limits.</param>
    public static IReadOnlyList<BidComparison> Of(PanelLot lot, AltLimits limits)
    {
        var candidates = Candidates(lot.Bids);
        var prices = lot.Bids.Select(bid => bid.Price).ToList();
        return
        [
            .. Gaps("", prices, candidates, limits),
            .. Shares("", prices, candidates, limits),
            .. OfUnits(lot, limits),
            .. Estimate(lot, candidates, limits),
        ];
    }

    /// <summary>The lowest bid, and each that won.</summary>
    public static HashSet<int> Candidates(IReadOnlyList<PanelBid> bids) =>
        [.. Enumerable.Range(0, bids.Count).Where(place => place == 0 || bids[place].Won)];

    private static IEnumerable<BidComparison> Gaps(string prefix, IReadOnlyList<decimal> prices, HashSet<int> candidates, AltLimits limits)
    {
        foreach (var bid in candidates.Order())
        {
            // The lowest of the others that is not below it, so an equal one is next.
            var above = Enumerable.Range(0, prices.Count).Where(place => place != bid && prices[place] >= prices[bid]);
            if (above.Cast<int?>().MinBy(place => prices[place!.Value]) is { } next && prices[next] > 0)
                yield return new BidComparison(prefix + BidComparison.GapToNext, bid, next, PriceComparison.ToNext(prices[bid], prices[next], limits.GapToNextPercent));
        }
    }

    private static IEnumerable<BidComparison> Shares(string prefix, IReadOnlyList<decimal> prices, HashSet<int> candidates, AltLimits limits)
    {
        var sum = prices.Sum();
        if (prices.Count < 2 || sum == 0) yield break;
        for (var bid = 0; bid < prices.Count; bid++)
        {
            var comparison = new PriceComparison(prices[bid], sum, prices.Count, limits.ShareOfMeanPercent);
            if (comparison.Asks || candidates.Contains(bid)) yield return new BidComparison(prefix + BidComparison.ShareOfMean, bid, null, comparison);
        }
    }

    private static IEnumerable<BidComparison> Estimate(PanelLot lot, HashSet<int> candidates, AltLimits limits)
    {
        if (lot.ComparableEstimate is not { } estimate) yield break;
        for (var bid = 0; bid < lot.Bids.Count; bid++)
        {
            var comparison = PriceComparison.ToEstimate(lot.Bids[bid].Price, estimate, limits.ShareOfEstimatePercent);
            if (comparison.Asks || candidates.Contains(bid)) yield return new BidComparison(BidComparison.ShareOfEstimate, bid, null, comparison);
        }
    }

    // Where bids are for different quantities their totals are not alike, and the price of a unit is compared too.
    private static IEnumerable<BidComparison> OfUnits(PanelLot lot, AltLimits limits)
    {
        if (!UnitPrices.Differ(lot) || UnitPrices.Of(lot) is not { } prices) return [];
        var lowest = Enumerable.Range(0, prices.Count).MinBy(place => prices[place]);
        HashSet<int> candidates = [lowest, .. Enumerable.Range(0, prices.Count).Where(place => lot.Bids[place].Won)];
        return [.. Gaps(BidComparison.OfUnit, prices, candidates, limits), .. Shares(BidComparison.OfUnit, prices, candidates, limits)];
    }
}
