using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Core.Pictures;

/// <summary>What a mark on a line of prices is.</summary>
public enum PriceMarkKind
{
    /// <summary>The price of a tender.</summary>
    Bid,

    /// <summary>The estimate, or the mean.</summary>
    Reference,

    /// <summary>The limit of a comparison.</summary>
    Limit,
}

/// <summary>A price on a line of prices.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Price">The price, in <paramref name="Currency"/>.</param>
/// <param name="Currency">The currency.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Asks">Whether a comparison asks for an explanation of it.</param>
/// <param name="Figure">The figure of the finding that it is drawn from.</param>
public sealed record PriceMark(LocalizedText Label, decimal Price, string Currency, PriceMarkKind Kind, bool Asks, Figure Figure);

/// <summary>The prices of a lot on one line, drawn from the figures of a finding, so that no picture shows anything else than what stands there.</summary>
public static class PriceLine
{
    /// <summary>The marks: tenders, then mean and estimate, then limits, each lowest first; empty where the finding has no prices.</summary>
    /// <param name="findings">The findings of the case.</param>
    /// <param name="finding">The finding.</param>
    public static IReadOnlyList<PriceMark> Of(IReadOnlyList<Finding> findings, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return
        [
            .. finding.Figures.Where(figure => figure.Value >= 0).Select(figure => MarkOf(findings, finding, figure)).OfType<PriceMark>()
                .OrderBy(mark => mark.Kind).ThenBy(mark => mark.Price),
        ];
    }

    private static PriceMark? MarkOf(IReadOnlyList<Finding> findings, Finding finding, Figure figure)
    {
        const string Price = "price/";
        if (figure.Id.StartsWith(Price, StringComparison.Ordinal))
            return new(figure.Label, figure.Value, figure.Unit, PriceMarkKind.Bid, PriceDoubt.Of(findings, finding.Subject, figure.Id[Price.Length..]).Asks, figure);
        if (figure.Id.Contains("/limit", StringComparison.Ordinal)) return new(figure.Label, figure.Value, figure.Unit, PriceMarkKind.Limit, false, figure);
        return figure.Id is "mean" or "estimate" ? new(figure.Label, figure.Value, figure.Unit, PriceMarkKind.Reference, false, figure) : null;
    }
}
