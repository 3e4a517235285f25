using TenderWatch.Core.Bids;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Checks.AbnormallyLow;

/// <summary>The bids that people entered, as prices of their lots: all tenders at their tendered price, where notices have few of them and some as shares.</summary>
internal static class EnteredPrices
{
    /// <summary>The prices of every lot that bids were entered for, whether it is awarded or not.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="awards">The published outcomes.</param>
    public static IReadOnlyList<LotPrices> Of(CaseFacts facts, IReadOnlyList<LotAward> awards) => facts.Notices.Count == 0 ? [] :
    [
        .. facts.Bids.SelectMany(entered => entered.Bids.GroupBy(bid => bid.Lot, StringComparer.Ordinal)
            .Select(lot => Of(entered, [.. lot], awards.FirstOrDefault(award => award.Subject == lot.Key) ?? NotAwarded(facts, lot.Key)))),
    ];

    /// <summary>The estimate that stands with the bids; <see langword="null"/> where none does.</summary>
    public static LotEstimate? EstimateOf(LotPrices prices)
    {
        var said = prices.Entered?.Bids.FirstOrDefault(bid => bid.Lot == prices.Award.Subject && bid.Estimate is not null);
        return said is not null && Money.Of(said.Estimate!.Value, said.Currency) is var money && money.CanReckon() ? new LotEstimate(money, prices.Entered!.EstimateOrigin(said.Lot)) : null;
    }

    private static LotPrices Of(CaseBids entered, IReadOnlyList<SubmittedBid> bids, LotAward award)
    {
        var regular = bids.Where(bid => !bid.IsVariant).ToList();
        return new LotPrices
        {
            Award = award,
            Entered = entered,
            Currency = bids[0].Currency,
            Bids = [.. regular.Select(bid => Priced(bid, entered, award)).OrderBy(bid => bid.Amount).ThenBy(bid => bid.Id, StringComparer.Ordinal)],
            Unpriced = [],
            Variants = bids.Count - regular.Count,
        };
    }

    private static PricedBid Priced(SubmittedBid bid, CaseBids entered, LotAward award) =>
        new(bid.Id ?? "?", BidLabel.Of(bid), bid.Price, bid.Won ?? HasWon(bid, award), entered.Origin(bid)) { Quantity = bid.Quantity, UnitPrice = bid.UnitPrice };

    private static bool HasWon(SubmittedBid bid, LotAward award) => award.Bids.Any(published => published.Won && published.Bidders.Any(party => PartyNames.Same(party.Name, bid.Bidder)));

    private static LotAward NotAwarded(CaseFacts facts, string subject) => new(
        facts.Notices.LastOrDefault(notice => notice.Notice.Lots.Any(lot => lot.Id == subject)) ?? facts.Notices[^1], subject == LotAward.Whole ? null : subject, [], []);
}
