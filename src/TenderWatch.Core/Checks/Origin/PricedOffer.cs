using TenderWatch.Core.Cases;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Checks.Origin;

/// <summary>What a tenderer asks for a lot.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Bidder">The tenderer, as written.</param>
/// <param name="Price">The price without VAT.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Origin">Where it stands.</param>
internal sealed record PricedOffer(string Lot, string Bidder, decimal Price, string Currency, FactOrigin Origin)
{
    /// <summary>The offers on all lots, variants left out; bids that were entered take the place of published ones.</summary>
    public static IReadOnlyList<PricedOffer> Of(CaseFacts facts)
    {
        var entered = facts.Bids.SelectMany(bids => bids.Bids.Where(bid => !bid.IsVariant).Select(bid => new PricedOffer(bid.Lot, bid.Bidder, bid.Price, bid.Currency, bids.Origin(bid)))).ToList();
        var published = LotAward.Of(facts.Notices).Where(award => entered.TrueForAll(offer => offer.Lot != award.Subject)).SelectMany(award => award.Bids
            .Where(bid => bid.Variant != true && bid.Value.CanReckon() && bid.Bidders.Any(party => party.Name is not null))
            .Select(bid => new PricedOffer(award.Subject, bid.Bidders.First(party => party.Name is not null).Name!, bid.Value!.Amount, bid.Value.Currency, award.Notice.Origin("BT-720", bid.Id))));
        return [.. entered, .. published];
    }

    /// <summary>How far another offer is from this one, in per cent of the lower of the two.</summary>
    public decimal PercentFrom(PricedOffer other) => Math.Abs(Price - other.Price) / Math.Min(Price, other.Price) * 100;

    /// <summary>Whether another offer on the same lot is of somebody else and can be compared.</summary>
    public bool IsBeside(PricedOffer other) =>
        other.Lot == Lot && other.Currency == Currency && Math.Min(Price, other.Price) > 0 && PartyNames.Fold(other.Bidder) != PartyNames.Fold(Bidder);
}
