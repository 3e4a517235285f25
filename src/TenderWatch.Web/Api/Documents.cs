using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Web.Requests;

namespace TenderWatch.Web;

/// <summary>Has the procurement documents of a case retrieved.</summary>
internal sealed class Documents(DocumentEntry entry)
{
    public async Task<Outcome> RetrieveAsync(Posted posted)
    {
        if (JsonBody.Read<AskDocuments>(posted.Body, out var problem) is null) return problem!;
        var (outcome, told) = await entry.RetrieveAsync(posted.CaseId, posted.Person.By, posted.Aborted);
        return outcome.Fault is { } fault
            ? RequestProblems.Of(fault)
            : new Outcome.Done(202, $"/api/cases/{outcome.CaseId}", new { @case = outcome.CaseId, @event = outcome.EventId, isNew = outcome.IsNew, told = told.Select(line => line.En) });
    }

    internal sealed record AskDocuments;
}
