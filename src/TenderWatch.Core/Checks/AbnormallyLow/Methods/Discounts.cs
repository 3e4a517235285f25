namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>Discounts in per cent, each a figure over one common unit, so that those reckoned from prices are exact too.</summary>
internal sealed record Discounts(IReadOnlyList<decimal> Figures, decimal Unit)
{
    // A price a thousand times the base price is an error of the input, and would overflow sums.
    private const decimal LeastPercent = -100_000;

    /// <summary>The stated discounts, else those of the prices on the base budget; <see langword="null"/> where neither can be.</summary>
    public static Discounts? Of(MethodInput input)
    {
        if (input.Discounts is { } stated) return new Discounts(stated, 1);
        if (input.BaseBudget is not (> 0 and var budget) || input.Prices.Count == 0) return null;
        return input.Prices.All(price => price / 1000 <= budget && 100 * (budget - price) >= LeastPercent * budget)
            ? new Discounts([.. input.Prices.Select(price => 100 * (budget - price))], budget)
            : null;
    }

    /// <summary>The discounts themselves.</summary>
    public IReadOnlyList<decimal> Percents => Unit == 1 ? Figures : [.. Figures.Select(figure => figure / Unit)];
}
