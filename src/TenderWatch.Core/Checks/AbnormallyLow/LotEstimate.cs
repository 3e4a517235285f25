using TenderWatch.Core.Cases;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Checks.AbnormallyLow;

/// <summary>The buyer's estimate of a lot, net of VAT (BT-27).</summary>
internal sealed record LotEstimate(Money Value, FactOrigin Origin)
{
    /// <summary>
    /// The latest call's, else the outcome's: of the lot, or of the procurement where the lot is the only one. <see langword="null"/> where no
    /// usable one is stated.
    /// </summary>
    public static LotEstimate? Of(CaseFacts facts, LotAward award) => facts.Notices.Reverse()
        .OrderBy(notice => notice.Notice.Results.Count + notice.Notice.Bids.Count == 0 ? 0 : 1)
        .SelectMany(notice => In(notice, award))
        .FirstOrDefault();

    private static IEnumerable<LotEstimate> In(CaseNotice notice, LotAward award)
    {
        var candidates = new List<(Money? Money, string? At)>();
        candidates.AddRange(notice.Notice.Lots.Where(lot => lot.Id is not null && lot.Id == award.Lot).Select(lot => (lot.EstimatedValue, lot.Id)));
        candidates.AddRange(notice.Notice.Results.Where(result => result.Lot is not null && result.Lot == award.Lot).Select(result => (result.EstimatedValue, result.Id)));
        if (notice.Notice.Lots.Count == 1 && (award.Lot is null || notice.Notice.Lots[0].Id == award.Lot)) candidates.Add((notice.Notice.EstimatedValue, null));
        return candidates.Where(candidate => candidate.Money.CanReckon()).Select(candidate => new LotEstimate(candidate.Money!, notice.Origin("BT-27", candidate.At)));
    }
}
