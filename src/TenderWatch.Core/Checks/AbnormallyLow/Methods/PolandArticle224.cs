namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>Poland, article 224: 30 % or more below the value with VAT, or below the mean of the bids. Page: <c>docs/checks/alt-poland.md</c>.</summary>
internal static class PolandArticle224
{
    private const decimal Share = 0.70m;

    public static Method Method { get; } = new()
    {
        Id = "PL-PZP-224",
        Jurisdiction = "PL",
        Country = "POL",
        Name = new("Polen, art. 224 Pzp", "Poland, art. 224 Pzp"),
        Trigger = new(
            "prijs minstens 30 % onder de waarde van de opdracht met btw, of minstens 30 % onder het gemiddelde van de inschrijvingen",
            "price at least 30 % below the order value with VAT, or at least 30 % below the mean of the tenders"),
        LegalBasis = "Prawo zamówień publicznych 2019 art. 224(2)(1) (PL)",
        Certainty = Certainty.Confirmed,
        MinimumBids = 1,
        Effect = MethodEffect.Ask,
        Scope = new()
        {
            Condition = new(
                "de vraag mag achterwege blijven als het verschil een duidelijke oorzaak heeft; biedingen die op art. 226(1)(1), (5) of (10) zijn afgewezen tellen niet mee in het gemiddelde",
                "the question may be left out where the difference has an obvious cause; tenders rejected under art. 226(1)(1), (5) or (10) do not count in the mean"),
        },
        Rule = Of,
    };

    // One bid is its own mean: then only the value says something.
    private static MethodOutcome Of(MethodInput input)
    {
        if (input.Prices.Count == 0) return Lacking.Bids(0, 1);
        Fraction? value = input is { Estimate: > 0 and var estimate, VatPercent: { } vat } ? new Fraction(estimate * (100 + vat) * Share, 100) : null;
        Fraction? mean = input.Prices.Count > 1 ? Fraction.MeanOf(input.Prices).Times(Share) : null;
        if (value is null && mean is null) return Lacking.Estimate;
        var figures = new List<MethodFigure>();
        if (value is { } ofValue) figures.Add(new MethodFigure.Number("limit_value", ofValue.Value));
        if (mean is { } ofMean)
        {
            figures.Add(new MethodFigure.Number("mean", input.Prices.Sum() / input.Prices.Count));
            figures.Add(new MethodFigure.Number("limit_mean", ofMean.Value));
        }

        return new MethodOutcome.Assessed(figures, Positions.Where(input.Prices, price => value?.IsReachedBy(price) == true || mean?.IsReachedBy(price) == true));
    }
}
