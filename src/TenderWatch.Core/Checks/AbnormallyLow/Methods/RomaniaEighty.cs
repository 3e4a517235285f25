namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>Romania, less than 80 % of the estimate: an old rule whose successor is not confirmed. Page: <c>docs/checks/alt-estimate.md</c>.</summary>
internal static class RomaniaEighty
{
    public static Method Method { get; } = new()
    {
        Id = "RO-80",
        OtherIds = ["RO"],
        Jurisdiction = "RO",
        Country = "ROU",
        Name = new("Roemenië, 80 % van de raming", "Romania, 80 % of the estimate"),
        Trigger = new("prijs onder 80 % van de raming zonder btw", "price below 80 % of the estimate without VAT"),
        LegalBasis = "Former law; HG 395/2016 art. 136 (RO) not confirmed",
        Certainty = Certainty.Unconfirmed,
        MinimumBids = 1,
        Effect = MethodEffect.Ask,
        Rule = Of,
    };

    private static MethodOutcome Of(MethodInput input)
    {
        if (input.Estimate is not (> 0 and var estimate)) return Lacking.Estimate;
        // The estimate has no VAT; prices that have are compared with it as much higher.
        var limit = new Fraction(estimate * 0.80m * (100 + (input.VatPercent ?? 0)), 100);
        return new MethodOutcome.Assessed([new MethodFigure.Number("limit", limit.Value)], Positions.Where(input.Prices, limit.IsAbove));
    }
}
