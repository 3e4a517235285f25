using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Web.Access;
using TenderWatch.Web.Requests;

namespace TenderWatch.Web;

/// <summary>The steps of the procedure on a low price; a decision must name the state of the case that it rests on, another step may.</summary>
internal sealed class Steps(ExplanationEntry entry, CaseViews views)
{
    private static readonly ExplanationStep[] Decisions = [ExplanationStep.Accept, ExplanationStep.Reject];

    public async Task<Outcome> ExplainAsync(Posted posted)
    {
        if (JsonBody.Read<TakeStep>(posted.Body, out var problem) is not { } asked) return problem!;
        if (Decisions.Contains(asked.Step)) return RequestProblems.Wrong("$.step", "a decision goes to /decisions, with the ETag of the case in If-Match");
        var draft = new ExplanationDraft(asked.Lot, asked.Bid, asked.Step) { Due = asked.Due, Doubts = asked.Doubts ?? [], Ground = asked.Ground, Reasons = asked.Reasons, Document = asked.Document };
        return Writes.Entered(await entry.TakeAsync(posted.CaseId, draft, posted.Person.By, posted.Aborted, SeenBy(posted)));
    }

    public async Task<Outcome> DecideAsync(Posted posted)
    {
        if (JsonBody.Read<Decide>(posted.Body, out var problem) is not { } asked) return problem!;
        if (!Decisions.Contains(asked.Decision)) return RequestProblems.Wrong("$.decision", "allowed: accept, reject");
        if (SeenBy(posted) is not { } seen) return RequestProblems.Unseen;
        var draft = new ExplanationDraft(asked.Lot, asked.Bid, asked.Decision) { Ground = asked.Ground, Reasons = asked.Reasons, Document = asked.Document };
        return Writes.Entered(await entry.TakeAsync(posted.CaseId, draft, posted.Person.By, posted.Aborted, seen));
    }

    private SeenState? SeenBy(Posted posted) => SeenBy(posted, views);

    /// <summary>The state of the case that a request names in If-Match; <see langword="null"/> where it names none.</summary>
    internal static SeenState? SeenBy(Posted posted, CaseViews views)
    {
        if (posted.Context.Request.GetTypedHeaders().IfMatch is not { Count: > 0 } tags) return null;
        return new SeenState(async () =>
        {
            if (await views.FindAsync(posted.CaseId, posted.Aborted, posted.Context.User.MaySeeConfidential()) is not { } view) return false;
            var now = Representation.Of(view).ETag;
            // "*" is every state, and so none that somebody saw.
            return tags.Any(tag => tag.Compare(now, useStrongComparison: true) && tag.Tag != "*");
        });
    }

    internal sealed record TakeStep(
        string Lot, string Bid, ExplanationStep Step, DateOnly? Due = null, IReadOnlyList<DoubtGround>? Doubts = null, RejectionGround? Ground = null, string? Reasons = null, byte[]? Document = null);

    internal sealed record Decide(string Lot, string Bid, ExplanationStep Decision, RejectionGround? Ground = null, string? Reasons = null, byte[]? Document = null);
}
