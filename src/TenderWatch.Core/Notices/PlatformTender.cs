namespace TenderWatch.Core.Notices;

/// <summary>
/// What the page of a tender on a platform shows beside the facts that notices share (Mercell S2C). A platform speaks of notices that are published
/// elsewhere, so whatever a publication states counts before it.
/// </summary>
public sealed record PlatformTender
{
    /// <summary>The code of a cancelled tender.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>The code of a tender that was taken off the platform.</summary>
    public const string Removed = "removed";

    /// <summary><see cref="Cancelled"/> or <see cref="Removed"/>; absent where the platform marks neither.</summary>
    public string? Status { get; init; }

    /// <summary>Since when the status holds, in UTC.</summary>
    public DateTimeOffset? StatusSince { get; init; }

    /// <summary>The kind of procedure in the platform's own terms, of which eForms has no more than a part: <c>mini-competition</c>.</summary>
    public string? Procedure { get; init; }

    /// <summary>The platform's numbers of the forms that were published through it.</summary>
    public IReadOnlyList<long> PublicationForms { get; init; } = [];

    /// <summary>The documents that anybody can see there.</summary>
    public IReadOnlyList<PlatformDocument> Documents { get; init; } = [];

    /// <summary>Ids of tenders that the platform links. They tie nothing together: a dynamic purchasing system links hundreds of purchases.</summary>
    public IReadOnlyList<string> LinkedTenders { get; init; } = [];

    /// <summary>The page with all tenders of the buyer.</summary>
    public string? BuyerPage { get; init; }
}

/// <summary>A document on a platform.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Bytes">Its length; absent where none is given.</param>
public sealed record PlatformDocument(string Name, long? Bytes);
