using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.AbnormallyLow.Panels;

namespace TenderWatch.Core.Bids;

/// <summary>What a file of bids says of one lot: the panel on its prices, or why it is not judged.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Panel">The panel; <see langword="null"/> where a bid of the lot could not be read, for a missing price would change every mean.</param>
/// <param name="Faults">What keeps the lot from being judged.</param>
/// <param name="Variants">Who offered a variant, which is not compared.</param>
public sealed record BidLot(string Lot, PanelResult? Panel, IReadOnlyList<BidFault> Faults, IReadOnlyList<string> Variants)
{
    /// <summary>Judges every lot of a file.</summary>
    /// <param name="table">The bids.</param>
    /// <param name="purchase">What is known of the purchase beside them; its own bids are left aside.</param>
    /// <param name="limits">The limits of the comparisons.</param>
    public static IReadOnlyList<BidLot> Of(BidTable table, PanelLot purchase, AltLimits limits) => [.. table.Lots.Select(lot => Of(table, lot, purchase, limits))];

    private static BidLot Of(BidTable table, string lot, PanelLot purchase, AltLimits limits)
    {
        var bids = table.Bids.Where(bid => bid.Lot == lot).ToList();
        string[] variants = [.. bids.Where(bid => bid.IsVariant).Select(bid => bid.Bidder)];
        IReadOnlyList<BidFault> faults = [.. table.FaultsOf(lot), .. bids.Where(bid => !PanelLot.IsPrice(bid.Price)).Select(TooSmall)];
        if (faults.Count > 0) return new BidLot(lot, null, faults, variants);
        var judged = purchase with
        {
            Bids = [.. bids.Where(bid => !bid.IsVariant).Select(bid => new PanelBid(bid.Bidder, bid.Price) { Won = bid.Won == true, Quantity = bid.Quantity, UnitPrice = bid.UnitPrice })],
            Currency = bids[0].Currency,
            Estimate = bids.Select(bid => bid.Estimate).FirstOrDefault(estimate => estimate is not null) ?? purchase.Estimate,
        };
        return new BidLot(lot, Checks.AbnormallyLow.Panels.Panel.Of(judged, limits), [], variants);
    }

    private static BidFault TooSmall(SubmittedBid bid) => new(
        "too-small", bid.Row, null, bid.Lot, $"the price {bid.Price.Plain()} is smaller than any price can be. Check the decimal sign; a bid of 0 is written as 0.");
}
