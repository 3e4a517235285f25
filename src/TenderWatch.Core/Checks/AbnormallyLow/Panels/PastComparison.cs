using TenderWatch.Core.Cases;

namespace TenderWatch.Core.Checks.AbnormallyLow.Panels;

/// <summary>The price of a unit of the lowest bid beside what was paid for a unit before: context, for prices of years ago need not hold.</summary>
/// <param name="Bid">The position of the bid with the lowest price of a unit.</param>
/// <param name="UnitPrice">What a unit costs in it.</param>
/// <param name="Median">The median of the past prices of a unit.</param>
/// <param name="Awards">The past awards that were compared.</param>
public sealed record PastComparison(int Bid, decimal UnitPrice, decimal Median, IReadOnlyList<PastAward> Awards)
{
    /// <summary>Fewer past awards are chance.</summary>
    public const int FewestAwards = 3;

    /// <summary>The price as a percentage of the median.</summary>
    public decimal Percent => UnitPrice / Median * 100;

    /// <summary>The comparison; <see langword="null"/> where quantities are not known or fewer than three past awards are in the same currency and unit.</summary>
    public static PastComparison? Of(PanelLot lot)
    {
        if (UnitPrices.Of(lot) is not { } prices) return null;
        var alike = lot.PastAwards
            .Where(award => award.Currency == lot.Currency && award.Unit == lot.Bids[0].Unit
                && award.Price is >= Reckoning.Smallest and <= Reckoning.Largest && award.Quantity is >= Reckoning.Smallest and <= Reckoning.Largest)
            .OrderBy(award => award.Price / award.Quantity).ThenBy(award => award.Id, StringComparer.Ordinal).ToList();
        if (alike.Count < FewestAwards) return null;
        var past = alike.ConvertAll(award => award.Price / award.Quantity);
        var median = (past[(past.Count - 1) / 2] + past[past.Count / 2]) / 2;
        var lowest = Enumerable.Range(0, prices.Count).MinBy(place => prices[place]);
        // A cheap unit in quantities beyond all measure can vanish in the last decimal.
        return median < Reckoning.Smallest ? null : new PastComparison(lowest, prices[lowest], median, alike);
    }
}
