namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>Portugal, article 71: fixed shares of the base price until 2017, since then what the documents set. Page: <c>docs/checks/alt-estimate.md</c>.</summary>
internal static class PortugalArticle71
{
    public static Method BasePrice { get; } = new()
    {
        Id = "PT-CCP-71-2008",
        OtherIds = ["PT-CCP-71-2008-2017"],
        Jurisdiction = "PT",
        Country = "PRT",
        Name = new("Portugal, art. 71 CCP (2008-2017)", "Portugal, art. 71 CCP (2008-2017)"),
        Trigger = new(
            "prijs minstens 40 % (werken) of 50 % (andere) onder de basisprijs", "price at least 40 % (works) or 50 % (others) below the base price"),
        LegalBasis = "CCP art. 71, DL 18/2008 (PT), until 2017",
        Certainty = Certainty.FromMemory,
        MinimumBids = 1,
        Effect = MethodEffect.Ask,
        // The decree of 2008 came into force in its course, that of 2017 replaced it; days are not confirmed, the years are.
        Scope = new() { From = new DateOnly(2008, 1, 1), Until = new DateOnly(2017, 12, 31) },
        Rule = OfBasePrice,
    };

    public static Method Documents { get; } = new()
    {
        Id = "PT-CCP-71",
        OtherIds = ["PT"],
        Jurisdiction = "PT",
        Country = "PRT",
        Name = new("Portugal, art. 71 CCP (grens in de stukken)", "Portugal, art. 71 CCP (threshold in the documents)"),
        Trigger = new(
            "prijs minstens zo veel procent onder het gemiddelde als de stukken bepalen", "price at least as many per cent below the mean as the documents set"),
        LegalBasis = "CCP art. 71 since 2017 (PT)",
        Certainty = Certainty.FromMemory,
        MinimumBids = 2,
        Effect = MethodEffect.Ask,
        Scope = new() { From = new DateOnly(2018, 1, 1) },
        Rule = OfDocuments,
    };

    private static MethodOutcome OfBasePrice(MethodInput input)
    {
        if (input.BaseBudget is not (> 0 and var budget)) return Lacking.BaseBudget;
        if (input.Nature is not { } nature) return Lacking.Nature;
        var limit = new Fraction(budget, 1).LessPercent(nature == ContractNature.Works ? 40 : 50);
        return new MethodOutcome.Assessed([new MethodFigure.Number("limit", limit.Value)], Positions.Where(input.Prices, limit.IsReachedBy));
    }

    private static MethodOutcome OfDocuments(MethodInput input)
    {
        if (input.Prices.Count == 0) return Lacking.Bids(0, 2);
        if (input.ThresholdPercent is not { } threshold) return Lacking.Threshold;
        var mean = Fraction.MeanOf(input.Prices);
        var limit = mean.LessPercent(threshold);
        return new MethodOutcome.Assessed([new MethodFigure.Number("mean", mean.Value), new MethodFigure.Number("limit", limit.Value)], Positions.Where(input.Prices, limit.IsReachedBy));
    }
}
