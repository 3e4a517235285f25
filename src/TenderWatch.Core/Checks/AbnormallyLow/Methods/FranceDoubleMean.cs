namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>France, practice of the double mean: no law has it. Page: <c>docs/checks/alt-france.md</c>.</summary>
internal static class FranceDoubleMean
{
    public static Method Method { get; } = new()
    {
        Id = "FR-DOUBLE-MEAN",
        OtherIds = ["FR-DOUBLE-MOYENNE", "FR-DOUBLEMEAN", "FR-MOYENNE-DOUBLE", "FR-DOUBLE-MEAN-2010", "FR-DOUBLE-MEAN-20-10", "FR-DM", "FR-DM-20-10", "FR-20-10", "FR"],
        Jurisdiction = "FR",
        Name = new("Frankrijk, dubbel gemiddelde 20/10", "France, double mean 20/10"),
        Trigger = new(
            "prijs meer dan 10 % onder het gemiddelde van de inschrijvingen die hoogstens 20 % boven het gemiddelde van alle liggen",
            "price more than 10 % below the mean of the tenders that are at most 20 % above the mean of all"),
        LegalBasis = "Practice; CCP L.2152-5, L.2152-6, R.2152-3 set no formula (FR)",
        Certainty = Certainty.Confirmed,
        MinimumBids = 3,
        Effect = MethodEffect.Ask,
        Rule = Of,
    };

    private static MethodOutcome Of(MethodInput input)
    {
        if (input.Prices.Count == 0) return Lacking.Bids(0, 3);
        var first = Fraction.MeanOf(input.Prices);
        var high = first.LessPercent(-(input.DropAbovePercent ?? 20));
        var kept = input.Prices.Where(price => !high.IsBelow(price)).ToList();
        var second = Fraction.MeanOf(kept);
        var limit = second.LessPercent(input.ThresholdPercent ?? 10);
        return new MethodOutcome.Assessed(
            [
                new MethodFigure.Number("first_mean", first.Value), new MethodFigure.Numbers("excluded", [.. input.Prices.Where(high.IsBelow).Order()]),
                new MethodFigure.Number("mean", second.Value), new MethodFigure.Number("limit", limit.Value),
            ],
            Positions.Where(input.Prices, limit.IsAbove));
    }
}
