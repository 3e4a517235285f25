using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Answers;

/// <summary>Fills a part from the findings of a check. What could not be assessed is said so; it is never an answer.</summary>
internal sealed class FindingStatements(CaseView view, SourceList sources)
{
    public PartFill Of(string check, bool reasons)
    {
        var name = AnswerTemplates.CheckNames[check];
        if (view.State.Checks.FirstOrDefault(result => result.Check == check) is not { } result || view.Findings.Where(finding => finding.Check == check).ToList() is not { Count: > 0 } findings)
            return new PartFill(AnswerState.Open, [], [new($"{name.Nl}: de controle is nog niet uitgevoerd of haar bevindingen zijn niet leesbaar", $"{name.En}: the check has not run yet, or its findings cannot be read")]);

        var hidden = !view.IsConfidential && view.RestsOnConfidential.Contains(check, StringComparer.Ordinal);
        AnswerStatement[] statements =
        [
            .. findings.OrderByDescending(finding => finding.Verdict).Select(finding => Statement(finding, result, name, findings.Count > 1, reasons)),
            .. hidden ? [new AnswerStatement(StatementKind.Confidential, name, ConfidentialWords.RestsOn, [])] : (AnswerStatement[])[],
        ];
        // What is published may differ from what is known: then it is never the whole answer.
        AnswerState[] states = [.. findings.Select(StateOf), .. hidden ? [AnswerState.Open] : (AnswerState[])[]];
        return new PartFill(PartFill.StateOf(states), statements, [.. findings.SelectMany(Missing).Distinct()]);
    }

    private AnswerStatement Statement(Finding finding, CheckResult result, LocalizedText name, bool isOneOfMany, bool reasons)
    {
        var subject = isOneOfMany && finding.Subject != LotAward.Whole ? new LocalizedText($"{name.Nl} ({finding.Subject})", $"{name.En} ({finding.Subject})") : name;
        return new AnswerStatement(StatementKind.Finding, subject, finding.Summary, [sources.Cite(result, view.IsConfidential, name), .. sources.Cite(finding.Figures.SelectMany(figure => figure.Origins))])
        {
            Verdict = finding.Verdict,
            Reasons = reasons ? finding.Reasons : [],
        };
    }

    private static AnswerState StateOf(Finding finding) =>
        finding.Verdict == Verdict.NotAssessable ? AnswerState.Open : finding.Missing.Count > 0 ? AnswerState.Partly : AnswerState.Answered;

    private static IEnumerable<LocalizedText> Missing(Finding finding) => finding.Missing.Select(missing => new LocalizedText($"{missing.Name.Nl}: {missing.Why.Nl}", $"{missing.Name.En}: {missing.Why.En}"));
}
