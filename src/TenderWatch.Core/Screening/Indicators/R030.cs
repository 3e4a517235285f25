using TenderWatch.Core.Screening.Reading;

namespace TenderWatch.Core.Screening.Indicators;

/// <summary>
/// Late bid won: a valid bid of a supplier carries a date after the end of /tender/tenderPeriod. Dates are compared as texts, as Cardinal does; data in
/// which offsets differ has to be brought to one offset first.
/// </summary>
internal sealed class R030 : Indicator
{
    private readonly IdSet _suppliers = new();

    public override IndicatorCode Code => IndicatorCode.R030;

    public override Reason Take(Release release, ScreeningPart part)
    {
        if (release.Tender.End.IsAbsent) return Reason.NoSubmissionPeriod;
        if (!release.HasAwards) return Reason.NoAwards;
        if (!release.HasBids) return Reason.NoBids;
        _suppliers.Clear();
        foreach (var award in release.Awards)
        {
            if (award.Status != AwardStatus.Active) continue;
            foreach (var supplier in release.Organisations(award.Suppliers))
            {
                if (supplier >= 0) _suppliers.Add(supplier);
            }
        }

        if (_suppliers.Count == 0) return Reason.NoActiveAward;
        return TakeBids(release, part) ? Reason.Assessed : Reason.NoBidDates;
    }

    private bool TakeBids(Release release, ScreeningPart part)
    {
        var end = release.Bytes(release.Tender.End);
        var dated = false;
        foreach (var bid in release.Bids)
        {
            if (bid.Status != BidStatus.Valid || bid.Date.IsAbsent || bid.Tenderers.IsAbsent) continue;
            dated = true;
            if (release.Bytes(bid.Date).SequenceCompareTo(end) <= 0) continue;
            foreach (var tenderer in release.Organisations(bid.Tenderers))
            {
                if (tenderer < 0 || !_suppliers.Contains(tenderer)) continue;
                part.FlagRelease(Code, release, 1);
                part.FlagTenderer(Code, part.OcidOf(release), tenderer, 1);
            }
        }

        return dated;
    }
}
