namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>The bids on one lot in bare figures, in one currency, and what a method may need beside them. What is not known is absent, never 0.</summary>
public sealed record MethodInput
{
    /// <summary>More bids are no lot.</summary>
    public const int MostBids = 10_000;

    /// <summary>The prices, in any order; 0 and up.</summary>
    public IReadOnlyList<decimal> Prices { get; init; } = [];

    /// <summary>Discounts on the base price in per cent, where bids are made so; else they are reckoned from prices and base budget.</summary>
    public IReadOnlyList<decimal>? Discounts { get; init; }

    /// <summary>The base price or base budget, with or without VAT as the prices are.</summary>
    public decimal? BaseBudget { get; init; }

    /// <summary>The buyer's estimate without VAT.</summary>
    public decimal? Estimate { get; init; }

    /// <summary>The VAT in the prices, in per cent: 23; 0 where prices are without VAT.</summary>
    public decimal? VatPercent { get; init; }

    /// <summary>What is bought.</summary>
    public ContractNature? Nature { get; init; }

    /// <summary>The threshold in per cent that the documents or the reader set in place of the method's own.</summary>
    public decimal? ThresholdPercent { get; init; }

    /// <summary>From how far above the first mean, in per cent, prices are left out of the second (France); 20 unless set.</summary>
    public decimal? DropAbovePercent { get; init; }

    /// <summary>Spain: percentages are points of the base budget instead of parts of the reference.</summary>
    public bool BudgetPoints { get; init; }

    /// <summary>Spain: the buyer cut the percentages by a third (art. 85.5).</summary>
    public bool CutByThird { get; init; }

    /// <summary>How many bids there are.</summary>
    public int Count => Prices.Count > 0 ? Prices.Count : Discounts?.Count ?? 0;

    /// <summary>The same lot without one bid.</summary>
    public MethodInput Without(int position) => this with
    {
        Prices = [.. Prices.Where((_, place) => place != position)],
        Discounts = Discounts is null ? null : [.. Discounts.Where((_, place) => place != position)],
    };
}
