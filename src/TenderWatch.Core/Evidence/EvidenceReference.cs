namespace TenderWatch.Core.Evidence;

/// <summary>Who may see a piece of evidence. The two kinds live in separate containers.</summary>
public enum Confidentiality
{
    /// <summary>Published by its source.</summary>
    Public,

    /// <summary>For the contracting entity only.</summary>
    Confidential,
}

/// <summary>Stored bytes and where they came from.</summary>
/// <param name="Sha256">Their digest, which is also their address.</param>
/// <param name="Length">Their number.</param>
/// <param name="MediaType">Their media type as the source declared it.</param>
/// <param name="Role">What they are: see <see cref="EvidenceRoles"/>.</param>
/// <param name="Origin">The URL, or the file name for a file handed in.</param>
/// <param name="RetrievedAt">When they were received.</param>
/// <param name="HttpStatus">The HTTP status they came with.</param>
/// <param name="Confidentiality">Who may see them.</param>
public sealed record EvidenceReference(
    Digest Sha256,
    long Length,
    string MediaType,
    string Role,
    string Origin,
    DateTimeOffset RetrievedAt,
    int? HttpStatus = null,
    Confidentiality Confidentiality = Confidentiality.Public);

/// <summary>The roles that evidence plays.</summary>
public static class EvidenceRoles
{
    /// <summary>The notice as XML (eForms or TED).</summary>
    public const string NoticeXml = "notice-xml";

    /// <summary>TenderNed's detail object (JSON).</summary>
    public const string TenderNedDetail = "tenderned-detail";

    /// <summary>TenderNed's list of related notices (JSON).</summary>
    public const string TenderNedRelated = "tenderned-related";

    /// <summary>TenderNed's labelled rendering (HTML in JSON).</summary>
    public const string TenderNedHtml = "tenderned-html";

    /// <summary>Mercell S2C's item of a tender in its list (JSON): the only place of its deadline.</summary>
    public const string MercellListing = "mercell-listing";

    /// <summary>Mercell S2C's detail of a tender (JSON).</summary>
    public const string MercellDetail = "mercell-detail";

    /// <summary>A document of a procurement, as its buyer published it.</summary>
    public const string ProcurementDocument = "procurement-document";

    /// <summary>Bytes that could not be read as anything else.</summary>
    public const string Unread = "unread";

    /// <summary>The facts of a case, as the checks saw them (JSON).</summary>
    public const string Facts = "facts";

    /// <summary>The findings of a check (JSON).</summary>
    public const string Findings = "findings";
}
