namespace TenderWatch.Core.Screening.Indicators;

/// <summary>
/// Quantiles of type 8 of Hyndman and Fan (1996), the ones that Cardinal takes, and Tukey's fences on them. With the type of spreadsheets
/// the fences differ and other releases are flagged.
/// </summary>
/// <param name="values">The values; sorted here.</param>
internal sealed class Outliers(double[] values)
{
    private readonly double[] _sorted = Sorted(values);

    /// <summary>The first quartile; NaN when there are no values.</summary>
    public double Q1 => Quantile(0.25);

    /// <summary>The third quartile; NaN when there are no values.</summary>
    public double Q3 => Quantile(0.75);

    /// <summary>Q1 - 1.5 (Q3 - Q1), with one rounding.</summary>
    public double LowerFence => Math.FusedMultiplyAdd(Q3 - Q1, -1.5, Q1);

    /// <summary>Q3 + 1.5 (Q3 - Q1), with one rounding.</summary>
    public double UpperFence => Math.FusedMultiplyAdd(Q3 - Q1, 1.5, Q3);

    /// <summary>A percentile; NaN when there are no values, and above 100.</summary>
    public double Percentile(ulong percent) => Quantile(percent / 100.0);

    private static double[] Sorted(double[] values)
    {
        Array.Sort(values);
        return values;
    }

    // h = (n + 1/3) p + 1/3: the value at h, by linear interpolation.
    private double Quantile(double share)
    {
        if (share is < 0 or > 1 || _sorted.Length == 0) return double.NaN;
        var place = ((_sorted.Length + (1.0 / 3.0)) * share) + (1.0 / 3.0);
        var below = (int)place;
        if (below <= 0 || share == 0) return _sorted[0];
        if (below >= _sorted.Length || share == 1) return _sorted[^1];
        var (lower, upper) = (_sorted[below - 1], _sorted[below]);
        return lower + ((place - below) * (upper - lower));
    }
}
