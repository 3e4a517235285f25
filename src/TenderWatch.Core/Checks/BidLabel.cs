using TenderWatch.Core.Bids;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Checks;

/// <summary>What a bid is called in a sentence: who made it, and its id in the notice. <c>Voorbeeld B.V. (TEN-0001)</c>.</summary>
internal static class BidLabel
{
    private const int LongestName = 80;

    public static string Of(Bid bid)
    {
        var id = bid.Id ?? "?";
        var names = bid.Bidders.Select(bidder => bidder.Name).OfType<string>().ToList();
        if (names.Count == 0) return id;
        return Of(string.Join(" + ", names), id);
    }

    /// <summary>A bid that a person entered.</summary>
    public static string Of(SubmittedBid bid) => Of(bid.Bidder, bid.Id ?? "?");

    private static string Of(string name, string id) => $"{(name.Length <= LongestName ? name : name[..LongestName].TrimEnd() + "…")} ({id})";
}
