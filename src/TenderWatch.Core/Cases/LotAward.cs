using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Cases;

/// <summary>What is published of the outcome of a lot: its results and its bids, from the latest notice that tells them.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Lot">The lot; <see langword="null"/> where the notice names none.</param>
/// <param name="Results">The results of the lot; several where each winner has one.</param>
/// <param name="Bids">The bids on the lot.</param>
public sealed record LotAward(CaseNotice Notice, string? Lot, IReadOnlyList<LotResult> Results, IReadOnlyList<Bid> Bids)
{
    /// <summary>The subject of an outcome that names no lot.</summary>
    public const string Whole = "procurement";

    /// <summary>The lot, or <see cref="Whole"/> where the notice names none.</summary>
    public string Subject => Lot ?? Whole;

    /// <summary>The outcome of every lot that has one, by lot. Lots of one purchase are often awarded in several notices.</summary>
    public static IReadOnlyList<LotAward> Of(IReadOnlyList<CaseNotice> notices)
    {
        var latest = new SortedDictionary<string, LotAward>(StringComparer.Ordinal);
        // A modification repeats only the bid it concerns: it counts where nothing better is known. The sort keeps the order of days.
        foreach (var notice in notices.OrderBy(notice => IsModification(notice.Notice) ? 0 : 1))
        {
            foreach (var award in In(notice)) latest[award.Lot ?? ""] = award;
        }

        return [.. latest.Values];
    }

    private static IEnumerable<LotAward> In(CaseNotice notice)
    {
        var lotOfBid = notice.Notice.Bids.Where(bid => bid.Id is not null && bid.Lot is not null).ToLookup(bid => bid.Id!, bid => bid.Lot);
        var only = notice.Notice.Lots is [{ Id: { } id }] ? id : null;
        var results = notice.Notice.Results
            .ToLookup(result => result.Lot ?? result.Bids.SelectMany(bid => lotOfBid[bid]).FirstOrDefault() ?? only ?? "", StringComparer.Ordinal);
        var lotOfResult = results.SelectMany(group => group.SelectMany(result => result.Bids.Select(bid => (bid, group.Key)))).ToLookup(pair => pair.bid, pair => pair.Key);
        var bids = notice.Notice.Bids
            .ToLookup(bid => bid.Lot ?? (bid.Id is null ? null : lotOfResult[bid.Id].FirstOrDefault()) ?? only ?? "", StringComparer.Ordinal);
        return results.Select(group => group.Key).Union(bids.Select(group => group.Key), StringComparer.Ordinal)
            .Select(lot => new LotAward(notice, lot.Length == 0 ? null : lot, [.. results[lot]], [.. bids[lot]]));
    }

    private static bool IsModification(Notice notice) => notice.FormType == "cont-modif" || notice.NoticeType == "can-modif";
}
