using TenderWatch.Core.Screening.Reading;

namespace TenderWatch.Core.Screening.Indicators;

/// <summary>One release's gap.</summary>
/// <param name="Ocid">The number of its ocid.</param>
/// <param name="Line">Its line.</param>
/// <param name="Ratio">(lowest other bid - winning bid) / winning bid; infinite when the winning bid is 0.</param>
/// <param name="Winner">Who won.</param>
/// <param name="Next">Who submitted the lowest of the other bids.</param>
internal readonly record struct BidGap(int Ocid, long Line, double Ratio, int Winner, int Next);

/// <summary>
/// How far the lowest of the other valid bids lies above the winning one, which R024 and R058 look at. Only where one award went to one
/// supplier whose bid is the lowest: else other criteria than price have decided.
/// </summary>
internal sealed class BidGaps
{
    private readonly List<BidGap> _gaps = [];
    private int[] _placeOf = new int[256];
    private Outliers? _outliers;

    public IReadOnlyList<BidGap> All => _gaps;

    /// <summary>Of all gaps, once they are complete.</summary>
    public Outliers Outliers => _outliers ??= new Outliers([.. _gaps.Select(gap => gap.Ratio)]);

    public Reason Take(Release release, ScreeningPart part)
    {
        if (!part.ComparesPrices) return Reason.PricesNotCompared;
        if (Final.SingleSupplier(release, out var supplier) is var reason and not Reason.Assessed) return reason;
        var (winning, lowest, next, priced, inCurrency) = (double.NaN, double.NaN, -1, false, false);
        foreach (var bid in release.Bids)
        {
            var tenderer = bid is { Status: BidStatus.Valid, IsPriced: true } ? Final.SingleTenderer(release, bid) : -1;
            if (tenderer < 0) continue;
            priced = true;
            if (!part.IsMainCurrency(bid.Currency, release)) continue;
            inCurrency = true;
            // Of several bids of the winner the lowest is taken for the one that won.
            if (tenderer == supplier) winning = double.IsNaN(winning) || bid.Amount < winning ? bid.Amount : winning;
            else if (next < 0 || bid.Amount < lowest) (lowest, next) = (bid.Amount, tenderer);
        }

        if (!priced) return Reason.NoPricedBids;
        if (!inCurrency) return Reason.OtherCurrency;
        if (double.IsNaN(winning)) return Reason.NoBidOfWinner;
        if (next < 0) return Reason.NoOtherBid;
        if (lowest < winning) return Reason.WinnerNotLowest;
        var ratio = (lowest - winning) / winning;
        // 0 / 0: no gap can be told. Above a winning bid of 0 the gap is infinite, which counts as a value in the quartiles, as it does in Cardinal.
        if (double.IsNaN(ratio)) return Reason.WinnerPriceZero;
        Set(new BidGap(part.OcidOf(release), release.Line, ratio, supplier, next));
        return Reason.Assessed;
    }

    public void Merge(BidGaps other, int[] texts, int[] ocids)
    {
        foreach (var gap in other._gaps) Set(gap with { Ocid = ocids[gap.Ocid], Winner = texts[gap.Winner], Next = texts[gap.Next] });
    }

    private void Set(BidGap gap)
    {
        if (gap.Ocid >= _placeOf.Length) Array.Resize(ref _placeOf, Math.Max(gap.Ocid + 1, _placeOf.Length * 2));
        ref var place = ref _placeOf[gap.Ocid];
        if (place == 0)
        {
            _gaps.Add(gap);
            place = _gaps.Count;
        }
        else if (gap.Line > _gaps[place - 1].Line)
        {
            _gaps[place - 1] = gap;
        }
    }
}
