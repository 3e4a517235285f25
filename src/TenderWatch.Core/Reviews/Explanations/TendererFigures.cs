using TenderWatch.Core.Bids;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.AbnormallyLow.Panels;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews.Explanations;

/// <summary>
/// What one tenderer may see of a comparison of confidential tenders: its own price and what it was held against, and nothing from which the price of
/// another one can be reckoned (art. 2.57 Aw 2012). The distance to the next tender gives that away, and so does a mean of two.
/// </summary>
internal static class TendererFigures
{
    // Of one price that the tenderer does not know, a mean tells all.
    private const decimal FewestUnknown = 2;

    private static readonly string[] OfAll = ["estimate", "bids-compared"];

    /// <summary>Whether a figure rests on tenders that were entered rather than published.</summary>
    public static bool IsConfidential(Figure figure) => figure.Origins.Any(origin => origin.Notice.Source == CaseBids.SourceName);

    /// <summary>The figures that can be shown, in their order.</summary>
    /// <param name="finding">The finding on the lot.</param>
    /// <param name="bid">The tender.</param>
    /// <param name="known">How many prices of others are published.</param>
    public static IReadOnlyList<Figure> Of(Finding finding, string bid, int known)
    {
        var showsMean = finding.Figures.FirstOrDefault(figure => figure.Id == "bids-compared")?.Value - 1 - known >= FewestUnknown;
        return
        [
            .. finding.Figures.Where(figure => figure.Id == $"price/{bid}" || figure.Id == $"unit-price/{bid}"),
            .. Comparisons(finding, bid, BidComparison.ShareOfEstimate),
            .. showsMean ? Comparisons(finding, bid, BidComparison.ShareOfMean).Concat(Comparisons(finding, bid, BidComparison.OfUnit + BidComparison.ShareOfMean)) : [],
            .. finding.Figures.Where(figure => OfAll.Contains(figure.Id, StringComparer.Ordinal)),
            // Its derivation is the list of all prices.
            .. showsMean ? finding.Figures.Where(figure => figure.Id == "mean").Select(figure => figure with { Derivation = null }) : [],
        ];
    }

    /// <summary>
    /// That comparisons ask of which no figure can be shown; not which: with its known limit even the name of the distance to the next tender would say
    /// where that price begins.
    /// </summary>
    /// <param name="asking">The comparisons that ask, by name.</param>
    /// <param name="shown">The figures that are shown.</param>
    public static IReadOnlyList<LocalizedText> Untold(IEnumerable<string> asking, IReadOnlyList<Figure> shown) =>
    [
        .. asking.Where(name => !shown.Any(figure => figure.Id.StartsWith(name + "/", StringComparison.Ordinal))).Select(_ => WithOthers).Distinct(),
    ];

    private static LocalizedText WithOthers { get; } = new("een vergelijking met andere inschrijvingen", "a comparison with other tenders");

    private static IEnumerable<Figure> Comparisons(Finding finding, string bid, string name) =>
        finding.Figures.Where(figure => figure.Id == $"{name}/{bid}" || figure.Id == $"{name}-limit/{bid}");
}
