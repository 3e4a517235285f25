namespace TenderWatch.Core.Checks.AbnormallyLow.Panels;

/// <summary>What would have to be known to say more about the prices of a lot.</summary>
internal static class PanelNeeds
{
    public static IEnumerable<PanelNeed> Of(PanelLot lot)
    {
        if (lot.Bids.Count < 2) yield return new("bids", new("Prijzen van andere inschrijvingen: zonder die is alleen de raming een maatstaf.", "Prices of other tenders: without them the estimate is the only measure."));
        if (lot.Estimate is not > 0) yield return new("estimate", new("De raming van de koper zonder btw.", "The buyer's estimate without VAT."));
        if (lot is { Estimate: > 0, PricesIncludeVat: true, VatPercent: null }) yield return new("vat", new("Het btw-tarief: de prijzen zijn met btw, de raming is zonder.", "The rate of VAT: prices include it, the estimate does not."));
        if (lot.BaseBudget is not > 0) yield return new("base-budget", new("De basisprijs of het plafond in de stukken, waarop kortingen worden gerekend.", "The base price or ceiling in the documents, on which discounts are reckoned."));
        if (lot.Nature is null) yield return new("nature", new("Of het om werken, leveringen of diensten gaat.", "Whether works, supplies or services are bought."));
        if (lot.PriceOnly is null) yield return new("award-criteria", new("Of de prijs het enige gunningscriterium is: een lage prijs kan tegenover lagere kwaliteit staan.", "Whether price is the only award criterion: a low price can stand against lower quality."));
        if (UnitPrices.Of(lot) is null) yield return new("quantities", new("De hoeveelheid per inschrijving, in één eenheid: dan is ook de prijs per eenheid te vergelijken.", "The quantity of each tender, in one unit: then the price per unit can be compared too."));
        if (PastComparison.Of(lot) is null) yield return new("past-awards", new("Minstens drie eerdere gunningen van hetzelfde, met hoeveelheid.", "At least three past awards of the same, with quantities."));
        yield return new("explanation", new(
            "De toelichting van de inschrijver: de opbouw van de prijs is uit prijzen alleen niet te zien (art. 2.116 lid 2 Aw 2012).",
            "The tenderer's explanation: how a price is made up cannot be seen from prices alone (art. 2.116(2) Aw 2012)."));
    }
}
