using TenderWatch.Core.Screening.Indicators;
using TenderWatch.Core.Screening.Settings;

namespace TenderWatch.Core.Screening;

/// <summary>The indicators that are on.</summary>
internal static class IndicatorList
{
    /// <summary>New indicators in the order of their codes.</summary>
    public static IReadOnlyList<Indicator> For(ScreeningSettings settings) => [.. All(settings).OfType<Indicator>()];

    private static Indicator?[] All(ScreeningSettings settings) =>
    [
        settings.R003 is { } period ? new R003(period) : null,
        settings.R018 is { } single ? new R018(single) : null,
        settings.R024 is { } close ? new R024(close) : null,
        settings.R025 is { } unsuccessful ? new R025(unsuccessful) : null,
        settings.R028 ? new R028() : null,
        settings.R030 ? new R030() : null,
        settings.R035 is { } others ? new R035(others) : null,
        settings.R036 ? new R036() : null,
        settings.R038 is { } disqualified ? new R038(disqualified) : null,
        settings.R048 is { } variety ? new R048(variety) : null,
        settings.R058 is { } discounted ? new R058(discounted) : null,
    ];
}
