using TenderWatch.Core.Screening.Reading;
using TenderWatch.Core.Screening.Settings;

namespace TenderWatch.Core.Screening.Indicators;

/// <summary>Heavily discounted bid: the gap to the lowest other bid is a high outlier.</summary>
internal sealed class R058(GapSettings settings) : Indicator
{
    public override IndicatorCode Code => IndicatorCode.R058;

    public override Reason Take(Release release, ScreeningPart part) => part.GapReason;

    public override void Conclude(ScreeningPart all)
    {
        var gaps = all.Gaps!;
        if (settings.Fence is null)
        {
            all.Meta.Add(Code, "q1", gaps.Outliers.Q1);
            all.Meta.Add(Code, "q3", gaps.Outliers.Q3);
        }

        var fence = settings.Fence ?? gaps.Outliers.UpperFence;
        all.Meta.Add(Code, "upper_fence", fence);
        if (!(fence > 0))
        {
            all.Explanation.Note(Code, gaps.All.Count == 0 ? Reason.NothingToCompareWith : Reason.FenceNotAboveZero);
            return;
        }

        foreach (var gap in gaps.All)
        {
            if (!(gap.Ratio >= fence)) continue;
            all.OcidFlags.Set(gap.Ocid, Code, gap.Ratio, gap.Line);
            all.FlagTenderer(Code, gap.Ocid, gap.Winner, 0);
        }
    }
}
