using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.AbnormallyLow.Panels;

/// <summary>
/// What the comparisons together say of the prices of a lot, for a Dutch buyer: <em>appears low: ask for an explanation</em>, or not, or that it cannot be
/// told. Nothing is rejected by it.
/// </summary>
public sealed record PanelResult
{
    /// <summary>The lot, its bids lowest first; every position in the result is one in this list.</summary>
    public required PanelLot Lot { get; init; }

    /// <summary>Flagged: at least one comparison gives rise to a question. NotAssessable: none was possible.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The comparisons that can give rise to a question; where none can, empty.</summary>
    public required IReadOnlyList<BidComparison> Comparisons { get; init; }

    /// <summary>The methods of other countries: law for this procurement, or shown beside it.</summary>
    public required IReadOnlyList<MethodReading> Methods { get; init; }

    /// <summary>How the prices are spread; context only.</summary>
    public required Screens Screens { get; init; }

    /// <summary>The prices of a unit beside past awards; <see langword="null"/> where there are none to compare.</summary>
    public PastComparison? Past { get; init; }

    /// <summary>Bids without which the comparisons would come out otherwise.</summary>
    public IReadOnlyList<Hinge> Hinges { get; init; } = [];

    /// <summary>What a reader has to bear in mind.</summary>
    public IReadOnlyList<LocalizedText> Remarks => [.. PanelRemarks.Of(this)];

    /// <summary>What would have to be known to say more, by name: <c>estimate</c>, <c>award-criteria</c>.</summary>
    public IReadOnlyList<PanelNeed> Needs => [.. PanelNeeds.Of(Lot)];

    /// <summary>The conclusion in one line.</summary>
    public LocalizedText Summary => PanelRemarks.Summary(this);

    /// <summary>The positions of the bids that ask for an explanation.</summary>
    public IReadOnlyList<int> Asking => [.. Comparisons.Where(comparison => comparison.Asks).Select(comparison => comparison.Bid).Distinct().Order()];
}

/// <summary>Something that would have to be known.</summary>
/// <param name="Name">Its stable name.</param>
/// <param name="Why">What it is, and what it would tell.</param>
public sealed record PanelNeed(string Name, LocalizedText Why);

/// <summary>A bid without which another one would be judged otherwise.</summary>
/// <param name="Without">The position of the bid that is thought away.</param>
/// <param name="Bid">The position of the bid that is judged.</param>
/// <param name="WouldAsk">What would come out: <see langword="true"/> that it asks for an explanation, which it now does not.</param>
public sealed record Hinge(int Without, int Bid, bool WouldAsk);

/// <summary>How near a method is to the other conclusion, all other prices as they are.</summary>
/// <param name="Bid">The position of the bid.</param>
/// <param name="Asks">A price at which the method would ask about it.</param>
/// <param name="Clears">The next price, a hundredth (below 1 a millionth) away, at which it would not.</param>
public sealed record Tip(int Bid, decimal Asks, decimal Clears);
