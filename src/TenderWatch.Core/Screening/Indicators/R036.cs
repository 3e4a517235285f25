using TenderWatch.Core.Screening.Reading;

namespace TenderWatch.Core.Screening.Indicators;

/// <summary>Lowest bid disqualified: the first of the lowest submitted bids was disqualified while a valid bid with an amount and an active award exist.</summary>
internal sealed class R036 : Indicator
{
    public override IndicatorCode Code => IndicatorCode.R036;

    public override Reason Take(Release release, ScreeningPart part)
    {
        if (!part.ComparesPrices) return Reason.PricesNotCompared;
        if (!release.HasAwards) return Reason.NoAwards;
        if (!HasActiveAward(release)) return Reason.NoActiveAward;
        var (lowest, disqualified, valid, priced) = (double.NaN, false, false, false);
        foreach (var bid in release.Bids)
        {
            if (!bid.IsSubmitted || !bid.IsPriced) continue;
            priced = true;
            if (!part.IsMainCurrency(bid.Currency, release)) continue;
            if (double.IsNaN(lowest) || bid.Amount < lowest) (lowest, disqualified) = (bid.Amount, bid.Status == BidStatus.Disqualified);
            valid |= bid.Status == BidStatus.Valid;
        }

        if (!priced) return Reason.NoPricedBids;
        if (double.IsNaN(lowest)) return Reason.OtherCurrency;
        if (!valid) return Reason.NoValidBids;
        if (disqualified) part.FlagRelease(Code, release, 1);
        return Reason.Assessed;
    }

    private static bool HasActiveAward(Release release)
    {
        foreach (var award in release.Awards)
        {
            if (award.Status == AwardStatus.Active) return true;
        }

        return false;
    }
}
