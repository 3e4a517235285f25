using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.AbnormallyLow.Panels;

/// <summary>What one unit costs in each bid.</summary>
internal static class UnitPrices
{
    /// <summary>The price of a unit by bid, where every bid tells its quantity in one unit; else <see langword="null"/>.</summary>
    public static IReadOnlyList<decimal>? Of(PanelLot lot) =>
        lot.Bids.Count > 0 && lot.Bids.All(bid => bid.Quantity is >= Reckoning.Smallest and <= Reckoning.Largest && bid.Unit == lot.Bids[0].Unit)
            ? [.. lot.Bids.Select(bid => bid.Price / bid.Quantity!.Value)]
            : null;

    /// <summary>Whether bids are for different quantities.</summary>
    public static bool Differ(PanelLot lot) => lot.Bids.Where(bid => bid.Quantity is not null).Select(bid => bid.Quantity).Distinct().Count() > 1;

    /// <summary>What does not fit together in a bid, and what that means for the comparison.</summary>
    public static IEnumerable<LocalizedText> Remarks(PanelLot lot)
    {
        foreach (var bid in lot.Bids)
        {
            // To the cent of the unit price: half a cent for each unit is rounding.
            if (bid is { UnitPrice: { } unit, Quantity: >= Reckoning.Smallest and <= Reckoning.Largest and var quantity } && Math.Abs(unit) <= Reckoning.Largest / quantity
                && Math.Abs((unit * quantity) - bid.Price) > Math.Max(0.01m, quantity * 0.005m))
            {
                yield return LocalizedText.Of(
                    w => $"{bid.Label}: {w.Exact(quantity)} × {w.Money(unit, lot.Currency)} is niet de totaalprijs {w.Money(bid.Price, lot.Currency)}.",
                    w => $"{bid.Label}: {w.Exact(quantity)} × {w.Money(unit, lot.Currency)} is not the total price {w.Money(bid.Price, lot.Currency)}.");
            }
        }

        if (Differ(lot))
        {
            yield return Of(lot) is not null
                ? new(
                    "De inschrijvingen gaan over verschillende hoeveelheden: de totaalprijzen zijn niet zonder meer vergelijkbaar, en de prijs per eenheid is ook vergeleken.",
                    "The tenders are for different quantities: total prices are not alike as they stand, and the price per unit was compared too.")
                : new(
                    "De inschrijvingen gaan over verschillende hoeveelheden en niet elke hoeveelheid is in dezelfde eenheid bekend: de totaalprijzen zijn niet zonder meer vergelijkbaar.",
                    "The tenders are for different quantities, and not every quantity is known in the same unit: total prices are not alike as they stand.");
        }
    }
}
