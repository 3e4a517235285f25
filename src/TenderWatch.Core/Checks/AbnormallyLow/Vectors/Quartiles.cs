namespace TenderWatch.Core.Checks.AbnormallyLow.Vectors;

/// <summary>
/// Quartiles of type 8 of Hyndman and Fan (1996), as OCP Cardinal has them; another type flags other procurements. Exact: places are counted in twelfths.
/// </summary>
internal static class Quartiles
{
    public static (decimal First, decimal Third) Of(IReadOnlyList<decimal> figures)
    {
        var sorted = figures.Order().ToList();
        // h = (n + 1/3) p + 1/3, for p = 1/4 and p = 3/4.
        return (At(sorted, (3 * sorted.Count) + 5), At(sorted, (9 * sorted.Count) + 7));
    }

    private static decimal At(List<decimal> sorted, int twelfths)
    {
        var (place, rest) = (twelfths / 12, twelfths % 12);
        if (place < 1) return sorted[0];
        if (place >= sorted.Count) return sorted[^1];
        return sorted[place - 1] + ((sorted[place] - sorted[place - 1]) * rest / 12);
    }
}
