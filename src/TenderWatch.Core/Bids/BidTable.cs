using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Bids;

/// <summary>The bids that were read, and what could not be read. A lot with a fault is not to be judged: a missing price would change every mean.</summary>
/// <param name="Bids">The bids in the order in which they stand.</param>
/// <param name="Faults">What is wrong, each with its place.</param>
/// <param name="UnreadColumns">Columns that no bid has: they were left alone.</param>
public sealed record BidTable(IReadOnlyList<SubmittedBid> Bids, IReadOnlyList<BidFault> Faults, IReadOnlyList<string> UnreadColumns)
{
    /// <summary>The lot of bids for which nothing is said of lots.</summary>
    public const string OnlyLot = "LOT-0000";

    /// <summary>Nothing could be read.</summary>
    /// <param name="faults">Why.</param>
    public static BidTable Unreadable(params IReadOnlyList<BidFault> faults) => new([], faults, []);

    /// <summary>The lots in the order in which they are first named, those with nothing but faults included.</summary>
    public IReadOnlyList<string> Lots => [.. Bids.Select(bid => bid.Lot).Concat(Faults.Select(fault => fault.Lot).OfType<string>()).Distinct(StringComparer.Ordinal)];

    /// <summary>The faults that keep a lot from being judged: its own, and those that may belong to any lot.</summary>
    /// <param name="lot">The lot.</param>
    public IReadOnlyList<BidFault> FaultsOf(string lot) => [.. Faults.Where(fault => fault.Lot is null || fault.Lot == lot)];
}

/// <summary>Something in a file of bids that cannot be used.</summary>
/// <param name="Code">A stable code: <c>negative-price</c>, <c>formula</c>, <c>date-as-number</c>, <c>ambiguous-number</c>, <c>duplicate-bid</c>, …</param>
/// <param name="Row">The row, from 1 with the header; <see langword="null"/> where it concerns the whole.</param>
/// <param name="Column">The column as the file calls it, or its letter where it has no name.</param>
/// <param name="Lot">The lot, where it is known; a fault without one may concern any lot.</param>
/// <param name="Text">What is wrong and what to do.</param>
public sealed record BidFault(string Code, int? Row, string? Column, string? Lot, LocalizedText Text)
{
    /// <summary>The place and the text: <c>rij 4, kolom Prijs: …</c>.</summary>
    public LocalizedText Located() => new(Located("rij", "kolom", Text.Nl), Located("row", "column", Text.En));

    private string Located(string row, string column, string text) => (Row, Column) switch
    {
        (null, null) => text,
        (null, _) => $"{column} {Column}: {text}",
        (_, null) => $"{row} {Row}: {text}",
        _ => $"{row} {Row}, {column} {Column}: {text}",
    };
}
