using TenderWatch.Core.Bids;

namespace TenderWatch.Extraction.BidFiles;

/// <summary>What only the bids of a lot together show: several currencies, one bidder twice, two estimates.</summary>
internal static class BidConsistency
{
    public static IEnumerable<BidFault> FaultsOf(IReadOnlyList<SubmittedBid> bids, BidHeader header) => bids.GroupBy(bid => bid.Lot, StringComparer.Ordinal).SelectMany(lot => OfLot([.. lot], header));

    private static IEnumerable<BidFault> OfLot(IReadOnlyList<SubmittedBid> bids, BidHeader header)
    {
        var first = bids[0];
        foreach (var bid in bids)
        {
            if (bid.Currency != first.Currency)
            {
                yield return new BidFault("two-currencies", bid.Row, header.NameOf(header.Has(BidColumn.Currency) ? BidColumn.Currency : BidColumn.Price), bid.Lot, new(
                    $"deze prijs is in {bid.Currency}, en die van rij {first.Row} in {first.Currency}. Er wordt niets omgerekend: geef alle prijzen van een perceel in één munt.",
                    $"this price is in {bid.Currency}, and that of row {first.Row} in {first.Currency}. Nothing is converted: give all prices of a lot in one currency."));
            }
        }

        var estimated = bids.FirstOrDefault(bid => bid.Estimate is not null);
        foreach (var bid in bids.Where(bid => bid.Estimate is { } estimate && estimate != estimated!.Estimate))
            yield return new BidFault("two-estimates", bid.Row, header.NameOf(BidColumn.Estimate), bid.Lot, new(
                $"de raming van het perceel is een andere dan in rij {estimated!.Row}. Een perceel heeft één raming.",
                $"the estimate of the lot is another one than in row {estimated.Row}. A lot has one estimate."));

        foreach (var same in bids.Where(bid => !bid.IsVariant).GroupBy(bid => bid.Bidder.ToUpperInvariant(), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var earlier = same.First();
            foreach (var bid in same.Skip(1))
            {
                yield return new BidFault("duplicate-bid", bid.Row, header.NameOf(BidColumn.Bidder), bid.Lot, new(
                    $"'{bid.Bidder}' heeft in rij {earlier.Row} al een inschrijving op dit perceel. Verwijder er een, of merk de tweede aan als variant (een kolom Variant met ja).",
                    $"'{bid.Bidder}' has a bid for this lot in row {earlier.Row} already. Remove one, or mark the second as a variant (a column Variant with yes)."));
            }
        }
    }
}
