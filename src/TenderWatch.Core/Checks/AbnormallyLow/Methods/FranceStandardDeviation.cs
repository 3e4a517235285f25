namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>France, recommendation of the building federation: below the mean less one standard deviation. Page: <c>docs/checks/alt-france.md</c>.</summary>
internal static class FranceStandardDeviation
{
    public static Method Method { get; } = new()
    {
        Id = "FR-FFB-STDDEV",
        Jurisdiction = "FR",
        Name = new("Frankrijk, aanbeveling FFB/APVF", "France, FFB/APVF recommendation"),
        Trigger = new("prijs onder het gemiddelde min één standaardafwijking", "price below the mean less one standard deviation"),
        LegalBasis = "FFB/APVF recommendation, February 2015 (FR), no law",
        Certainty = Certainty.Confirmed,
        MinimumBids = 3,
        Effect = MethodEffect.Hint,
        Rule = Of,
    };

    // That the deviation is the population's is an assumption of the source.
    private static MethodOutcome Of(MethodInput input)
    {
        if (input.Prices.Count == 0) return Lacking.Bids(0, 3);
        var spread = Spread.Of(input.Prices);
        var deviation = spread.PopulationDeviation;
        return new MethodOutcome.Assessed(
            [
                new MethodFigure.Number("mean", spread.Mean), new MethodFigure.Number("sd_population", deviation),
                new MethodFigure.Number("limit", spread.Mean - deviation),
            ],
            spread.BelowOneDeviation);
    }
}
