namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>Belgium: 15 % or more below a mean without the extremes. Page: <c>docs/checks/alt-belgium.md</c>.</summary>
internal static class BelgiumArticle36
{
    private const int QuarterRuleFrom = 7;

    public static Method Method { get; } = new()
    {
        Id = "BE-KB2017-36-4",
        Jurisdiction = "BE",
        Country = "BEL",
        Name = new("België, art. 36 § 4 KB plaatsing", "Belgium, art. 36 s. 4 of the award decree"),
        Trigger = new(
            "prijs minstens 15 % onder het gemiddelde zonder de laagste en de hoogste (vanaf zeven: zonder de laagste en het hoogste kwart)",
            "price at least 15 % below the mean without the lowest and the highest (from seven on: without the lowest and the highest quarter)"),
        LegalBasis = "KB/AR 18-4-2017 art. 36 s. 4; utilities KB/AR 18-6-2017 art. 44 (BE)",
        Certainty = Certainty.Confirmed,
        MinimumBids = 4,
        Effect = MethodEffect.Ask,
        Scope = new()
        {
            Natures = [ContractNature.Works, ContractNature.Services],
            PriceOnly = true,
            Condition = new(
                "bij diensten alleen de fraudegevoelige; ook als de prijs voor minstens de helft telt (dat laatste uit het geheugen)",
                "of services only those prone to fraud; also where price has at least half the weight (the latter from memory)"),
        },
        IsUnconfirmedFor = input => input.Count >= QuarterRuleFrom,
        Rule = Of,
    };

    private static MethodOutcome Of(MethodInput input)
    {
        if (input.Prices.Count == 0) return Lacking.Bids(0, 4);
        var sorted = input.Prices.Order().ToList();
        var high = sorted.Count >= QuarterRuleFrom ? (sorted.Count + 3) / 4 : 1;
        var mean = Fraction.MeanOf(sorted[1..^high]);
        var limit = mean.Times(0.85m);
        return new MethodOutcome.Assessed(
            [
                new MethodFigure.Number("excluded_low", 1), new MethodFigure.Number("excluded_high", high),
                new MethodFigure.Number("mean", mean.Value), new MethodFigure.Number("limit", limit.Value),
            ],
            Positions.Where(input.Prices, limit.IsReachedBy));
    }
}
