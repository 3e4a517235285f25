using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Core.Texts;
using TenderWatch.Web.Requests;

namespace TenderWatch.Web;

/// <summary>Facts that were read from texts, through the API: how each stands, and what officers say of them.</summary>
internal sealed class Facts(FactEntry entry, CaseViews views)
{
    public static async Task<IResult> ListAsync(string id, HttpContext context, CaseViews views, Answers answers)
    {
        if (await views.FindAsync(id, context.RequestAborted) is not { } view) return await answers.ProblemAsync(context, Problem.UnknownCase);
        if (view.State.Id != id) return Results.Redirect($"{context.Request.PathBase}/api/cases/{view.State.Id}/facts");
        return Representation.Of((view.Facts is null ? [] : StandingFacts.Of(view.Facts)).Select(Row)).Answer(context);
    }

    public static async Task<IResult> ModelAsync(HttpContext context) => Answers.Json(await StateAsync(context.RequestServices.GetService<ITextModel>(), context.RequestAborted));

    /// <summary>Whether a model is asked, and what it took.</summary>
    public static async Task<ModelState> StateAsync(ITextModel? model, CancellationToken cancellationToken)
    {
        if (model is null) return new ModelState(false, null, []);
        var today = await model.UsedAsync(null, cancellationToken);
        var before = await Task.WhenAll(Enumerable.Range(1, ModelState.Days - 1).Select(back => model.UsedAsync(today.Day.AddDays(-back), cancellationToken)));
        return new ModelState(true, model.Extractor, [today, .. before]);
    }

    public Task<Outcome> ConfirmAsync(Posted posted) => JsonBody.Read<SayOfFact>(posted.Body, out var problem) is { } asked
        ? TakeAsync(posted, new FactDraft(FactOf(posted), FactAct.Confirm) { Reason = asked.Reason })
        : Task.FromResult<Outcome>(problem!);

    public Task<Outcome> CorrectAsync(Posted posted) => JsonBody.Read<CorrectFact>(posted.Body, out var problem) is { } asked
        ? TakeAsync(posted, new FactDraft(FactOf(posted), FactAct.Correct) { Value = asked.Value, Unit = asked.Unit, Reason = asked.Reason })
        : Task.FromResult<Outcome>(problem!);

    public Task<Outcome> WithdrawAsync(Posted posted) => JsonBody.Read<WithdrawFact>(posted.Body, out var problem) is { } asked
        ? TakeAsync(posted, new FactDraft(FactOf(posted), FactAct.Withdraw) { Reason = asked.Reason })
        : Task.FromResult<Outcome>(problem!);

    private static string FactOf(Posted posted) => posted.Context.Request.RouteValues["fact"] as string ?? "";

    private async Task<Outcome> TakeAsync(Posted posted, FactDraft draft)
    {
        var outcome = await entry.TakeAsync(posted.CaseId, draft, posted.Person.By, posted.Aborted, Steps.SeenBy(posted, views));
        return outcome.Fault switch
        {
            { Code: "not-found" } => Problem.UnknownFact,
            { Field: "value" or "unit" or "reason" } fault => RequestProblems.Of(fault with { Field = "$." + fault.Field }),
            _ => Writes.Entered(outcome),
        };
    }

    private static object Row(StandingFact fact) => new
    {
        id = fact.Id,
        notice = fact.Notice,
        document = fact.Document,
        kind = fact.Read.Kind,
        standing = fact.Standing,
        words = StandingWords.Of(fact.Standing),
        value = fact.Counting.Value,
        unit = fact.Counting.Unit,
        per = fact.Counting.Per,
        sense = fact.Counting.Sense,
        read = fact.Read,
        review = fact.Review is { } review ? new { review.Act, review.By, review.At, review.Reason } : null,
        lookAgain = fact.LookAgain,
        isGone = fact.IsGone,
    };

    internal sealed record SayOfFact(string? Reason = null);

    internal sealed record CorrectFact(string Value, string Reason, string? Unit = null);

    internal sealed record WithdrawFact(string Reason);
}

/// <summary>Whether a model is asked, which, and what it took.</summary>
/// <param name="IsOn">Whether it is asked about cases.</param>
/// <param name="Model">The model and the version of the prompt.</param>
/// <param name="Used">Today and the days before, the latest first.</param>
public sealed record ModelState(bool IsOn, string? Model, IReadOnlyList<ModelDay> Used)
{
    /// <summary>So many days are shown.</summary>
    public const int Days = 7;
}
