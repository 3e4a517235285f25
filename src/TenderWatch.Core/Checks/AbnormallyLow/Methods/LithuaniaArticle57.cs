namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>Lithuania, 30 % or more below the mean; the number is not confirmed. Page: <c>docs/checks/alt-estimate.md</c>.</summary>
internal static class LithuaniaArticle57
{
    public static Method Method { get; } = new()
    {
        Id = "LT-VPI-57",
        OtherIds = ["LT"],
        Jurisdiction = "LT",
        Country = "LTU",
        Name = new("Litouwen, art. 57 VPI", "Lithuania, art. 57 VPI"),
        Trigger = new("prijs minstens 30 % onder het gemiddelde van de niet afgewezen inschrijvingen", "price at least 30 % below the mean of the tenders not rejected"),
        LegalBasis = "VPI art. 57 (LT), number not confirmed",
        Certainty = Certainty.Unconfirmed,
        MinimumBids = 2,
        Effect = MethodEffect.Ask,
        Rule = Of,
    };

    private static MethodOutcome Of(MethodInput input)
    {
        if (input.Prices.Count == 0) return Lacking.Bids(0, 2);
        var mean = Fraction.MeanOf(input.Prices);
        var limit = mean.Times(0.70m);
        return new MethodOutcome.Assessed([new MethodFigure.Number("mean", mean.Value), new MethodFigure.Number("limit", limit.Value)], Positions.Where(input.Prices, limit.IsReachedBy));
    }
}
