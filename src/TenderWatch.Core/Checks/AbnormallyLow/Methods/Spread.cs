namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>
/// Mean and deviations of figures. Deviations are taken in parts of the largest, so that squares neither overflow nor vanish, whatever the amounts.
/// </summary>
internal sealed class Spread
{
    private readonly IReadOnlyList<decimal> _parts;
    private readonly decimal _largest;

    private Spread(decimal mean, decimal largest, IReadOnlyList<decimal> parts) => (Mean, _largest, _parts) = (mean, largest, parts);

    public decimal Mean { get; }

    /// <summary>Whether all figures are equal.</summary>
    public bool IsNone => _largest == 0;

    public decimal PopulationDeviation => Deviation(_parts.Count);

    /// <summary>With n - 1; for at least two figures.</summary>
    public decimal SampleDeviation => Deviation(_parts.Count - 1);

    /// <summary>The places of the figures more than one population deviation below the mean: judged on squares, without a root.</summary>
    public IReadOnlyList<int> BelowOneDeviation
    {
        get
        {
            var squares = _parts.Sum(part => part * part);
            return Positions.Where(_parts, part => part < 0 && part * part * _parts.Count > squares);
        }
    }

    public static Spread Of(IReadOnlyList<decimal> figures)
    {
        // n times each deviation is exact; the mean itself need not be.
        var sum = figures.Sum();
        var deviations = figures.Select(figure => (figure * figures.Count) - sum).ToList();
        var largest = deviations.Max(Math.Abs);
        return new Spread(sum / figures.Count, largest / figures.Count, [.. deviations.Select(deviation => largest == 0 ? 0 : deviation / largest)]);
    }

    /// <summary>The sum of the standardised deviations to a power; for figures that are not all equal.</summary>
    public decimal SumOfPowers(int power)
    {
        var deviation = Root(_parts.Sum(part => part * part) / (_parts.Count - 1));
        return _parts.Sum(part => Power(part / deviation, power));
    }

    private decimal Deviation(int divisor) => IsNone ? 0 : _largest * Root(_parts.Sum(part => part * part) / divisor);

    private static decimal Power(decimal figure, int power) => power == 1 ? figure : figure * Power(figure, power - 1);

    /// <summary>The square root by Newton's method; of a figure above 0.</summary>
    public static decimal Root(decimal square)
    {
        var root = (decimal)Math.Sqrt((double)square);
        // A double has 15 digits; each step doubles them, and a decimal has 28.
        for (var step = 0; step < 3; step++) root = (root + (square / root)) / 2;
        return root;
    }
}
