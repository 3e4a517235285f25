namespace TenderWatch.Core.Screening.Settings;

/// <summary>What is screened for, and how: the settings of Cardinal. An indicator without settings is off.</summary>
public sealed record ScreeningSettings
{
    /// <summary>All eleven indicators with their defaults.</summary>
    public static ScreeningSettings Default { get; } = SettingsReader.Read("""
        [R003]
        [R018]
        [R024]
        [R025]
        [R028]
        [R030]
        [R035]
        [R036]
        [R038]
        [R048]
        [R058]
        """).Settings!;

    /// <summary>The main currency; the first one observed when null.</summary>
    public string? Currency { get; init; }

    /// <summary>Whether differing currencies are no warning.</summary>
    public bool CurrencyMismatchIsInformation { get; init; }

    /// <summary>Whether any indicator is on.</summary>
    public bool HasIndicators => R003 is not null || R018 is not null || R024 is not null || R025 is not null || R028 || R030
        || R035 is not null || R036 || R038 is not null || R048 is not null || R058 is not null;

    internal TextSet NoPriceComparison { get; init; } = TextSet.Empty;

    internal TextSet PriceComparison { get; init; } = TextSet.Empty;

    internal TextSet ExcludedDetails { get; init; } = TextSet.Empty;

    internal PeriodSettings? R003 { get; init; }

    internal SingleBidSettings? R018 { get; init; }

    internal GapSettings? R024 { get; init; }

    internal UnsuccessfulSettings? R025 { get; init; }

    internal bool R028 { get; init; }

    internal bool R030 { get; init; }

    internal OthersDisqualifiedSettings? R035 { get; init; }

    internal bool R036 { get; init; }

    internal DisqualificationSettings? R038 { get; init; }

    internal VarietySettings? R048 { get; init; }

    internal GapSettings? R058 { get; init; }
}
