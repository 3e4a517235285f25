using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Watching;

namespace TenderWatch.Core.Procurements;

/// <summary>What the registry keeps of a notice; its facts are read again from the documents.</summary>
public sealed record NoticeRecord
{
    /// <summary>The publication.</summary>
    public required NoticeKey Key { get; init; }

    /// <summary>The digest over its documents and the version of extraction: another version is another reading.</summary>
    public required Digest Version { get; init; }

    /// <summary>The stored documents, in the order in which they are read.</summary>
    public required IReadOnlyList<EvidenceReference> Documents { get; init; }

    /// <summary>What the publication said before it was changed in place, oldest first.</summary>
    public IReadOnlyList<EarlierVersion> Earlier { get; init; } = [];

    /// <summary>The digest of the list item it was last read for; see <see cref="Sources.Listing"/>.</summary>
    public Digest ListingDigest { get; init; }

    /// <summary>The day of publication.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>BT-21, for lists.</summary>
    public string? Title { get; init; }

    /// <summary>Names of the buyers, for lists.</summary>
    public IReadOnlyList<string> Buyers { get; init; } = [];

    /// <summary>BT-03.</summary>
    public string? FormType { get; init; }

    /// <summary>OPP-070.</summary>
    public string? Subtype { get; init; }

    /// <summary>The page for people.</summary>
    public string? Page { get; init; }

    /// <summary>The watch profiles that match it, with the reasons.</summary>
    public IReadOnlyList<ProfileMatch> Matches { get; init; } = [];

    /// <summary>What it tells of the price of a unit, for purchases of the same kind to come.</summary>
    public IReadOnlyList<UnitAward> UnitAwards { get; init; } = [];

    /// <summary>Something retrieved incompletely: the notice is read again at the next run.</summary>
    public bool Incomplete { get; init; }

    /// <summary>
    /// Whether everybody who must know of this version has been told. Linking leaves it unsettled where a case must be told; it is taken
    /// in again until <see cref="IRegistry.SettleAsync"/>, so that an event lost in a crash is raised after it.
    /// </summary>
    public bool Settled { get; init; }
}

/// <summary>A version of a publication that another replaced under the same key.</summary>
/// <param name="Documents">Its stored documents, in the order in which they are read.</param>
public sealed record EarlierVersion(IReadOnlyList<EvidenceReference> Documents)
{
    private const int Most = 20;

    /// <summary>
    /// The earlier versions once <paramref name="next"/> replaces <paramref name="stored"/>. A version that was not whole said nothing that could
    /// be changed, and another reading of the same bytes is no change of the publication.
    /// </summary>
    /// <param name="stored">The version that is replaced.</param>
    /// <param name="next">The one that takes its place.</param>
    public static IReadOnlyList<EarlierVersion> Before(NoticeRecord stored, NoticeRecord next) =>
        stored.Incomplete || stored.Documents.Select(document => document.Sha256).SequenceEqual(next.Documents.Select(document => document.Sha256))
            ? stored.Earlier
            : [.. stored.Earlier.Append(new EarlierVersion(stored.Documents)).TakeLast(Most)];
}

/// <summary>The thread of notices about one purchase.</summary>
/// <param name="Id">Derived from its first notice; a case has the same id.</param>
/// <param name="HasCase">Whether a case is open on it.</param>
/// <param name="Merged">Ids of procurements that turned out to be the same purchase.</param>
public sealed record Procurement(string Id, bool HasCase, IReadOnlyList<string> Merged)
{
    /// <summary>The id that a procurement gets when <paramref name="first"/> is its first notice: 12 hexadecimal digits.</summary>
    public static string IdFor(NoticeKey first) => Digest.Of("procurement|" + first).Hex[..12];
}

/// <summary>What linking a notice did.</summary>
/// <param name="Procurement">The procurement that the notice now belongs to.</param>
/// <param name="NewVersion">Whether the notice, or this version of it, was new.</param>
/// <param name="MovedFrom">Procurements with a case of their own that were merged into this one by the notice; a repeated call gives them again.</param>
/// <param name="Settled">See <see cref="NoticeRecord.Settled"/>.</param>
public sealed record Linking(Procurement Procurement, bool NewVersion, IReadOnlyList<string> MovedFrom, bool Settled);
