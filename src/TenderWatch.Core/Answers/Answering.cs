using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Answers;

/// <summary>Answers the questions of a template from a case. Pure.</summary>
public static class Answering
{
    private const int MostStatements = 40;

    /// <summary>The sheet.</summary>
    /// <param name="template">The questions.</param>
    /// <param name="view">The case; as the public sees it for a sheet that can be published.</param>
    /// <param name="isConfidential">Whether the sheet is for those who may see bids, filings and the findings on them.</param>
    /// <param name="ledger">The ledger of the case. What came after the state of the view, such as a message sent since, is left out: it would make another sheet of the same case.</param>
    /// <exception cref="ArgumentException">A view with confidential facts for a sheet that can be published.</exception>
    public static AnswerSheet Of(AnswerTemplate template, CaseView view, bool isConfidential, IReadOnlyList<StoredLedgerEntry> ledger)
    {
        if (view.IsConfidential && !isConfidential) throw new ArgumentException("A sheet that can be published is made of what the public may see.", nameof(view));
        var sources = new SourceList(view.Facts, LedgerPlaces.Of(ledger.Where(entry => entry.Sequence <= view.State.Ledger.Sequence)));
        var facts = view.Facts is { } known ? new FactStatements(known, Divergences.Of(view.Timeline), sources) : null;
        var (findings, entered) = (new FindingStatements(view, sources), new EnteredStatements(view, isConfidential, sources));

        PartFill Fill(TemplatePart part) => part switch
        {
            { Facts.Count: > 0 } => facts?.Of(part.Facts) ?? new PartFill(AnswerState.Open, [], [NoFacts(view)]),
            { Check: { } check } => findings.Of(check, part.Reasons),
            { Entered: { } source } => entered.Of(source),
            _ => new PartFill(AnswerState.Open, [], []),
        };

        AnswerPart Part(TemplatePart part)
        {
            var fill = Fill(part);
            var open = fill.State == AnswerState.Answered ? null : new OpenPoint([.. fill.Why.Take(MostStatements)], [.. part.AskedOf.Select(respondent => template.Respondents[respondent])], part.AnsweredBy!);
            return new AnswerPart(part.About, fill.State, part.Supporting, [.. fill.Statements.Take(MostStatements)], Math.Max(0, fill.Statements.Count - MostStatements), open);
        }

        Answer Answer(TemplateQuestion question)
        {
            IReadOnlyList<AnswerPart> parts = [.. question.Parts.Select(Part)];
            var state = PartFill.StateOf(parts.Where(part => !part.IsSupporting).Select(part => part.State));
            return new Answer(question.Id, question.Topic, question.Question, state, parts, question.Notes);
        }

        IReadOnlyList<Answer> answers = [.. template.Questions.Select(Answer)];
        var title = view.State.Title.Length > 0 ? view.State.Title : view.State.Id;
        return new AnswerSheet(view.State.Id, title, view.State.Buyers, template.Id, template.Version, template.Name, template.Introduction, isConfidential, view.State.UpdatedAt ?? view.State.OpenedAt, view.State.Ledger, answers, sources.All);
    }

    private static LocalizedText NoFacts(CaseView view) => view.Unreadable.Any(one => one.Role == EvidenceRoles.Facts && one.Deleted is not null)
        ? new("De feiten van de zaak zijn verwijderd volgens de bewaartermijn", "The facts of the case were deleted under retention")
        : new("De feiten van de zaak zijn nog niet vastgelegd of niet leesbaar", "The facts of the case were not recorded yet, or cannot be read");
}
