namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>Spain, article 85 of the general regulation: four branches by the number of bids. Page: <c>docs/checks/alt-spain.md</c>.</summary>
internal static class SpainArticle85
{
    public static Method Method { get; } = new()
    {
        Id = "ES-RGLCAP-85",
        Jurisdiction = "ES",
        Country = "ESP",
        Name = new("Spanje, art. 85 RGLCAP", "Spain, art. 85 RGLCAP"),
        Trigger = new(
            "één bod: meer dan 25 % onder het budget; twee: meer dan 20 % onder het andere; drie: meer dan 10 % onder het gemiddelde of 25 % onder het budget; vier of meer: meer dan 10 % onder het gemiddelde zonder hoge uitschieters",
            "one tender: more than 25 % below the budget; two: more than 20 % below the other; three: more than 10 % below the mean or 25 % below the budget; four or more: more than 10 % below the mean without high outliers"),
        LegalBasis = "RD 1098/2001 art. 85 (ES)",
        Certainty = Certainty.Confirmed,
        MinimumBids = 1,
        Effect = MethodEffect.Ask,
        Scope = new()
        {
            PriceOnly = true,
            Condition = new(
                "de stukken kunnen andere grenzen stellen; van inschrijvers uit één groep telt alleen het laagste bod (art. 86)",
                "the documents may set other limits; of tenderers of one group only the lowest tender counts (art. 86)"),
        },
        Rule = input => input.Count switch { _ when input.Prices.Count == 0 => Lacking.Bids(0, 1), 1 => One(input), 2 => Two(input), 3 => Three(input), _ => Many(input) },
    };

    private static MethodOutcome One(MethodInput input) => input.BaseBudget is not (> 0 and var budget)
        ? Lacking.BaseBudget
        : Result(input, "85.1", [], Below(new Fraction(budget, 1), 25, input with { BudgetPoints = false }));

    private static MethodOutcome Two(MethodInput input) =>
        IsBudgetLacking(input) ? Lacking.BaseBudget : Result(input, "85.2", [], Below(new Fraction(input.Prices.Max(), 1), 20, input));

    private static MethodOutcome Three(MethodInput input)
    {
        if (IsBudgetLacking(input)) return Lacking.BaseBudget;
        var first = Fraction.MeanOf(input.Prices);
        var sorted = input.Prices.Order().ToList();
        var drops = Above(first, input).IsBelow(sorted[^1]);
        var mean = drops ? Fraction.MeanOf(sorted[..^1]) : first;
        List<MethodFigure> figures = [new MethodFigure.Number("first_mean", first.Value), new MethodFigure.Numbers("excluded", drops ? [sorted[^1]] : []), new MethodFigure.Number("mean", mean.Value)];
        Fraction? budgetLimit = input.BaseBudget is > 0 and var budget ? Below(new Fraction(budget, 1), 25, input with { BudgetPoints = false }) : null;
        if (budgetLimit is { } shown) figures.Add(new MethodFigure.Number("limit_budget", shown.Value));
        return Result(input, "85.3", figures, Below(mean, 10, input), budgetLimit);
    }

    private static MethodOutcome Many(MethodInput input)
    {
        if (IsBudgetLacking(input)) return Lacking.BaseBudget;
        var first = Fraction.MeanOf(input.Prices);
        var sorted = input.Prices.Order().ToList();
        var high = Above(first, input);
        var kept = sorted.FindAll(price => !high.IsBelow(price));
        // Fewer than three left: the mean of the three lowest.
        var mean = kept.Count == sorted.Count ? first : Fraction.MeanOf(kept.Count < 3 ? sorted[..3] : kept);
        return Result(
            input, "85.4",
            [new MethodFigure.Number("first_mean", first.Value), new MethodFigure.Numbers("excluded", [.. sorted.Where(high.IsBelow)]), new MethodFigure.Number("mean", mean.Value)],
            Below(mean, 10, input));
    }

    private static MethodOutcome.Assessed Result(MethodInput input, string rule, IReadOnlyList<MethodFigure> figures, Fraction limit, Fraction? other = null) => new(
        [new MethodFigure.Word("rule", rule), .. figures, new MethodFigure.Number("limit", limit.Value)],
        Positions.Where(input.Prices, price => limit.IsAbove(price) || other?.IsAbove(price) == true));

    private static bool IsBudgetLacking(MethodInput input) => input.BudgetPoints && input.BaseBudget is not > 0;

    private static Fraction Below(Fraction reference, decimal percent, MethodInput input) => Moved(reference, -percent, input);

    private static Fraction Above(Fraction reference, MethodInput input) => Moved(reference, 10, input);

    // "Unidades porcentuales": parts of the reference, or points of the base budget; thirds are kept exact (art. 85.5).
    private static Fraction Moved(Fraction reference, decimal percent, MethodInput input)
    {
        var thirds = percent * (input.CutByThird ? 2 : 3);
        return new Fraction(
            (reference.Over * 300) + (thirds * (input.BudgetPoints ? input.BaseBudget!.Value * reference.Under : reference.Over)),
            reference.Under * 300);
    }
}
