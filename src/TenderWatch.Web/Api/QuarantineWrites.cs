using TenderWatch.Core.Notices;
using TenderWatch.Core.Watching;
using TenderWatch.Web.Requests;

namespace TenderWatch.Web;

/// <summary>Has a publication in quarantine read again, from its kept bytes or, where its source did not give it, from the source.</summary>
internal sealed class QuarantineWrites(QuarantineRetry retry)
{
    public async Task<Outcome> RetryAsync(Posted posted)
    {
        if (JsonBody.Read<AskRetry>(posted.Body, out var problem) is null) return problem!;
        var source = posted.Context.Request.RouteValues["source"] as string ?? "";
        return await retry.RetryAsync(new NoticeKey(source, posted.CaseId), posted.Aborted) switch
        {
            QuarantineRetry.Result.Unknown => Problem.UnknownNotice,
            QuarantineRetry.Result.NotGiven silent => RequestProblems.Source(silent.Why),
            QuarantineRetry.Result.Unreadable still => RequestProblems.Wrong([new("notice", $"{still.Fault.Text} ({still.Fault.Code})")], 422),
            QuarantineRetry.Result.Linked { ProcurementId: var id } => new Outcome.Done(202, $"/api/cases/{id}", new { @case = id }),
            var other => throw new InvalidOperationException($"Unknown result {other.GetType().Name}."),
        };
    }

    internal sealed record AskRetry;
}
