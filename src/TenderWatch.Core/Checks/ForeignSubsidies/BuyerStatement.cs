using TenderWatch.Core.Cases;

namespace TenderWatch.Core.Checks.ForeignSubsidies;

/// <summary>What the buyer itself says about the regulation: whether it applies (BT-681, by lot), and what came of the filings (BT-682, by bid).</summary>
internal sealed record BuyerStatement(IReadOnlyList<LotStatement> Lots, IReadOnlyList<Conclusion> Conclusions)
{
    /// <summary>The latest statement of each lot and bid.</summary>
    public static BuyerStatement Of(IReadOnlyList<CaseNotice> notices)
    {
        var lots = new SortedDictionary<string, LotStatement>(StringComparer.Ordinal);
        foreach (var notice in notices)
        {
            foreach (var lot in notice.Notice.Lots.Where(lot => lot.Fsr is not null))
            {
                lots[lot.Id ?? ""] = new LotStatement(lot.Id, lot.Fsr!.Value, notice.Origin("BT-681", lot.Id));
            }
        }

        return new BuyerStatement(
            [.. lots.Values],
            [.. LotAward.Of(notices).SelectMany(award => award.Bids.Where(bid => bid.FsrConclusion is not null)
                .Select(bid => new Conclusion(award.Lot, bid.Id ?? "?", bid.FsrConclusion!, award.Notice.Origin("BT-682", bid.Id))))]);
    }

    /// <summary>The part about one lot.</summary>
    public BuyerStatement About(string lot) => new([.. Lots.Where(statement => statement.Lot == lot)], [.. Conclusions.Where(conclusion => conclusion.Lot == lot)]);

    /// <summary>Whether the buyer applies the regulation: it says so, or reports an outcome that only exists where it does.</summary>
    public bool Applies => Lots.Any(lot => lot.Applies) || Conclusions.Count > 0;

    /// <summary>Whether the buyer says that it does not apply the regulation, and nothing else.</summary>
    public bool Denies => !Applies && Lots.Count > 0;
}

/// <summary>BT-681 of a lot.</summary>
internal sealed record LotStatement(string? Lot, bool Applies, FactOrigin Origin);

/// <summary>BT-682 of a bid.</summary>
internal sealed record Conclusion(string? Lot, string Bid, string Code, FactOrigin Origin);
