namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>The lowest bid, more than half below a mean and at the same time more than a fifth below the second: Slovenia, the Union's draft, Croatia.</summary>
internal static class LowestAgainstMeanAndSecond
{
    /// <summary>Judges the lowest bid; of equal lowest bids none is below the next.</summary>
    /// <param name="input">The bids; at least two.</param>
    /// <param name="ownIncluded">Whether the mean has the lowest bid in it.</param>
    public static MethodOutcome Of(MethodInput input, bool ownIncluded)
    {
        if (input.Prices.Count < 2) return Lacking.Bids(input.Prices.Count, 2);
        var sorted = input.Prices.Order().ToList();
        var (ofMean, ofNext) = (Fraction.MeanOf(ownIncluded ? sorted : sorted[1..]).Times(0.50m), new Fraction(sorted[1] * 0.80m, 1));
        return new MethodOutcome.Assessed(
            [new MethodFigure.Number("limit_mean", ofMean.Value), new MethodFigure.Number("limit_next", ofNext.Value)],
            Positions.Where(input.Prices, price => ofMean.IsAbove(price) && ofNext.IsAbove(price)));
    }
}
