namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>Italy, method A: a threshold from the discounts themselves, after setting the extremes aside. Page: <c>docs/checks/alt-italy.md</c>.</summary>
internal static class ItalyMethodA
{
    // Setting aside and the subtraction: D.Lgs 50/2016 art. 97(2), D.Lgs 36/2023 annex II.2; TAR Brescia I 968/2019.
    private const int LongBranch = 15;

    public static Method Method { get; } = new()
    {
        Id = "IT-METHOD-A",
        Jurisdiction = "IT",
        Country = "ITA",
        Name = new("Italië, methode A", "Italy, method A"),
        Trigger = new(
            "korting op de basisprijs gelijk aan of boven een drempel die uit de kortingen zelf volgt, zonder de uitersten",
            "discount on the base price at or above a threshold reckoned from the discounts themselves, the extremes set aside"),
        LegalBasis = "D.Lgs 36/2023 art. 54, annex II.2; D.Lgs 50/2016 art. 97(2), (2-bis) (IT)",
        Certainty = Certainty.FromMemory,
        MinimumBids = 5,
        Effect = MethodEffect.Exclusion,
        Scope = new()
        {
            Natures = [ContractNature.Works, ContractNature.Services],
            PriceOnly = true,
            Condition = new(
                "alleen onder de Europese drempel, zonder duidelijk grensoverschrijdend belang, en als de stukken deze methode noemen of het lot haar aanwijst",
                "only below the EU threshold, without certain cross-border interest, and where the documents state this method or it is drawn by lot"),
        },
        Rule = Of,
    };

    private static MethodOutcome Of(MethodInput input)
    {
        if (Discounts.Of(input)?.Percents is not { } discounts) return Lacking.BaseBudget;
        var aside = (discounts.Count + 9) / 10;
        var sorted = discounts.Order().ToList();
        // Bids equal to one set aside are set aside too (Cons. Stato A.P. 13/2018).
        var kept = sorted.FindAll(discount => discount > sorted[aside - 1] && discount < sorted[^aside]);
        if (kept.Count == 0) return Lacking.Spread(new("na het terzijde leggen van de uitersten blijft geen korting over", "no discount is left after the extremes are set aside"));
        var sum = kept.Sum();
        // What is left of a division that does not end must not count as a discount.
        if (sum < 0.000_001m) return Lacking.Spread(new("de gemiddelde korting is niet boven 0", "the mean discount is not above 0"));

        // Where none is above the mean all are equal to it, and their deviation is 0.
        var above = kept.FindAll(discount => discount * kept.Count > sum);
        var scarto = above.Count == 0 ? new Fraction(0, 1) : new Fraction((above.Sum() * kept.Count) - (above.Count * sum), above.Count * kept.Count);
        var (threshold, branch) = discounts.Count >= LongBranch ? Long(sum, kept.Count, scarto) : Short(sum, kept.Count, scarto);
        return new MethodOutcome.Assessed(
            [
                new MethodFigure.Number("n", discounts.Count), new MethodFigure.Number("trimmed_each_side", aside), new MethodFigure.Number("kept", kept.Count),
                new MethodFigure.Number("sum", sum), new MethodFigure.Number("mean", sum / kept.Count), new MethodFigure.Number("scarto", scarto.Value),
                .. branch,
                new MethodFigure.Number("threshold", threshold.Value),
            ],
            Positions.Where(discounts, discount => !threshold.IsAbove(discount)));
    }

    // From 15 bids on: mean plus deviation, less the deviation times the product of the first two decimals of the sum, in per cent.
    private static (Fraction, IReadOnlyList<MethodFigure>) Long(decimal sum, int kept, Fraction scarto)
    {
        var decimals = decimal.Truncate((sum - decimal.Truncate(sum)) * 100);
        var (first, second) = (decimal.Truncate(decimals / 10), decimals % 10);
        var product = first * second;
        return (
            Sum(new Fraction(sum, kept), new Fraction(scarto.Over * (100 - product), scarto.Under * 100)),
            [new MethodFigure.Numbers("first_decimals", [first, second], Ordered: true), new MethodFigure.Number("product", product)]);
    }

    private static (Fraction, IReadOnlyList<MethodFigure>) Short(decimal sum, int kept, Fraction scarto)
    {
        var small = scarto.Over * kept <= 0.15m * sum * scarto.Under;
        return (
            small ? new Fraction(sum * 1.2m, kept) : Sum(new Fraction(sum, kept), scarto),
            [new MethodFigure.Number("ratio", scarto.Over * kept / (sum * scarto.Under)), new MethodFigure.Word("branch", small ? "mean*1.20" : "mean+scarto")]);
    }

    private static Fraction Sum(Fraction one, Fraction other) => new((one.Over * other.Under) + (other.Over * one.Under), one.Under * other.Under);
}
