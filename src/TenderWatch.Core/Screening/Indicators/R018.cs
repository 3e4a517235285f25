using TenderWatch.Core.Screening.Reading;
using TenderWatch.Core.Screening.Settings;

namespace TenderWatch.Core.Screening.Indicators;

/// <summary>Single bid received: /tender/numberOfTenderers is 1 in a procedure that is meant to bring competition.</summary>
internal sealed class R018(SingleBidSettings settings) : Indicator
{
    public override IndicatorCode Code => IndicatorCode.R018;

    public override Reason Take(Release release, ScreeningPart part)
    {
        if (!part.IsSelected(settings.Methods, release)) return Reason.MethodNotSelected;
        if (!release.Tender.HasTendererCount) return Reason.NoNumberOfTenderers;
        if (release.Tender.HasOneTenderer) part.FlagRelease(Code, release, 1);
        return Reason.Assessed;
    }
}
