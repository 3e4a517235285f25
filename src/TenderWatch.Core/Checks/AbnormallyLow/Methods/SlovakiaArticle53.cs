namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>Slovakia, section 53(3), repealed: 15 % below the mean of the others, or 10 % below the second. Page: <c>docs/checks/alt-lowest.md</c>.</summary>
internal static class SlovakiaArticle53
{
    public static Method Method { get; } = new()
    {
        Id = "SK-343-2015-53-3",
        Jurisdiction = "SK",
        Country = "SVK",
        Name = new("Slowakije, § 53 lid 3 (2016-2024)", "Slovakia, section 53(3) (2016-2024)"),
        Trigger = new(
            "prijs minstens 15 % onder het gemiddelde zonder de laagste, of minstens 10 % onder de op een na laagste",
            "price at least 15 % below the mean without the lowest, or at least 10 % below the second lowest"),
        LegalBasis = "Act 343/2015 s. 53(3) (SK), repealed",
        Certainty = Certainty.Confirmed,
        MinimumBids = 3,
        Effect = MethodEffect.Ask,
        Scope = new() { From = new DateOnly(2016, 4, 18), Until = new DateOnly(2024, 7, 31) },
        Rule = Of,
    };

    private static MethodOutcome Of(MethodInput input)
    {
        if (input.Prices.Count == 0) return Lacking.Bids(0, 3);
        var sorted = input.Prices.Order().ToList();
        var (ofMean, ofSecond) = (Fraction.MeanOf(sorted[1..]).Times(0.85m), new Fraction(sorted[1] * 0.90m, 1));
        return new MethodOutcome.Assessed(
            [new MethodFigure.Number("limit_a", ofMean.Value), new MethodFigure.Number("limit_b", ofSecond.Value)],
            Positions.Where(input.Prices, price => ofMean.IsReachedBy(price) || ofSecond.IsReachedBy(price)));
    }
}
