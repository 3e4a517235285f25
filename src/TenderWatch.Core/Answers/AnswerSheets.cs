using System.Text.Json;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Answers;

/// <summary>Makes answer sheets of cases.</summary>
public sealed class AnswerSheets(CaseViews views, ILedger ledger, AnswerTemplates templates)
{
    /// <summary>The templates in use.</summary>
    public AnswerTemplates Templates => templates;

    /// <summary>The sheet of a case, or of the one that took it over; <see langword="null"/> where there is no such case or template.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="template">The template, by id.</param>
    /// <param name="confidential">Whether the reader may see bids, filings and the findings on them; otherwise the sheet can be published.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<AnswerSheet?> FindAsync(string caseId, string template, bool confidential, CancellationToken cancellationToken)
    {
        if (templates.Find(template) is not { } questions || await views.FindAsync(caseId, cancellationToken, confidential) is not { } view) return null;
        var entries = new List<StoredLedgerEntry>();
        await foreach (var entry in ledger.ReadAsync(view.State.Id, cancellationToken)) entries.Add(entry);
        return Answering.Of(questions, view, confidential, entries);
    }

    /// <summary>The JSON of a sheet; both languages. The same sheet gives the same bytes.</summary>
    public static byte[] Json(AnswerSheet sheet) => JsonSerializer.SerializeToUtf8Bytes(sheet, NoticeJson.Stored);
}
