using TenderWatch.Core.Bids;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Checks.ForeignSubsidies.Filings;

/// <summary>A tenderer with its bid, where a notice has it, and with what was recorded of its filings.</summary>
/// <param name="Subject">The id of the bid, or what the record calls the tenderer.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Award">The outcome of its lot.</param>
/// <param name="Bid">Its bid.</param>
/// <param name="Filings">Its filings, the latest of each stage.</param>
internal sealed record FsrBidder(string Subject, string Label, LotAward? Award, Bid? Bid, IReadOnlyList<FsrFiling> Filings)
{
    /// <summary>The tenderers that notices, entered bids or records name, in the order of their bids.</summary>
    public static IReadOnlyList<FsrBidder> Of(CaseFacts facts)
    {
        var left = facts.Filings.ToList();
        var bidders = new List<FsrBidder>();
        var entered = facts.Bids.SelectMany(set => set.Bids).ToLookup(bid => PartyNames.Fold(bid.Bidder), StringComparer.Ordinal);
        foreach (var award in LotAward.Of(facts.Notices))
        {
            foreach (var bid in award.Bids.OrderBy(bid => bid.Id, StringComparer.Ordinal))
            {
                var own = facts.Filings.Where(filing => IsOf(filing, bid) || bid.Bidders.Any(party => party.Name is { } name && IsOf(filing, entered[PartyNames.Fold(name)]))).ToList();
                left.RemoveAll(own.Contains);
                bidders.Add(new(bid.Id ?? award.Subject, BidLabel.Of(bid), award, bid, Latest(own)));
            }
        }

        // Before an award, and beside it those that did not win: whoever tendered owes a filing.
        foreach (var tenderer in entered)
        {
            var name = tenderer.First().Bidder;
            if (bidders.Any(bidder => bidder.Bid?.Bidders.Any(party => PartyNames.Same(party.Name, name)) == true)) continue;
            var own = left.Where(filing => IsOf(filing, tenderer) || PartyNames.Same(filing.Bidder, name)).ToList();
            left.RemoveAll(own.Contains);
            bidders.Add(new(name, name, null, null, Latest(own)));
        }

        return
        [
            .. bidders,
            .. left.GroupBy(filing => filing.Bidder, StringComparer.OrdinalIgnoreCase).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new FsrBidder(group.First().Bidder, group.First().Bidder, null, null, Latest(group))),
        ];
    }

    /// <summary>The filing of a stage.</summary>
    public FsrFiling? Filing(FilingStage stage) => Filings.FirstOrDefault(filing => filing.Stage == stage);

    /// <summary>The contracts that its bid led to.</summary>
    public IEnumerable<Contract> Contracts => Award?.Notice.Notice.Contracts.Where(contract => Bid?.Id is { } id && contract.Bids.Contains(id, StringComparer.Ordinal)) ?? [];

    private static IReadOnlyList<FsrFiling> Latest(IEnumerable<FsrFiling> filings) => [.. filings.GroupBy(filing => filing.Stage).OrderBy(group => group.Key).Select(group => group.Last())];

    private static bool IsOf(FsrFiling filing, Bid bid) =>
        filing.Bidder.Equals(bid.Id, StringComparison.Ordinal)
        || bid.Bidders.Any(party => party.Ids.Contains(filing.Bidder, StringComparer.Ordinal) || PartyNames.Same(filing.Bidder, party.Name));

    // A tenderer has a bid on each lot, and a filing may be recorded by any of them.
    private static bool IsOf(FsrFiling filing, IEnumerable<SubmittedBid> bids) => bids.Any(bid => bid.Id == filing.Bidder);
}
