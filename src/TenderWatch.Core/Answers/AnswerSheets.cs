using System.Text.Json;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Access;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Answers;

/// <summary>Makes answer sheets of cases.</summary>
public sealed class AnswerSheets(CaseViews views, ConfidentialReading reading, ILedger ledger, AnswerTemplates templates)
{
    /// <summary>The templates in use.</summary>
    public AnswerTemplates Templates => templates;

    /// <summary>The sheet of a case, or of the one that took it over; <see langword="null"/> where there is no such case or template.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="template">The template, by id.</param>
    /// <param name="reader">Who reads it with bids, filings and the findings on them, which is recorded first; <see langword="null"/> for a sheet that can be published.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="AccessNotRecordedException">The access could not be recorded.</exception>
    public async Task<AnswerSheet?> FindAsync(string caseId, string template, Reader? reader, CancellationToken cancellationToken) =>
        templates.Find(template) is { } questions && await reading.FindAsync(caseId, reader, cancellationToken) is { } view
            ? await AnswerAsync(questions, view, reader is not null, cancellationToken)
            : null;

    /// <summary>The sheet as it is enclosed in a dossier, whose making is recorded by itself.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="template">The template, by id.</param>
    /// <param name="confidential">Whether the dossier has bids, filings and the findings on them.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<AnswerSheet?> EncloseAsync(string caseId, string template, bool confidential, CancellationToken cancellationToken) =>
        templates.Find(template) is { } questions && await views.FindAsync(caseId, cancellationToken, confidential) is { } view
            ? await AnswerAsync(questions, view, confidential, cancellationToken)
            : null;

    private async Task<AnswerSheet> AnswerAsync(AnswerTemplate questions, CaseView view, bool confidential, CancellationToken cancellationToken)
    {
        var entries = new List<StoredLedgerEntry>();
        await foreach (var entry in ledger.ReadAsync(view.State.Id, cancellationToken)) entries.Add(entry);
        return Answering.Of(questions, view, confidential, entries);
    }

    /// <summary>The JSON of a sheet; both languages. The same sheet gives the same bytes.</summary>
    public static byte[] Json(AnswerSheet sheet) => JsonSerializer.SerializeToUtf8Bytes(sheet, NoticeJson.Stored);
}
