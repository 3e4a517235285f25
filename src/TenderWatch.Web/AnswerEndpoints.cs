using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Answers;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Web.Access;
using TenderWatch.Web.Pages;

namespace TenderWatch.Web;

/// <summary>
/// The answer sheets of a case. They are public unless <c>?confidential=true</c> asks for the other, which needs a role: a sheet is made to be handed on, so
/// nobody gets what is confidential without having said so.
/// </summary>
internal static class AnswerEndpoints
{
    public const string Confidential = "confidential";

    public static async Task<IResult> ListAsync(string id, HttpContext context, CaseViews views, AnswerTemplates templates, Answers answers)
    {
        if (await views.FindStateAsync(id, context.RequestAborted) is null) return await answers.ProblemAsync(context, Problem.UnknownCase);
        return Representation.Of(templates.All.Select(template => new { template.Id, template.Version, template.Name, questions = template.Questions.Count })).Answer(context);
    }

    public static async Task<IResult> SheetAsync(string id, string template, HttpContext context, AnswerSheets sheets, Answers answers)
    {
        var (sheet, problem) = await FindAsync(id, template, context, sheets);
        if (sheet is null) return await answers.ProblemAsync(context, problem!);
        return sheet.Case == id ? Representation.Of(sheet).Answer(context) : Results.Redirect($"{context.Request.PathBase}/api/cases/{sheet.Case}/answers/{sheet.Template}{context.Request.QueryString}");
    }

    public static async Task<IResult> PageAsync(string id, string template, HttpContext context, AnswerSheets sheets, Answers answers)
    {
        var (sheet, problem) = await FindAsync(id, template, context, sheets);
        if (sheet is null) return await answers.ProblemAsync(context, problem!);
        if (sheet.Case != id) return Results.Redirect($"{context.Request.PathBase}/cases/{sheet.Case}/answers/{sheet.Template}{context.Request.QueryString}");
        var title = new LocalizedText($"{sheet.Name.Nl}: {sheet.Title}", $"{sheet.Name.En}: {sheet.Title}");
        return await answers.PageAsync<AnswersPage>(context, title, new(StringComparer.Ordinal)
        {
            [nameof(AnswersPage.Sheet)] = sheet,
            [nameof(AnswersPage.MaySeeConfidential)] = context.User.MaySeeConfidential(),
        });
    }

    private static async Task<(AnswerSheet? Sheet, Problem? Problem)> FindAsync(string id, string template, HttpContext context, AnswerSheets sheets)
    {
        var confidential = context.Request.Query[Confidential] == "true";
        if (confidential && !context.User.MaySeeConfidential()) return (null, AccessAnswers.NotPermitted);
        if (sheets.Templates.Find(template) is null) return (null, Problem.UnknownTemplate);
        var sheet = await sheets.FindAsync(id, template, confidential ? Person.ReaderOf(context) : null, context.RequestAborted);
        return (sheet, sheet is null ? Problem.UnknownCase : null);
    }
}
