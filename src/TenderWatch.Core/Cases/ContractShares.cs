using System.Globalization;
using System.Text.RegularExpressions;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Cases;

/// <summary>
/// The shares of several winners in one lot, where the titles of their contracts (BT-721) state them: eForms has no field for it. Taken over only
/// if every winner has one beside its name and they add up to 100 %.
/// </summary>
internal static class ContractShares
{
    private const int QuotedAtMost = 300;

    private static readonly Regex Percentage = new(
        @"(?<share>\d{1,3}(?:[.,]\d{1,2})?)\s*(?:%|procent\b|percent\b)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>The shares of the winners of a lot; none where they are not all stated.</summary>
    public static IEnumerable<Fact> Of(LotAward award)
    {
        var winners = award.Bids.Where(bid => bid.Won).ToList();
        if (winners.Count < 2) return [];
        var shares = winners.Select(bid => OfWinner(award.Notice, bid)).OfType<(Fact Fact, decimal Share)>().ToList();
        return shares.Count == winners.Count && shares.Sum(share => share.Share) == 100 ? shares.Select(share => share.Fact) : [];
    }

    private static (Fact Fact, decimal Share)? OfWinner(CaseNotice notice, Bid bid)
    {
        var contracts = notice.Notice.Contracts.Where(contract => contract.Bids is [var only] && only == bid.Id).ToList();
        if (contracts is not [{ Title: { Length: <= QuotedAtMost } title, Id: var contract }]) return null;
        if (!bid.Bidders.Any(bidder => bidder.Name is { Length: > 0 } name && title.Contains(name, StringComparison.OrdinalIgnoreCase))) return null;
        var matches = Percentage.Matches(title);
        if (matches.Count != 1) return null;
        var share = decimal.Parse(matches[0].Groups["share"].Value.Replace(',', '.'), CultureInfo.InvariantCulture);
        if (share is <= 0 or >= 100) return null;
        var fact = new Fact
        {
            Name = FactNames.Share,
            Subject = bid.Id,
            Kind = FactKind.Percentage,
            Value = share.Plain(),
            Unit = "%",
            Origins = [notice.Origin("BT-721", contract, title)],
        };
        return (fact, share);
    }
}
