using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks.AbnormallyLow.Methods;

namespace TenderWatch.Core.Checks.AbnormallyLow.Panels;

/// <summary>What would have to change before a conclusion does. Found by asking the same rule again, so it holds for every method.</summary>
internal static class Sensitivity
{
    /// <summary>Leaving out each bid in turn grows with the square of the bids; beyond so many it is not done.</summary>
    public const int MostBids = 50;

    private const int MostTips = 5;

    /// <summary>For the bids that can win, and those that are flagged: two neighbouring prices of which one asks and the other does not.</summary>
    public static IEnumerable<Tip> Tips(Func<MethodInput, MethodOutcome> judge, MethodInput input, IReadOnlyList<int> flagged, HashSet<int> candidates)
    {
        if (input.Count > MostBids) yield break;
        foreach (var bid in candidates.Union(flagged).Order().Take(MostTips))
        {
            if (TipOf(judge, input, bid, flagged.Contains(bid)) is { } tip) yield return tip;
        }
    }

    /// <summary>The bids without which the method would ask about another one that it does not ask about now, or the reverse.</summary>
    public static IEnumerable<Hinge> Hinges(Func<MethodInput, MethodOutcome> judge, MethodInput input, IReadOnlyList<int> flagged) =>
        Hinges(input.Count, flagged, place => judge(input.Without(place)) is MethodOutcome.Assessed without ? without.Flagged : null);

    /// <summary>The same for the comparisons that give rise to a question.</summary>
    public static IEnumerable<Hinge> Hinges(PanelLot lot, AltLimits limits, IReadOnlyList<int> asking) => Hinges(lot.Bids.Count, asking, place =>
    {
        var without = Comparisons.Of(lot with { Bids = [.. lot.Bids.Where((_, each) => each != place)] }, limits);
        return without.Count == 0 ? null : [.. without.Where(comparison => comparison.Asks).Select(comparison => comparison.Bid).Distinct()];
    });

    // Where nothing can be said without the bid, there is nothing to compare with.
    private static IEnumerable<Hinge> Hinges(int count, IReadOnlyList<int> flagged, Func<int, IReadOnlyList<int>?> without)
    {
        if (count > MostBids) yield break;
        for (var place = 0; place < count; place++)
        {
            if (without(place) is not { } others) continue;
            var would = others.Select(other => other >= place ? other + 1 : other).ToHashSet();
            foreach (var bid in would.Except(flagged).Order()) yield return new Hinge(place, bid, WouldAsk: true);
            foreach (var bid in flagged.Where(bid => bid != place && !would.Contains(bid))) yield return new Hinge(place, bid, WouldAsk: false);
        }
    }

    // Halving between a price that asks and one that does not leads to a place where the two are neighbours, whatever the rule does elsewhere.
    private static Tip? TipOf(Func<MethodInput, MethodOutcome> judge, MethodInput input, int bid, bool isFlagged)
    {
        var price = input.Prices[bid];
        var step = price < 1 ? 0.000_001m : 0.01m;
        // Above every other figure it is the dearest bid; at 0 it is free.
        var highest = Math.Min(Reckoning.Largest, 2 * Math.Max(Math.Max(input.Prices.Max(), input.BaseBudget ?? 0), (input.Estimate ?? 0) * 2));
        var (asks, clears) = isFlagged ? (price, highest) : (0m, price);
        if (asks >= clears || Asks(clears) || !Asks(asks)) return null;
        var (low, high) = (decimal.Floor(asks / step), decimal.Ceiling(clears / step));
        while (high - low > 1)
        {
            var middle = decimal.Floor((low + high) / 2);
            if (Asks(middle * step)) low = middle;
            else high = middle;
        }

        return Asks(low * step) && !Asks(high * step) ? new Tip(bid, low * step, high * step) : null;

        bool Asks(decimal at) => judge(input with { Prices = [.. input.Prices.Select((each, place) => place == bid ? at : each)] }) is MethodOutcome.Assessed assessed && assessed.Flagged.Contains(bid);
    }
}
