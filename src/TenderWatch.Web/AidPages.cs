using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Core.Reviews.Explanations.Aids;
using TenderWatch.Web.Access;
using TenderWatch.Web.Pages;

namespace TenderWatch.Web;

/// <summary>The aid for reading the explanation of a price: for those who may see what is confidential, and recorded.</summary>
internal static class AidPages
{
    private const string Lot = "lot";
    private const string Bid = "bid";

    /// <summary>Its address. A page of its own: the explanation is read when somebody asks for it, not with each look at the case.</summary>
    public static string Address(string caseId, ExplanationProcedure procedure) =>
        $"/cases/{caseId}/explanations" + new QueryBuilder([KeyValuePair.Create(Lot, procedure.Lot), KeyValuePair.Create(Bid, procedure.Bid)]).ToQueryString().Value;

    public static async Task<IResult> AidAsync(string id, HttpContext context, ConfidentialReading reading, Answers answers)
    {
        if (Person.ReaderOf(context) is not { } reader) return await answers.ProblemAsync(context, AccessAnswers.NotPermitted);
        if (await reading.FindAsync(id, reader, context.RequestAborted) is not { } view) return await answers.ProblemAsync(context, Problem.UnknownCase);
        var (lot, bid) = (context.Request.Query[Lot].ToString(), context.Request.Query[Bid].ToString());
        if (ExplanationEvents.Find(view.State.Explanations, lot, bid) is not { } procedure || !ExplanationAids.HasExplanation(procedure) || context.RequestServices.GetService<ExplanationAids>() is not { } aids)
            return await answers.ProblemAsync(context, Problem.UnknownPage);
        var aid = await aids.ReadAsync(view, procedure, reader, context.RequestAborted);
        var title = new LocalizedText($"Hulp bij het lezen van de toelichting op {bid}", $"Aid for reading the explanation of {bid}");
        return await answers.PageAsync<AidPage>(context, title, new(StringComparer.Ordinal) { [nameof(AidPage.Aid)] = aid, [nameof(AidPage.Procedure)] = procedure, [nameof(AidPage.CaseId)] = view.State.Id });
    }
}
