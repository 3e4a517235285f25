using TenderWatch.Core.Screening.Reading;
using TenderWatch.Core.Screening.Settings;

namespace TenderWatch.Core.Screening.Indicators;

/// <summary>Excessive unsuccessful bids: a tenderer that bids often and wins seldom, counted once in each contracting process.</summary>
internal sealed class R025(UnsuccessfulSettings settings) : Indicator
{
    private readonly Fractions _won = new();
    private readonly IdSet _seen = new();

    public override IndicatorCode Code => IndicatorCode.R025;

    public override Reason Take(Release release, ScreeningPart part)
    {
        if (Final.SingleSupplier(release, out var supplier) is var reason and not Reason.Assessed) return reason;
        _seen.Clear();
        foreach (var bid in release.Bids)
        {
            var tenderer = bid.Status == BidStatus.Valid ? Final.SingleTenderer(release, bid) : -1;
            if (tenderer >= 0 && _seen.Add(tenderer)) _won.Add(tenderer, tenderer == supplier ? 1 : 0, 1);
        }

        return _seen.Count == 0 ? Reason.NoValidBids : Reason.Assessed;
    }

    public override void Merge(Indicator other, int[] texts) => _won.Merge(((R025)other)._won, texts);

    public override void Conclude(ScreeningPart all)
    {
        var counted = _won.Counted().ToArray();
        var top = new Outliers([.. counted.Select(one => (double)one.Fraction.Whole)]).Percentile(settings.Percentile);
        var (q1, fence) = (1.0, settings.Fence ?? 0);
        if (settings.Fence is null)
        {
            var ratios = new Outliers([.. counted.Select(one => one.Fraction.Ratio)]);
            (q1, fence) = (ratios.Q1, ratios.LowerFence);
            all.Meta.Add(Code, "q1", q1);
            all.Meta.Add(Code, "q3", ratios.Q3);
        }

        all.Meta.Add(Code, "upper_fence", top);
        all.Meta.Add(Code, "lower_fence", fence);
        // Where a quarter of the tenderers has never won, a fence from the data would flag most of the top tenderers.
        if (!(q1 > 0 && fence > 0)) all.Explanation.Note(Code, counted.Length == 0 ? Reason.NothingToCompareWith : Reason.FenceNotAboveZero);
        foreach (var (tenderer, won) in counted)
        {
            if (!(won.Whole >= top)) all.Explanation.Note(Code, Results.Group.Tenderer, tenderer, Reason.TooFew);
            else if (q1 > 0 && fence > 0 && won.Ratio <= fence) all.TendererFlags.Set(tenderer, Code, won.Ratio, 0);
        }
    }
}
