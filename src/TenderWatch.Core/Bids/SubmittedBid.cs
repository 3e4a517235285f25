namespace TenderWatch.Core.Bids;

/// <summary>A tender as the buyer received it, entered by a person rather than read from a notice.</summary>
/// <param name="Row">Where it stands in what it was read from: the row of a sheet (the header is row 1), or the place in a list from 1.</param>
/// <param name="Lot">The lot; <see cref="BidTable.OnlyLot"/> where nothing is said of lots.</param>
/// <param name="Bidder">Who made it, as written.</param>
/// <param name="Price">The total price without VAT, in <paramref name="Currency"/>; never negative.</param>
/// <param name="Currency">The ISO 4217 code.</param>
public sealed record SubmittedBid(int Row, string Lot, string Bidder, decimal Price, string Currency)
{
    /// <summary>The number it goes by in a case, which names nobody: <c>BID-3fa2c1-2</c>; <see langword="null"/> outside a case.</summary>
    public string? Id { get; init; }

    /// <summary>How much is offered, in units of the thing bought.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>The price of one unit without VAT, in <see cref="Currency"/>.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>The buyer's estimate of the lot without VAT, in <see cref="Currency"/>, where it stands with the bids.</summary>
    public decimal? Estimate { get; init; }

    /// <summary>Whether it is a variant (BT-193), which is not compared with the others.</summary>
    public bool IsVariant { get; init; }

    /// <summary>Whether it won; <see langword="null"/> where that is not said.</summary>
    public bool? Won { get; init; }
}
