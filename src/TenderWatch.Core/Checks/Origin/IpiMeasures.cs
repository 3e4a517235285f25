namespace TenderWatch.Core.Checks.Origin;

/// <summary>A measure of the European Union under the International Procurement Instrument.</summary>
/// <param name="Act">The act, as BT-685 codes it: <c>32025R1197</c>.</param>
/// <param name="Title">The act as people cite it.</param>
/// <param name="Country">The country whose operators and goods it concerns.</param>
/// <param name="CpvFrom">The first CPV code.</param>
/// <param name="CpvTo">The last CPV code.</param>
/// <param name="From">From when it holds.</param>
/// <param name="MinimumValue">From which estimated value in euro it holds.</param>
/// <param name="Excludes">Whether it excludes; otherwise it adjusts scores.</param>
internal sealed record IpiMeasure(string Act, string Title, string Country, string CpvFrom, string CpvTo, DateOnly From, decimal MinimumValue, bool Excludes)
{
    /// <summary>The measures in force. One is known; a measure holds for five years and can be renewed (Regulation (EU) 2022/1031).</summary>
    public static IReadOnlyList<IpiMeasure> All { get; } =
        [new("32025R1197", "Regulation (EU) 2025/1197", "CHN", "33100000", "33199000", new DateOnly(2025, 6, 30), 5_000_000m, Excludes: true)];

    public bool Covers(string cpv) => string.CompareOrdinal(cpv, CpvFrom) >= 0 && string.CompareOrdinal(cpv, CpvTo) <= 0;
}
