namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>Germany, case law: the lowest bid a fifth or more below the next. Page: <c>docs/checks/alt-germany.md</c>.</summary>
internal static class GermanyGap
{
    public static Method Method { get; } = new()
    {
        Id = "DE-AUFGREIF",
        Jurisdiction = "DE",
        Country = "DEU",
        Name = new("Duitsland, afstand tot de eerstvolgende", "Germany, distance to the next tender"),
        Trigger = new(
            "laagste prijs 20 % of meer onder de eerstvolgende (OLG Düsseldorf, OLG Celle); onder 10 % niet (OLG Karlsruhe)",
            "lowest price 20 % or more below the next (OLG Düsseldorf, OLG Celle); not below 10 % (OLG Karlsruhe)"),
        LegalBasis = "VgV s. 60, SektVO s. 54 with OLG Düsseldorf, cited by VK Westfalen VK 1-19/23 (DE)",
        Certainty = Certainty.Confirmed,
        MinimumBids = 2,
        Effect = MethodEffect.Ask,
        Scope = new()
        {
            Natures = [ContractNature.Supplies, ContractNature.Services],
            Condition = new(
                "de afstand alleen is geen voldoende motivering (VK Bund VK 2-94/22); ook de afstand tot een juiste raming telt",
                "the distance alone is no sufficient reasoning (VK Bund VK 2-94/22); the distance to a correct estimate counts too"),
        },
        Rule = Of,
    };

    private static MethodOutcome Of(MethodInput input)
    {
        if (input.Prices.Count < 2) return Lacking.Bids(input.Prices.Count, 2);
        var sorted = input.Prices.Order().Take(2).ToList();
        var (lowest, next) = (sorted[0], sorted[1]);
        if (next == 0) return Lacking.Spread(new("de eerstvolgende prijs is 0", "the next price is 0"));
        var limit = new Fraction(next, 1).LessPercent(input.ThresholdPercent ?? 20);
        var review = limit.IsReachedBy(lowest);
        var figures = new List<MethodFigure>
        {
            new MethodFigure.Number("distance_to_next", (next - lowest) / next),
            new MethodFigure.Number("limit", limit.Value),
            new MethodFigure.Number("limit_ten", next * 0.90m),
            new MethodFigure.Truth("review", review),
        };
        if (input is { Estimate: > 0 and var estimate, VatPercent: { } vat })
        {
            figures.Add(new MethodFigure.Number("distance_to_estimate", 1 - new Fraction(lowest * 100, estimate * (100 + vat)).Value));
        }

        return new MethodOutcome.Assessed(figures, review ? Positions.Where(input.Prices, price => price == lowest) : []);
    }
}
