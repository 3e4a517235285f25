using System.Text.Json;
using TenderWatch.Core.Checks.ForeignSubsidies.Filings;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Reviews;

/// <summary>The events by which people add filings under the Foreign Subsidies Regulation to a case and withdraw them. Their bodies name the filing by digest alone.</summary>
public static class FilingEvents
{
    /// <summary>So many filings are kept with a case: two of each of a hundred tenderers.</summary>
    public const int Most = 200;

    /// <summary>The event that enters a filing.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="filing">Where it is stored, and who entered it.</param>
    public static CaseEvent Received(string caseId, FilingReference filing) => Of(CaseEventKinds.FilingReceived, caseId, filing);

    /// <summary>The event that withdraws a filing.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="filing">The filing, with who withdraws it when.</param>
    public static CaseEvent Withdrawn(string caseId, FilingReference filing) => Of(CaseEventKinds.FilingWithdrawn, caseId, filing);

    /// <summary>The filings after an event; other events change nothing.</summary>
    /// <param name="filings">The filings before it.</param>
    /// <param name="caseEvent">The event.</param>
    public static IReadOnlyList<FilingReference> Apply(IReadOnlyList<FilingReference> filings, CaseEvent caseEvent)
    {
        if (caseEvent.Kind is not (CaseEventKinds.FilingReceived or CaseEventKinds.FilingWithdrawn)) return filings;
        var sha256 = Digest.Parse(caseEvent.Body.GetProperty("filing").GetProperty("sha256").GetString()!);
        FilingReference[] others = [.. filings.Where(filing => filing.Sha256 != sha256)];
        return caseEvent.Kind == CaseEventKinds.FilingWithdrawn || others.Length >= Most
            ? others
            : [.. others, new FilingReference(sha256, caseEvent.At, caseEvent.Body.GetProperty("by").GetString()!)];
    }

    private static CaseEvent Of(string kind, string caseId, FilingReference filing) => new(
        Digest.Of($"{kind}|{caseId}|{filing.Sha256}|{filing.At:O}").Hex[..32],
        kind,
        filing.At,
        JsonSerializer.SerializeToElement(
            new { filing = new { sha256 = filing.Sha256, mediaType = "application/json", confidentiality = Confidentiality.Confidential }, by = filing.By }, NoticeJson.Stored));
}
