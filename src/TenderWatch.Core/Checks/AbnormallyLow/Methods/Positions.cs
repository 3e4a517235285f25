namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>Bids by their place in the input.</summary>
internal static class Positions
{
    /// <summary>The places of the figures that a condition holds for.</summary>
    public static IReadOnlyList<int> Where(IReadOnlyList<decimal> figures, Func<decimal, bool> condition)
    {
        var found = new List<int>();
        for (var place = 0; place < figures.Count; place++)
        {
            if (condition(figures[place])) found.Add(place);
        }

        return found;
    }
}
