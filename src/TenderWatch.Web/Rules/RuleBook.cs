using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Web.Pages;

namespace TenderWatch.Web.Rules;

/// <summary>The rules that this program runs, for whoever wants to know what a finding means before asking anybody.</summary>
internal sealed class RuleBook(IEnumerable<ICheck> checks)
{
    private const string Root = "/rules";

    private readonly ICheck[] _checks = [.. checks.DistinctBy(check => check.Id)];

    /// <summary>The address of the page of a check or of a method; <see langword="null"/> where it has none.</summary>
    public static string? Address(string name) => RuleTexts.Exists(name) ? $"{Root}/{name}" : null;

    public Task<IResult> AllAsync(HttpContext context, Answers answers) =>
        answers.PageAsync<RulesPage>(context, new LocalizedText("Regels", "Rules"), new(StringComparer.Ordinal) { [nameof(RulesPage.Checks)] = _checks });

    public async Task<IResult> OneAsync(string name, HttpContext context, Answers answers)
    {
        if (!RuleTexts.Exists(name)) return await answers.ProblemAsync(context, Problem.UnknownRule);
        var check = _checks.FirstOrDefault(check => check.Id == name);
        return await answers.PageAsync<RulePage>(context, check?.Name ?? LocalizedText.Same(RuleText.Of(name).Title), new(StringComparer.Ordinal)
        {
            [nameof(RulePage.Name)] = name,
            [nameof(RulePage.Check)] = check,
        });
    }
}
