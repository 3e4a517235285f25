using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Access;

namespace TenderWatch.Core.Cases;

/// <summary>The door through which people look at confidential evidence: what is read is recorded first, and is not given where that fails.</summary>
public sealed class ConfidentialReading(CaseViews views, AccessLedger accesses)
{
    /// <summary>A case as a person may see it.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="reader">Who reads with what is confidential; <see langword="null"/> for one who sees what is public.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="AccessNotRecordedException">The access could not be recorded.</exception>
    public async Task<CaseView?> FindAsync(string caseId, Reader? reader, CancellationToken cancellationToken)
    {
        var view = await views.FindAsync(caseId, cancellationToken, confidential: reader is not null);
        if (view is null || reader is null) return view;
        await accesses.RecordAsync(view.State.Id, reader, DocumentsOf(view), cancellationToken);
        return view;
    }

    /// <summary>Records that somebody reads what parties wrote in the procedures on prices of a case, which is no part of its view.</summary>
    /// <param name="view">The case.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="AccessNotRecordedException">The access could not be recorded.</exception>
    public Task ReadPapersAsync(CaseView view, Reader reader, CancellationToken cancellationToken) => accesses.RecordAsync(
        view.State.Id, reader, view.State.Explanations.SelectMany(procedure => procedure.Turns).Select(turn => turn.Reasons).OfType<Digest>(), cancellationToken);

    /// <summary>Records that somebody reads confidential documents of a case, which are no part of its view.</summary>
    /// <param name="view">The case.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="documents">What is read.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="AccessNotRecordedException">The access could not be recorded.</exception>
    public Task ReadDocumentsAsync(CaseView view, Reader reader, IEnumerable<Digest> documents, CancellationToken cancellationToken) => accesses.RecordAsync(view.State.Id, reader, documents, cancellationToken);

    private static IEnumerable<Digest> DocumentsOf(CaseView view) =>
        ((Digest?[])[view.State.ConfidentialFacts, .. view.State.Checks.Select(check => check.Confidential)]).OfType<Digest>()
            .Except(view.Unreadable.Select(unreadable => unreadable.Sha256));
}
