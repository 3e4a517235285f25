using TenderWatch.Core.Bids;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Retention;

/// <summary>Whose confidential documents are: of those alone who won, or of others too. It is read by the program and shown to nobody.</summary>
internal sealed class CaseTenders
{
    private readonly Dictionary<Digest, bool> _ofWinners = [];
    private readonly HashSet<string> _winningTenders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _losingTenders = new(StringComparer.Ordinal);

    /// <summary>Takes in the confidential facts of an episode.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="outcomes">The outcome of each lot by the latest public facts.</param>
    public void Add(CaseFacts facts, IReadOnlyList<LotAward> outcomes)
    {
        Party[] winners = [.. outcomes.SelectMany(outcome => outcome.Bids).Where(bid => bid.Won).SelectMany(bid => bid.Bidders)];
        string[] winningBids = [.. outcomes.SelectMany(outcome => outcome.Bids).Where(bid => bid.Won).Select(bid => bid.Id).OfType<string>()];
        bool Won(SubmittedBid bid) => bid.Won ?? winners.Any(winner => PartyNames.Same(winner.Name, bid.Bidder));
        var entered = facts.Bids.SelectMany(bids => bids.Bids).ToList();
        foreach (var bids in facts.Bids)
        {
            // A file of all bids is one of those who lost as well: its bytes cannot be parted.
            _ofWinners[bids.Reference.Sha256] = _ofWinners[bids.Reference.Table] = bids.Bids.Count > 0 && bids.Bids.All(Won);
            foreach (var bid in bids.Bids.Where(bid => bid.Id is not null)) (Won(bid) ? _winningTenders : _losingTenders).Add($"{bid.Lot}|{bid.Id}");
        }

        foreach (var filing in facts.Filings)
        {
            foreach (var origin in filing.Origins)
            {
                _ofWinners[origin.Document] = winningBids.Contains(filing.Bidder, StringComparer.Ordinal)
                    || winners.Any(winner => PartyNames.Same(winner.Name, filing.Bidder) || winner.Ids.Contains(filing.Bidder, StringComparer.Ordinal))
                    || entered.Any(bid => (bid.Id == filing.Bidder || PartyNames.Same(bid.Bidder, filing.Bidder)) && Won(bid));
            }
        }
    }

    /// <summary>Takes in what is published of the tenders.</summary>
    public void Add(IReadOnlyList<LotAward> outcomes)
    {
        foreach (var (outcome, bid) in outcomes.SelectMany(outcome => outcome.Bids.Where(bid => bid.Id is not null).Select(bid => (outcome, bid))))
            (bid.Won ? _winningTenders : _losingTenders).Add($"{outcome.Subject}|{bid.Id}");
    }

    /// <summary>The class of confidential evidence. What is not known to have data of those who lost is kept as long as the file.</summary>
    public RetentionClass ClassOf(NamedEvidence named) => named.Use switch
    {
        EvidenceUse.Bids or EvidenceUse.Filing => Known(named.Sha256) is false ? RetentionClass.NotAwarded : RetentionClass.Awarded,
        EvidenceUse.Explanation when named.Tender is { } tender => _losingTenders.Contains(tender) && !_winningTenders.Contains(tender) ? RetentionClass.NotAwarded : RetentionClass.Awarded,
        _ => RetentionClass.Awarded,
    };

    /// <summary>Whether nothing that was entered is known to be of others than those who won.</summary>
    public bool OnlyWinners => _ofWinners.Count > 0 && _ofWinners.Values.All(own => own);

    private bool? Known(Digest sha256) => _ofWinners.TryGetValue(sha256, out var own) ? own : null;
}
