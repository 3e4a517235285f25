using TenderWatch.Core.Screening.Reading;
using TenderWatch.Core.Screening.Results;
using TenderWatch.Core.Screening.Settings;

namespace TenderWatch.Core.Screening.Indicators;

/// <summary>Excessive disqualified bids: the share of submitted bids that was disqualified is a high outlier, by buyer, procuring entity and tenderer.</summary>
internal sealed class R038(DisqualificationSettings settings) : Indicator
{
    private readonly Fractions _byBuyer = new();
    private readonly Fractions _byEntity = new();
    private readonly Fractions _byTenderer = new();

    public override IndicatorCode Code => IndicatorCode.R038;

    public override Reason Take(Release release, ScreeningPart part)
    {
        var (disqualified, submitted) = (0, 0);
        foreach (var bid in release.Bids)
        {
            if (!bid.IsSubmitted) continue;
            var increment = bid.Status == BidStatus.Disqualified ? 1 : 0;
            submitted++;
            disqualified += increment;
            foreach (var tenderer in release.Organisations(bid.Tenderers))
            {
                if (tenderer >= 0) _byTenderer.Add(tenderer, increment, 1);
            }
        }

        if (submitted == 0) return Reason.NoBids;
        if (release.Buyer >= 0) _byBuyer.Add(release.Buyer, disqualified, submitted);
        if (release.Tender.ProcuringEntity >= 0) _byEntity.Add(release.Tender.ProcuringEntity, disqualified, submitted);
        if (disqualified > 0) part.Maps?.AddDisqualified(part.OcidOf(release), release);
        return Reason.Assessed;
    }

    public override void Merge(Indicator other, int[] texts)
    {
        var that = (R038)other;
        _byBuyer.Merge(that._byBuyer, texts);
        _byEntity.Merge(that._byEntity, texts);
        _byTenderer.Merge(that._byTenderer, texts);
    }

    public override void Conclude(ScreeningPart all)
    {
        Conclude(all, _byBuyer, Group.Buyer, settings.MinimumOfBuyer, all.BuyerFlags);
        Conclude(all, _byEntity, Group.ProcuringEntity, settings.MinimumOfBuyer, all.EntityFlags);
        Conclude(all, _byTenderer, Group.Tenderer, settings.MinimumOfTenderer, all.TendererFlags);
    }

    private void Conclude(ScreeningPart all, Fractions fractions, Group group, ulong minimum, Flags flags)
    {
        var enough = fractions.Counted().ToLookup(one => (ulong)one.Fraction.Whole >= minimum);
        foreach (var (id, _) in enough[false]) all.Explanation.Note(Code, group, id, Reason.TooFew);
        var counted = enough[true].ToArray();
        if (counted.Length == 0) return;
        var fence = settings.Fence ?? 0;
        if (settings.Fence is null)
        {
            var ratios = new Outliers([.. counted.Select(one => one.Fraction.Ratio)]);
            fence = ratios.UpperFence;
            all.Meta.Add(Code, $"{group}_q1", ratios.Q1);
            all.Meta.Add(Code, $"{group}_q3", ratios.Q3);
        }

        all.Meta.Add(Code, $"{group}_upper_fence", fence);
        foreach (var (id, fraction) in counted)
        {
            // Where three quarters have no disqualified bid, a fence of 0 would flag them all.
            if (!(fence > 0)) all.Explanation.Note(Code, group, id, Reason.FenceNotAboveZero);
            else if (fraction.Ratio >= fence) flags.Set(id, Code, fraction.Ratio, 0);
        }
    }
}
