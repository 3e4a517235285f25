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
    private const int MostBids = 10_000;

    // No lot of a file has an empty name.
    private const string AnyLot = "";

    /// <summary>Judges every lot of a file.</summary>
    /// <param name="table">The bids.</param>
    /// <param name="purchase">What is known of the purchase beside them; its own bids are left aside.</param>
    /// <param name="limits">The limits of the comparisons.</param>
    public static IReadOnlyList<BidLot> Of(BidTable table, PanelLot purchase, AltLimits limits)
    {
        var (bids, faults) = (table.Bids.ToLookup(bid => bid.Lot, StringComparer.Ordinal), table.Faults.ToLookup(fault => fault.Lot ?? AnyLot, StringComparer.Ordinal));
        return [.. table.Lots.Select(lot => Of(lot, [.. bids[lot]], [.. faults[AnyLot], .. faults[lot]], purchase, limits))];
    }

    /// <summary>What keeps the bids of a lot from being compared though each was read.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="bids">Its bids.</param>
    public static IReadOnlyList<BidFault> FaultsOf(string lot, IReadOnlyList<SubmittedBid> bids) =>
        [.. bids.Where(bid => !PanelLot.IsPrice(bid.Price)).Select(TooSmall), .. bids.Count > MostBids ? [TooMany(lot, bids.Count)] : (BidFault[])[]];

    private static BidLot Of(string lot, IReadOnlyList<SubmittedBid> bids, IReadOnlyList<BidFault> wrong, PanelLot purchase, AltLimits limits)
    {
        string[] variants = [.. bids.Where(bid => bid.IsVariant).Select(bid => bid.Bidder)];
        IReadOnlyList<BidFault> faults = [.. wrong, .. FaultsOf(lot, bids)];
        if (faults.Count > 0) return new BidLot(lot, null, faults, variants);
        var judged = purchase with
        {
            Bids = [.. bids.Where(bid => !bid.IsVariant).Select(bid => new PanelBid(bid.Bidder, bid.Price) { Won = bid.Won == true, Quantity = bid.Quantity, UnitPrice = bid.UnitPrice })],
            Currency = bids[0].Currency,
            Estimate = bids.Select(bid => bid.Estimate).FirstOrDefault(estimate => estimate is not null) ?? purchase.Estimate,
        };
        return new BidLot(lot, Checks.AbnormallyLow.Panels.Panel.Of(judged, limits), [], variants);
    }

    private static BidFault TooMany(string lot, int count) => new("too-many-bids", null, null, lot, new(
        $"het perceel heeft {count} inschrijvingen; hoogstens {MostBids} kunnen worden vergeleken. Kijk de kolom van het perceel na.",
        $"the lot has {count} bids; {MostBids} at most can be compared. Check the column of the lot."));

    private static BidFault TooSmall(SubmittedBid bid) => new(
        "too-small", bid.Row, null, bid.Lot, new(
            $"de prijs {bid.Price.Plain()} is kleiner dan een prijs kan zijn. Kijk het decimaalteken na; een inschrijving van 0 wordt als 0 geschreven.",
            $"the price {bid.Price.Plain()} is smaller than any price can be. Check the decimal sign; a bid of 0 is written as 0."));
}
