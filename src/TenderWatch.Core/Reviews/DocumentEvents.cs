using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Texts;

namespace TenderWatch.Core.Reviews;

/// <summary>The event by which retrieved documents come into a case. Its body names all of them by digest, so that <c>verify</c> seeks their bytes.</summary>
public static class DocumentEvents
{
    /// <summary>The event.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="stored">Where the whole list is stored.</param>
    /// <param name="documents">The list.</param>
    /// <param name="at">When it was retrieved.</param>
    public static CaseEvent Retrieved(string caseId, Digest stored, CaseDocuments documents, DateTimeOffset at) => new(
        Digest.Of($"{CaseEventKinds.DocumentsRetrieved}|{caseId}|{stored}").Hex[..32],
        CaseEventKinds.DocumentsRetrieved,
        at,
        JsonSerializer.SerializeToElement(
            new
            {
                list = new { sha256 = stored },
                documents = documents.Documents.Select(document => new { document.Sha256, facts = document.Facts is { } facts ? new { sha256 = facts } : null }),
            },
            NoticeJson.Stored));

    /// <summary>The list after an event; other events change nothing.</summary>
    /// <param name="documents">The list before it.</param>
    /// <param name="caseEvent">The event.</param>
    public static Digest? Apply(Digest? documents, CaseEvent caseEvent) =>
        caseEvent.Kind == CaseEventKinds.DocumentsRetrieved ? Digest.Parse(caseEvent.Body.GetProperty("list").GetProperty("sha256").GetString()!) : documents;
}
