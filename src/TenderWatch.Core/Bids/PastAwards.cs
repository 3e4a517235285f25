using TenderWatch.Core.Checks.AbnormallyLow.Panels;

namespace TenderWatch.Core.Bids;

/// <summary>Past awards that a person lists as bids: who got what, how many, for which price.</summary>
public static class PastAwards
{
    /// <summary>The awards of a list; lines without a quantity cannot be compared, variants and lines that did not win are no awards: they are left out.</summary>
    /// <param name="table">The list.</param>
    public static IReadOnlyList<PastAward> Of(BidTable table) =>
        [.. table.Bids.Where(bid => bid is { Quantity: not null, IsVariant: false, Won: not false }).Select(bid => new PastAward($"{bid.Row}: {bid.Bidder}", bid.Price, bid.Currency, bid.Quantity!.Value, Unit: null))];
}
