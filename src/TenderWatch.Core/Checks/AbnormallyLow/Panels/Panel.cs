using TenderWatch.Core.Checks.AbnormallyLow.Methods;

namespace TenderWatch.Core.Checks.AbnormallyLow.Panels;

/// <summary>All methods on the prices of one lot. Pure, and free of notices and cases: whoever has bids can ask it.</summary>
public static class Panel
{
    /// <summary>Compares the prices of a lot.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="limits">The limits of the comparisons that give rise to a question.</param>
    /// <param name="sensitivity">Whether to reckon what would tip each conclusion; it costs many times the rest.</param>
    /// <exception cref="ArgumentException">A price is no price; see <see cref="PanelLot.IsPrice"/>.</exception>
    public static PanelResult Of(PanelLot lot, AltLimits limits, bool sensitivity = true)
    {
        if (lot.Bids.FirstOrDefault(bid => !PanelLot.IsPrice(bid.Price)) is { } wrong)
            throw new ArgumentException($"The price {wrong.Price} of {wrong.Id} cannot be reckoned with.", nameof(lot));

        var sorted = lot with { Bids = [.. lot.Bids.OrderBy(bid => bid.Price).ThenBy(bid => bid.Id, StringComparer.Ordinal)] };
        var comparisons = Comparisons.Of(sorted, limits);
        var result = new PanelResult
        {
            Lot = sorted,
            Verdict = comparisons.Count == 0 ? Verdict.NotAssessable : comparisons.Any(comparison => comparison.Asks) ? Verdict.Flagged : Verdict.Clear,
            Comparisons = comparisons,
            Methods = [.. MethodList.All.Select(method => MethodReading.Of(method, sorted, limits.Unconfirmed, sensitivity))],
            Screens = Screens.Of([.. sorted.Bids.Select(bid => bid.Price)]),
            Past = PastComparison.Of(sorted),
        };
        return sensitivity ? result with { Hinges = [.. Sensitivity.Hinges(sorted, limits, result.Asking)] } : result;
    }
}
