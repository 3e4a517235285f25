using System.Text.Json.Serialization;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;

namespace TenderWatch.Core.Cases;

/// <summary>Everything that is known of a case at one moment: what checks judge and pages show. Stored as evidence before any check runs.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Notices">The notices of the procurement by day of publication.</param>
/// <param name="Sheet">The facts that people look at, each with its origin.</param>
public sealed record CaseFacts(string CaseId, IReadOnlyList<CaseNotice> Notices, IReadOnlyList<Fact> Sheet)
{
    /// <summary>What people entered of documents, oldest first.</summary>
    public IReadOnlyList<Supply.CaseStatement> Statements { get; init; } = [];

    /// <summary>What tenderers filed under the Foreign Subsidies Regulation, as people recorded it, oldest first.</summary>
    public IReadOnlyList<Checks.ForeignSubsidies.Filings.FsrFiling> Filings { get; init; } = [];

    /// <summary>The latest notice with results (an award, or a modification that repeats it).</summary>
    [JsonIgnore]
    public CaseNotice? Award => Notices.LastOrDefault(notice => notice.Notice.Results.Count > 0 || notice.Notice.Bids.Count > 0);

    /// <summary>The title of the latest notice that has one.</summary>
    [JsonIgnore]
    public string Title => Notices.LastOrDefault(notice => notice.Notice.Title is not null)?.Notice.Title ?? CaseId;

    /// <summary>A fact of the sheet.</summary>
    public Fact? Find(string name, string? subject = null) => Sheet.FirstOrDefault(fact => fact.Name == name && fact.Subject == subject);
}

/// <summary>A notice of a case.</summary>
/// <param name="Record">What the registry keeps of it.</param>
/// <param name="Notice">Its facts.</param>
public sealed record CaseNotice(NoticeRecord Record, Notice Notice)
{
    /// <summary>The document whose bytes the facts were read from.</summary>
    [JsonIgnore]
    public Evidence.Digest Document => Record.Documents[0].Sha256;

    /// <summary>The origin of a fact in this notice.</summary>
    public FactOrigin Origin(string field, string? at = null, string? quote = null) => new(Record.Key, field, at, Document, quote);
}
