using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks.AbnormallyLow.Methods;

namespace TenderWatch.Core.Checks.AbnormallyLow.Panels;

/// <summary>One lot with its competing bids, in one currency, and what is known about the purchase. What is not known is absent, never 0.</summary>
public sealed record PanelLot
{
    /// <summary>The bids that compete on price, in any order: without variants, and without those set aside for other reasons.</summary>
    public required IReadOnlyList<PanelBid> Bids { get; init; }

    /// <summary>The currency of all amounts, an ISO 4217 code.</summary>
    public string Currency { get; init; } = "";

    /// <summary>The buyer's estimate without VAT.</summary>
    public decimal? Estimate { get; init; }

    /// <summary>Whether the prices have VAT in them; those of notices have not (BT-720).</summary>
    public bool PricesIncludeVat { get; init; }

    /// <summary>The rate of VAT in per cent: 21. Only needed where prices include it.</summary>
    public decimal? VatPercent { get; init; }

    /// <summary>The base price or base budget that the documents set, with or without VAT as the prices are.</summary>
    public decimal? BaseBudget { get; init; }

    /// <summary>What is bought.</summary>
    public ContractNature? Nature { get; init; }

    /// <summary>Whether price is the only award criterion.</summary>
    public bool? PriceOnly { get; init; }

    /// <summary>The buyer's country, ISO 3166-1 in two or three letters.</summary>
    public string? Country { get; init; }

    /// <summary>The day on which prices were compared, or the award was published.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Past awards of the same kind; only those in the same currency and unit are compared.</summary>
    public IReadOnlyList<PastAward> PastAwards { get; init; } = [];

    /// <summary>Whether an amount can be a price here: 0, or one that can be reckoned with.</summary>
    public static bool IsPrice(decimal amount) => amount is 0 or (>= Reckoning.Smallest and <= Reckoning.Largest);

    internal MethodInput Input => new()
    {
        Prices = [.. Bids.Select(bid => bid.Price)],
        BaseBudget = Usable(BaseBudget),
        Estimate = Usable(Estimate),
        VatPercent = Vat,
        Nature = Nature,
    };

    /// <summary>The estimate as the prices are: with VAT where they have it; <see langword="null"/> where that cannot be told.</summary>
    internal decimal? ComparableEstimate => Usable(Estimate) * (100 + Vat) / 100;

    private decimal? Vat => !PricesIncludeVat ? 0 : VatPercent is >= 0 and <= 100 ? VatPercent : null;

    private static decimal? Usable(decimal? amount) => amount is >= Reckoning.Smallest and <= Reckoning.Largest ? amount : null;
}

/// <summary>A bid with its price.</summary>
/// <param name="Id">Its id, unique in the lot: <c>TEN-0001</c>.</param>
/// <param name="Price">The price of the whole: 0, or 10^-6 to 10^15.</param>
public sealed record PanelBid(string Id, decimal Price)
{
    /// <summary>What it is called in a sentence.</summary>
    public string Label { get; init; } = Id;

    /// <summary>Whether it won.</summary>
    public bool Won { get; init; }

    /// <summary>For how many units.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>The unit of the quantity.</summary>
    public string? Unit { get; init; }

    /// <summary>The price of one unit, as tendered.</summary>
    public decimal? UnitPrice { get; init; }
}

/// <summary>What was paid before for the same kind of thing.</summary>
/// <param name="Id">Where it stands, such as the publication.</param>
/// <param name="Price">The awarded price.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Quantity">For how many units.</param>
/// <param name="Unit">The unit; <see langword="null"/> where none is given.</param>
public sealed record PastAward(string Id, decimal Price, string Currency, decimal Quantity, string? Unit);
