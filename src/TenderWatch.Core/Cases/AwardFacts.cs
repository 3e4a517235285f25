using System.Globalization;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Cases;

/// <summary>The facts of the outcome of a lot: result, tenders received, bidders, prices, shares, dates.</summary>
internal static class AwardFacts
{
    /// <summary>The facts, in the order in which people read them.</summary>
    public static IEnumerable<Fact> Of(LotAward award) =>
    [
        .. award.Results.SelectMany(result => OfResult(award, result)),
        .. award.Bids.SelectMany(bid => OfBid(award.Notice, bid)),
        .. ContractShares.Of(award),
    ];

    private static IEnumerable<Fact> OfResult(LotAward award, LotResult result)
    {
        if (result.Status is { } status)
        {
            yield return Make(FactNames.Result, award.Lot, FactKind.Code, status, award.Notice.Origin("BT-142", result.Id), "winner-selection-status");
        }

        if (result.Submissions.TryGet("tenders", out var count))
        {
            yield return Make(FactNames.TendersReceived, award.Lot, count is null ? FactKind.Withheld : FactKind.Number, count?.Plain() ?? "", award.Notice.Origin("BT-759", result.Id));
        }
    }

    private static IEnumerable<Fact> OfBid(CaseNotice notice, Bid bid)
    {
        foreach (var bidder in bid.Bidders)
        {
            if (bidder.Name is { } name) yield return Make(bid.Won ? FactNames.Winner : FactNames.Bidder, bid.Id, FactKind.Text, name, notice.Origin("BT-500", bid.Id));
            if (bid.Won && bidder.Country is { } country) yield return Make(FactNames.WinnerCountry, bid.Id, FactKind.Code, country, notice.Origin("BT-514", bid.Id), "country");
        }

        if (bid.Value is { } value) yield return Fact.Of(FactNames.BidValue, bid.Id, value, notice.Origin("BT-720", bid.Id));
        foreach (var contract in notice.Notice.Contracts.Where(contract => bid.Id is not null && contract.Bids.Contains(bid.Id, StringComparer.Ordinal)))
        {
            if (contract.Decided is { } decided) yield return Make(FactNames.Decided, bid.Id, FactKind.Date, Iso(decided), notice.Origin("BT-1451", contract.Id));
            if (contract.Concluded is { } concluded) yield return Make(FactNames.Concluded, bid.Id, FactKind.Date, Iso(concluded), notice.Origin("BT-145", contract.Id));
        }
    }

    /// <summary>A fact with one origin.</summary>
    public static Fact Make(string name, string? subject, FactKind kind, string value, FactOrigin origin, string? unit = null) =>
        new() { Name = name, Subject = subject, Kind = kind, Value = value, Unit = unit, Origins = [origin] };

    /// <summary>A date as a fact has it.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
