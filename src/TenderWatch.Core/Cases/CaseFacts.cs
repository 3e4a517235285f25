using System.Text.Json.Serialization;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;

namespace TenderWatch.Core.Cases;

/// <summary>Everything that is known of a case at one moment: what checks judge and pages show. Stored as evidence before any check runs.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Notices">The notices of the procurement as <see cref="InOrder"/> puts them.</param>
/// <param name="Sheet">The facts that people look at, each with its origin.</param>
public sealed record CaseFacts(string CaseId, IReadOnlyList<CaseNotice> Notices, IReadOnlyList<Fact> Sheet)
{
    /// <summary>What people entered of documents, oldest first.</summary>
    public IReadOnlyList<Supply.CaseStatement> Statements { get; init; } = [];

    /// <summary>The bids that people entered, oldest first; confidential, and only in facts that are stored so.</summary>
    public IReadOnlyList<Bids.CaseBids> Bids { get; init; } = [];

    /// <summary>What tenderers filed under the Foreign Subsidies Regulation, as people recorded it, oldest first; confidential, and only in facts that are stored so.</summary>
    public IReadOnlyList<Checks.ForeignSubsidies.Filings.FsrFiling> Filings { get; init; } = [];

    /// <summary>What other notices tell of the price of a unit of the same kind of thing, latest first.</summary>
    public IReadOnlyList<PastUnitAward> PastAwards { get; init; } = [];

    /// <summary>What stands in running text, of notices and of documents: beside the sheet, and never in place of a fact of it.</summary>
    public IReadOnlyList<Texts.ReadText> Texts { get; init; } = [];

    /// <summary>What people said of facts in texts, the latest of each; <see langword="null"/> where nobody said anything.</summary>
    public IReadOnlyList<Texts.FactReview>? FactReviews { get; init; }

    /// <summary>What a model was asked about the texts, and what came of it; <see langword="null"/> where none was asked. Its facts stand among <see cref="Texts"/>.</summary>
    public IReadOnlyList<Texts.AskedText>? Asked { get; init; }

    /// <summary>The documents that were retrieved.</summary>
    public IReadOnlyList<Texts.CaseDocument> Documents { get; init; } = [];

    /// <summary>Those that the notices name and that were not retrieved, with the reason; <see langword="null"/> where nothing is missing, or nobody asked.</summary>
    public IReadOnlyList<Texts.MissedDocument>? MissedDocuments { get; init; }

    /// <summary>The latest notice with results (an award, or a modification that repeats it).</summary>
    [JsonIgnore]
    public CaseNotice? Award => Notices.LastOrDefault(notice => notice.Notice.Results.Count > 0 || notice.Notice.Bids.Count > 0);

    /// <summary>The title of the latest notice that has one.</summary>
    [JsonIgnore]
    public string Title => Notices.LastOrDefault(notice => notice.Notice.Title is not null)?.Notice.Title ?? CaseId;

    /// <summary>
    /// The notices by day of publication, after those at second hand: of every fact the latest notice that states it counts, so a platform's
    /// page counts only where no publication states the fact.
    /// </summary>
    /// <param name="byDay">The notices by day of publication.</param>
    public static IReadOnlyList<CaseNotice> InOrder(IReadOnlyList<CaseNotice> byDay) => [.. byDay.OrderBy(notice => notice.IsSecondHand ? 0 : 1)];

    /// <summary>A fact of the sheet.</summary>
    public Fact? Find(string name, string? subject = null) => Sheet.FirstOrDefault(fact => fact.Name == name && fact.Subject == subject);
}

/// <summary>A notice of a case.</summary>
/// <param name="Record">What the registry keeps of it.</param>
/// <param name="Notice">Its facts.</param>
public sealed record CaseNotice(NoticeRecord Record, Notice Notice)
{
    /// <summary>What the publication said before it was changed in place, oldest first.</summary>
    public IReadOnlyList<EarlierReading> Earlier { get; init; } = [];

    /// <summary>The document whose bytes the facts were read from.</summary>
    [JsonIgnore]
    public Evidence.Digest Document => Record.Documents[0].Sha256;

    /// <summary>Whether it is the page of a platform, which speaks of notices that are published elsewhere.</summary>
    [JsonIgnore]
    public bool IsSecondHand => Notice.Platform is not null;

    /// <summary>The origin of a fact in this notice.</summary>
    public FactOrigin Origin(string field, string? at = null, string? quote = null) => new(Record.Key, field, at, DocumentOf(field), quote);

    // Mercell's detail has no deadline; its list has.
    private Evidence.Digest DocumentOf(string field) =>
        field == "BT-131" && Record.Documents.FirstOrDefault(document => document.Role == Evidence.EvidenceRoles.MercellListing) is { } listing ? listing.Sha256 : Document;
}

/// <summary>What a publication said in an earlier version.</summary>
/// <param name="Documents">The stored documents of that version.</param>
/// <param name="Notice">Its facts.</param>
public sealed record EarlierReading(IReadOnlyList<Evidence.EvidenceReference> Documents, Notice Notice);
