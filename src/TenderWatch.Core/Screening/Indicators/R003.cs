using TenderWatch.Core.Screening.Reading;
using TenderWatch.Core.Screening.Settings;

namespace TenderWatch.Core.Screening.Indicators;

/// <summary>Short submission period: fewer whole days than the threshold lie between start and end of /tender/tenderPeriod.</summary>
internal sealed class R003(PeriodSettings settings) : Indicator
{
    public override IndicatorCode Code => IndicatorCode.R003;

    public override Reason Take(Release release, ScreeningPart part)
    {
        if (!part.IsSelected(settings.Methods, release)) return Reason.MethodNotSelected;
        if (release.Tender.Start.IsAbsent || release.Tender.End.IsAbsent) return Reason.NoSubmissionPeriod;
        if (!Rfc3339.TryDays(release.Bytes(release.Tender.Start), release.Bytes(release.Tender.End), out var days)) return Reason.UnreadablePeriod;
        if (days < Threshold(release)) part.FlagRelease(Code, release, 1);
        return Reason.Assessed;
    }

    private long Threshold(Release release)
    {
        if (settings.ThresholdOf.Count > 0 && !release.Tender.MethodDetails.IsAbsent)
        {
            foreach (var (details, threshold) in settings.ThresholdOf)
            {
                if (release.Bytes(release.Tender.MethodDetails).SequenceEqual(details)) return threshold;
            }
        }

        return settings.Threshold;
    }
}
