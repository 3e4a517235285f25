using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Retention;

namespace TenderWatch.Web;

/// <summary>For how long the evidence of a case is kept, for programs.</summary>
internal static class Retentions
{
    public static async Task<IResult> GetAsync(string id, HttpContext context, CaseViews views, RetentionSettings settings, Answers answers)
    {
        if (await views.FindStateAsync(id, context.RequestAborted) is not { } state) return await answers.ProblemAsync(context, Problem.UnknownCase);
        if (state.Id != id) return Results.Redirect($"{context.Request.PathBase}/api/cases/{state.Id}/retention");
        var contract = ContractTerm.Of(await views.FactsAsync(state, context.RequestAborted));
        var terms = RetentionTerm.All(contract, settings);
        return Representation.Of(new
        {
            awarded = contract.Awarded,
            contractEnd = contract.End,
            why = contract.Why,
            terms = terms.Select(term => new { @class = term.Class, from = term.From, why = term.Why, rule = term.Rule }),
            hold = state.Holds.LastOrDefault(hold => hold.Stands),
        }).Answer(context);
    }
}
