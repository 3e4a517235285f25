namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>
/// A limit or mean as a quotient that is divided only to be shown: a price exactly at a limit is judged exactly, also where the limit has no end as
/// a decimal.
/// </summary>
/// <param name="Over">The dividend.</param>
/// <param name="Under">The divisor, above 0.</param>
internal readonly record struct Fraction(decimal Over, decimal Under)
{
    public decimal Value => Over / Under;

    public static Fraction MeanOf(IReadOnlyCollection<decimal> figures) => new(figures.Sum(), figures.Count);

    public Fraction Times(decimal factor) => new(Over * factor, Under);

    /// <summary>So many per cent below.</summary>
    public Fraction LessPercent(decimal percent) => new(Over * (100 - percent), Under * 100);

    /// <summary>Whether a figure is below it.</summary>
    public bool IsAbove(decimal figure) => figure * Under < Over;

    /// <summary>Whether a price reaches it from above. Nothing is so many per cent below 0.</summary>
    public bool IsReachedBy(decimal price) => Over > 0 && price * Under <= Over;

    /// <summary>Whether a figure is above it.</summary>
    public bool IsBelow(decimal figure) => figure * Under > Over;
}
