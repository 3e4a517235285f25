using TenderWatch.Core.Checks.AbnormallyLow.Methods;

namespace TenderWatch.Core.Checks.AbnormallyLow;

/// <summary>
/// How the prices of a lot are spread, in figures of research (Imhof 2017; Huber and Imhof 2019; Wallimann and others 2022). Context for a reader of the
/// prices; none of them says anything about a single bid, and none is a ground for a question. Undefined is absent. Page: <c>docs/checks/alt-screens.md</c>.
/// </summary>
public sealed record Screens
{
    /// <summary>How many prices.</summary>
    public required int Count { get; init; }

    /// <summary>Their mean.</summary>
    public decimal? Mean { get; init; }

    /// <summary>Their sample standard deviation, from two prices on.</summary>
    public decimal? Deviation { get; init; }

    /// <summary>CV: deviation over mean.</summary>
    public decimal? Variation { get; init; }

    /// <summary>SPD: the highest less the lowest, over the lowest.</summary>
    public decimal? Spread { get; init; }

    /// <summary>DIFFP: the second less the lowest, over the lowest.</summary>
    public decimal? Difference { get; init; }

    /// <summary>RD: the second less the lowest, over the sample deviation of all but the lowest; from three prices on.</summary>
    public decimal? RelativeDistance { get; init; }

    /// <summary>RDNOR: the second less the lowest, over the mean distance between neighbours; from three prices on.</summary>
    public decimal? NormalisedDistance { get; init; }

    /// <summary>RDALT: the second less the lowest, over the mean distance between neighbours above; from three prices on.</summary>
    public decimal? AlternativeDistance { get; init; }

    /// <summary>Skewness with the correction for samples; from three prices on.</summary>
    public decimal? Skewness { get; init; }

    /// <summary>Excess kurtosis with the correction for samples; from four prices on.</summary>
    public decimal? Kurtosis { get; init; }

    /// <summary>The figures by their names in research; those that are not defined are left out.</summary>
    public IEnumerable<MethodFigure.Number> Figures =>
        new (string Name, decimal? Value)[]
        {
            ("n", Count), ("mean", Mean), ("sd", Deviation), ("cv", Variation), ("spd", Spread), ("diffp", Difference), ("skew", Skewness),
            ("rd", RelativeDistance), ("rdnor", NormalisedDistance), ("rdalt", AlternativeDistance), ("kurt", Kurtosis),
        }.Where(figure => figure.Value is not null).Select(figure => new MethodFigure.Number(figure.Name, figure.Value!.Value));

    /// <summary>The figures of prices, in any order.</summary>
    public static Screens Of(IReadOnlyList<decimal> prices)
    {
        if (prices.Count == 0) return new Screens { Count = 0 };
        var sorted = prices.Order().ToList();
        var all = Methods.Spread.Of(sorted);
        var screens = new Screens { Count = sorted.Count, Mean = all.Mean };
        if (sorted.Count < 2) return screens;
        var (lowest, gap, range) = (sorted[0], sorted[1] - sorted[0], sorted[^1] - sorted[0]);
        screens = screens with
        {
            Deviation = all.SampleDeviation,
            Variation = all.Mean > 0 ? all.SampleDeviation / all.Mean : null,
            Spread = lowest > 0 ? range / lowest : null,
            Difference = lowest > 0 ? gap / lowest : null,
        };
        return sorted.Count < 3 ? screens : screens.WithDistances(sorted, gap, range).WithShape(all);
    }

    private Screens WithDistances(List<decimal> sorted, decimal gap, decimal range)
    {
        var others = Methods.Spread.Of(sorted[1..]);
        var above = sorted[^1] - sorted[1];
        return this with
        {
            RelativeDistance = others.IsNone ? null : gap / others.SampleDeviation,
            NormalisedDistance = range == 0 ? null : gap * (Count - 1) / range,
            AlternativeDistance = above == 0 ? null : gap * (Count - 2) / above,
        };
    }

    private Screens WithShape(Methods.Spread all)
    {
        if (all.IsNone) return this;
        decimal n = Count;
        return this with
        {
            Skewness = n / ((n - 1) * (n - 2)) * all.SumOfPowers(3),
            Kurtosis = n < 4 ? null : (n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * all.SumOfPowers(4)) - (3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3))),
        };
    }
}
