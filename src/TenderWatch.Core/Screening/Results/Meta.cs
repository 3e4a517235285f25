namespace TenderWatch.Core.Screening.Results;

/// <summary>Quartiles and fences that the results rest on, in the order in which they were found.</summary>
internal sealed class Meta
{
    private readonly List<(IndicatorCode Code, string Name, double Value)> _figures = [];

    public IReadOnlyList<(IndicatorCode Code, string Name, double Value)> Figures => _figures;

    /// <summary>Adds a figure, rounded to four decimals, halves away from zero.</summary>
    public void Add(IndicatorCode code, string name, double value) =>
        _figures.Add((code, name, Math.Round(value * 10_000, MidpointRounding.AwayFromZero) / 10_000));
}
