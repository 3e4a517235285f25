namespace TenderWatch.Core.Checks.AbnormallyLow;

/// <summary>A bid against a reference: the next higher bid, the mean of all bids, or an estimate. Exact: nothing is divided before it is judged.</summary>
/// <param name="Bid">The price of the bid.</param>
/// <param name="Sum">The reference, or the sum that the reference is the mean of.</param>
/// <param name="Count">How many prices the sum has; 1 for a single reference.</param>
/// <param name="LimitPercent">At or below so many per cent of the reference an explanation is asked.</param>
public readonly record struct PriceComparison(decimal Bid, decimal Sum, int Count, decimal LimitPercent)
{
    /// <summary>Whether the bid asks for an explanation; exactly at the limit it does ("at least 30 % lower", PL; "from 20 %", DE).</summary>
    public bool Asks => Bid * 100 * Count <= LimitPercent * Sum;

    /// <summary>The reference.</summary>
    public decimal Reference => Sum / Count;

    /// <summary>The price at and below which an explanation is asked.</summary>
    public decimal Limit => LimitPercent * Sum / (100 * Count);

    /// <summary>The bid as a percentage of the reference.</summary>
    public decimal SharePercent => Bid * Count / Sum * 100;

    /// <summary>
    /// Against the next higher bid (Germany: OLG Düsseldorf, from 20 % below it; VgV § 60, SektVO § 54).
    /// </summary>
    /// <param name="bid">The price of the bid.</param>
    /// <param name="next">The next higher price.</param>
    /// <param name="gapPercent">The distance, in per cent of the next price.</param>
    public static PriceComparison ToNext(decimal bid, decimal next, decimal gapPercent) => new(bid, next, 1, 100 - gapPercent);

    /// <summary>Against the mean of all bids, its own included (Poland: Pzp 2019 art. 224(2)(1), 70 %).</summary>
    /// <param name="bid">The price of the bid.</param>
    /// <param name="prices">All prices.</param>
    /// <param name="limitPercent">The limit.</param>
    public static PriceComparison ToMean(decimal bid, IReadOnlyList<decimal> prices, decimal limitPercent) => new(bid, prices.Sum(), prices.Count, limitPercent);

    /// <summary>Against an estimate (Poland: Pzp 2019 art. 224(2)(1), 70 %). The Polish text adds VAT on both sides; here it is left out on both.</summary>
    /// <param name="bid">The price of the bid.</param>
    /// <param name="estimate">The estimate, with or without VAT as the price is.</param>
    /// <param name="limitPercent">The limit.</param>
    public static PriceComparison ToEstimate(decimal bid, decimal estimate, decimal limitPercent) => new(bid, estimate, 1, limitPercent);
}
