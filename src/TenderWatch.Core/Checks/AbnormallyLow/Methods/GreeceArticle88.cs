namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>Greece, article 88(5A): a discount more than ten points above the mean. Page: <c>docs/checks/alt-greece.md</c>.</summary>
internal static class GreeceArticle88
{
    private const decimal Points = 10;

    public static Method Method { get; } = new()
    {
        Id = "GR-4412-88-5A",
        Jurisdiction = "GR",
        Country = "GRC",
        Name = new("Griekenland, art. 88 lid 5A", "Greece, art. 88(5A)"),
        Trigger = new(
            "korting op de basisprijs meer dan 10 procentpunten boven de gemiddelde korting", "discount on the base price more than 10 percentage points above the mean discount"),
        LegalBasis = "Law 4412/2016 art. 88(5A), utilities art. 313(6A) (GR)",
        Certainty = Certainty.Confirmed,
        MinimumBids = 2,
        Effect = MethodEffect.Ask,
        Scope = new()
        {
            Natures = [ContractNature.Works, ContractNature.Services],
            Condition = new("bij diensten alleen studies en technische of wetenschappelijke diensten", "of services only studies and technical or scientific services"),
        },
        Rule = Of,
    };

    private static MethodOutcome Of(MethodInput input)
    {
        if (Discounts.Of(input) is not { } discounts) return Lacking.BaseBudget;
        var (sum, count) = (discounts.Figures.Sum(), discounts.Figures.Count);
        var limit = new Fraction(sum + (Points * discounts.Unit * count), count);
        return new MethodOutcome.Assessed(
            [new MethodFigure.Number("mean", sum / count / discounts.Unit), new MethodFigure.Number("limit", limit.Value / discounts.Unit)],
            Positions.Where(discounts.Figures, limit.IsBelow));
    }
}
