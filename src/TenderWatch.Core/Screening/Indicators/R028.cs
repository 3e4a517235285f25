using TenderWatch.Core.Screening.Reading;

namespace TenderWatch.Core.Screening.Indicators;

/// <summary>Identical bid prices: bids of different tenderers state the same amount in the same currency.</summary>
internal sealed class R028 : Indicator
{
    // A table that a hostile line has blown up would be slow to empty for every release after it.
    private const int KeptPrices = 1024;

    private readonly IdSet _tenderers = new();
    private Dictionary<(double Amount, int Currency), Slice> _lastAtPrice = [];

    public override IndicatorCode Code => IndicatorCode.R028;

    public override Reason Take(Release release, ScreeningPart part)
    {
        if (!part.ComparesPrices) return Reason.PricesNotCompared;
        if (!release.HasBids) return Reason.NoBids;
        if (_lastAtPrice.Count > KeptPrices) _lastAtPrice = [];
        _lastAtPrice.Clear();
        foreach (var bid in release.Bids)
        {
            if (!bid.IsSubmitted || !bid.IsPriced || !HasTenderer(release.Organisations(bid.Tenderers))) continue;
            var price = (bid.Amount, bid.Currency);
            // A tenderer may submit several bids with the same price.
            if (_lastAtPrice.TryGetValue(price, out var other) && !AreSame(release.Organisations(bid.Tenderers), release.Organisations(other)))
            {
                part.FlagRelease(Code, release, 1);
                Flag(release, part, bid.Tenderers);
                Flag(release, part, other);
            }

            _lastAtPrice[price] = bid.Tenderers;
        }

        return _lastAtPrice.Count == 0 ? Reason.NoPricedBids : Reason.Assessed;
    }

    private static bool HasTenderer(ReadOnlySpan<int> tenderers) => tenderers.ContainsAnyExcept(-1);

    private bool AreSame(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        if (one.SequenceEqual(other)) return true;
        _tenderers.Clear();
        foreach (var id in one)
        {
            if (id >= 0) _tenderers.Add(id);
        }

        var different = _tenderers.Count;
        foreach (var id in other)
        {
            if (id >= 0 && !_tenderers.Contains(id)) return false;
        }

        _tenderers.Clear();
        foreach (var id in other)
        {
            if (id >= 0) _tenderers.Add(id);
        }

        return _tenderers.Count == different;
    }

    private void Flag(Release release, ScreeningPart part, Slice tenderers)
    {
        foreach (var id in release.Organisations(tenderers))
        {
            if (id >= 0) part.FlagTenderer(Code, part.OcidOf(release), id, 1);
        }
    }
}
