namespace TenderWatch.Core.Screening.Reading;

/// <summary>A piece of a list of the release.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Count">How many; -1 when the member is not a list.</param>
internal readonly record struct Slice(int Start, int Count)
{
    public static readonly Slice Absent = new(0, -1);

    public bool IsAbsent => Count < 0;
}

/// <summary>/tender.</summary>
internal readonly record struct Tender(
    bool IsStated, bool IsCancelled, Text Method, Text MethodDetails, Text Start, Text End, bool HasTendererCount, bool HasOneTenderer, int ProcuringEntity)
{
    public static readonly Tender Absent = new(false, false, Text.Absent, Text.Absent, Text.Absent, Text.Absent, false, false, -1);
}

/// <summary>One of /awards.</summary>
internal readonly record struct Award(AwardStatus Status, Slice Suppliers, Slice Items)
{
    public static readonly Award Empty = new(AwardStatus.Absent, Slice.Absent, Slice.Absent);
}

/// <summary>One of /bids/details.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Date">When it was received.</param>
/// <param name="Tenderers">Who submitted it.</param>
/// <param name="Amount">The amount; NaN when there is none that fits a double.</param>
/// <param name="Currency">The number of the currency; -1 when not stated.</param>
internal readonly record struct Bid(BidStatus Status, Text Date, Slice Tenderers, double Amount, int Currency)
{
    public static readonly Bid Empty = new(BidStatus.Absent, Text.Absent, Slice.Absent, double.NaN, -1);

    /// <summary>Pending, valid, disqualified, or a status that no code list has; neither invited nor withdrawn.</summary>
    public bool IsSubmitted => Status is not (BidStatus.Absent or BidStatus.Invited or BidStatus.Withdrawn);

    /// <summary>Whether amount and currency are stated.</summary>
    public bool IsPriced => !double.IsNaN(Amount) && Currency >= 0;
}

/// <summary>OCDS award status.</summary>
internal enum AwardStatus : byte
{
    Absent,
    Active,
    Cancelled,
    Unsuccessful,

    /// <summary>Pending, or a text that the code list does not have: the award is not final.</summary>
    NotFinal,
}

/// <summary>OCDS bid status.</summary>
internal enum BidStatus : byte
{
    Absent,
    Invited,
    Pending,
    Valid,
    Disqualified,
    Withdrawn,
    Other,
}
