namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>Bulgaria, article 72: more than a fifth below the mean of the others. Page: <c>docs/checks/alt-bulgaria.md</c>.</summary>
internal static class BulgariaArticle72
{
    public static Method Method { get; } = new()
    {
        Id = "BG-ZOP-72",
        Jurisdiction = "BG",
        Country = "BGR",
        Name = new("Bulgarije, art. 72 ZOP", "Bulgaria, art. 72 ZOP"),
        Trigger = new(
            "prijs meer dan 20 % onder het gemiddelde van de andere inschrijvers, bij minstens twee andere",
            "price more than 20 % below the mean of the other tenderers, of whom there are at least two"),
        LegalBasis = "ZOP art. 72(1) (BG); CJEU C-669/20",
        Certainty = Certainty.Confirmed,
        MinimumBids = 3,
        Effect = MethodEffect.Ask,
        Scope = new() { Condition = new("geldt per beoordeeld onderdeel; hier alleen voor de prijs", "holds for each evaluated indicator; here for the price only") },
        Rule = Of,
    };

    private static MethodOutcome Of(MethodInput input)
    {
        if (input.Prices.Count == 0) return Lacking.Bids(0, 3);
        var sum = input.Prices.Sum();
        Fraction Limit(decimal price) => new((sum - price) * 0.80m, input.Prices.Count - 1);
        return new MethodOutcome.Assessed(
            [new MethodFigure.ByPrice("limits", [.. input.Prices.Distinct().Order().Select(price => KeyValuePair.Create(price, Limit(price).Value))])],
            Positions.Where(input.Prices, price => Limit(price).IsAbove(price)));
    }
}
