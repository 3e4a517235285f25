using TenderWatch.Core.Screening.Reading;
using TenderWatch.Core.Screening.Settings;

namespace TenderWatch.Core.Screening.Indicators;

/// <summary>Price close to the winning bid: the gap to the lowest other bid is a low outlier.</summary>
internal sealed class R024(GapSettings settings) : Indicator
{
    public override IndicatorCode Code => IndicatorCode.R024;

    public override Reason Take(Release release, ScreeningPart part) => part.GapReason;

    public override void Conclude(ScreeningPart all)
    {
        var gaps = all.Gaps!;
        var q1 = 1.0;
        if (settings.Fence is null)
        {
            q1 = gaps.Outliers.Q1;
            all.Meta.Add(Code, "q1", q1);
            all.Meta.Add(Code, "q3", gaps.Outliers.Q3);
        }

        var fence = settings.Fence ?? gaps.Outliers.LowerFence;
        all.Meta.Add(Code, "lower_fence", fence);
        // Gaps are not negative: a fence of 0 would flag every release whose two lowest bids are equal.
        if (!(q1 > 0 && fence > 0))
        {
            all.Explanation.Note(Code, gaps.All.Count == 0 ? Reason.NothingToCompareWith : Reason.FenceNotAboveZero);
            return;
        }

        foreach (var gap in gaps.All)
        {
            if (!(gap.Ratio <= fence)) continue;
            all.OcidFlags.Set(gap.Ocid, Code, gap.Ratio, gap.Line);
            all.FlagTenderer(Code, gap.Ocid, gap.Winner, 0);
            all.FlagTenderer(Code, gap.Ocid, gap.Next, 0);
        }
    }
}
