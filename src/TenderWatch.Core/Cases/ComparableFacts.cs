using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Cases;

/// <summary>The facts of one notice, in the form in which they can be laid beside those of another.</summary>
internal static class ComparableFacts
{
    private const string OnlyLot = "LOT-0000";

    /// <summary>
    /// The sheet of the notice with its lots, without what is reckoned from the rest. What belongs to a bid stands
    /// with its lot, for ids of bids are given anew in each notice; what belongs to the only lot has no subject, where <paramref name="single"/>.
    /// </summary>
    /// <param name="notice">The notice.</param>
    /// <param name="single">Whether both notices have one lot, so that its id does not matter.</param>
    /// <param name="several">Whether either notice has several bids, so that it matters whose price or share it is.</param>
    public static ILookup<ComparableKey, Fact> Of(CaseNotice notice, bool single, bool several)
    {
        var named = notice.Notice.Lots is [{ Id: null } only] ? notice with { Notice = notice.Notice with { Lots = [only with { Id = OnlyLot }] } } : notice;
        var lotOfBid = LotAward.Of([named]).SelectMany(award => award.Bids.Select(bid => (bid.Id, award.Lot)).Concat(award.Results.Select(result => (result.Id, award.Lot))))
            .Where(pair => pair.Id is not null).ToLookup(pair => pair.Id!, pair => pair.Lot, StringComparer.Ordinal);
        var bidderOfBid = named.Notice.Bids.Where(bid => bid.Id is not null).ToLookup(bid => bid.Id!, bid => PartyNames.Fold(NameOf(bid)), StringComparer.Ordinal);
        return FactSheet.Of([named]).Where(fact => fact.Derivation is null).Concat(named.Notice.Lots.Where(lot => lot.Id is not null).SelectMany(lot => OfLot(named, lot)))
            // The quantity of the procurement is that of its lots again.
            .Where(fact => fact is not { Name: FactNames.Quantity, Subject: null })
            .ToLookup(fact => KeyOf(fact, fact.Subject is { } subject && lotOfBid.Contains(subject) ? lotOfBid[subject].First() : fact.Subject, single, several && OfBidder.Contains(fact.Name) && fact.Subject is { } bid ? bidderOfBid[bid].FirstOrDefault() : null));
    }

    /// <summary>Who made a bid.</summary>
    public static string NameOf(Bid bid) => string.Join(" + ", bid.Bidders.Select(bidder => bidder.Name).OfType<string>());

    // Names tell bids of two notices apart, for their ids do not: 60 % and 40 % swapped are two changes.
    private static readonly HashSet<string> OfBidder = new([FactNames.BidValue, FactNames.Share], StringComparer.Ordinal);

    private static ComparableKey KeyOf(Fact fact, string? lot, bool single, string? bidder) =>
        new(fact.Name, lot is null ? null : single ? "" : lot, fact.Name == FactNames.Withheld ? fact.Unit : string.IsNullOrEmpty(bidder) ? null : bidder);

    private static IEnumerable<Fact> OfLot(CaseNotice notice, Lot lot)
    {
        yield return AwardFacts.Make(FactNames.Lot, lot.Id, FactKind.Text, lot.Title ?? lot.Id!, notice.Origin("BT-137", lot.Id));
        foreach (var code in lot.Cpv) yield return AwardFacts.Make(FactNames.Cpv, lot.Id, FactKind.Code, code, notice.Origin("BT-262", lot.Id), "cpv");
    }
}

/// <summary>What makes facts of two notices comparable.</summary>
/// <param name="Name">The name of the fact.</param>
/// <param name="Lot">The lot; empty for the only one; <see langword="null"/> for the procurement.</param>
/// <param name="Field">The withheld field, or whose bid it is.</param>
internal readonly record struct ComparableKey(string Name, string? Lot, string? Field);
