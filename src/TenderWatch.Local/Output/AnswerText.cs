using TenderWatch.Core.Answers;
using TenderWatch.Core.Languages;

namespace TenderWatch.Local.Output;

/// <summary>An answer sheet as lines for a terminal.</summary>
internal static class AnswerText
{
    public static void Write(Terminal terminal, AnswerSheet sheet, Language language)
    {
        string T(string nl, string en) => language == Language.Nl ? nl : en;
        terminal.Heading($"{sheet.Name.In(language)}: {sheet.Title}");
        if (sheet.IsConfidential) terminal.Line(ConfidentialWords.Marked.In(language));
        terminal.Line(string.Join("   ", Enum.GetValues<AnswerState>().Select(state => $"{AnswerWords.Of(state).In(language)}: {sheet.Count(state)}")));
        foreach (var answer in sheet.Answers)
        {
            terminal.Line();
            terminal.Heading($"{answer.Id}. {answer.Topic.In(language)} [{AnswerWords.Of(answer.State).In(language)}]");
            terminal.Line($"    {answer.Question.In(language)}");
            foreach (var part in answer.Parts) Write(terminal, part, language);
        }

        terminal.Line();
        terminal.Heading(T("Bronnen", "Sources"));
        foreach (var source in sheet.Sources)
        {
            var rule = source.Check is null ? "" : $", {T("regel", "rule")} {source.Check} {T("versie", "version")} {source.RuleVersion}";
            var recorded = source.Recorded is { } place ? $", {T("logboek nr.", "ledger no.")} {place.Sequence}" : "";
            terminal.Line($"  [{source.Number}] {source.Name.In(language)}{rule}, sha256 {source.Sha256}{recorded}");
        }
    }

    private static void Write(Terminal terminal, AnswerPart part, Language language)
    {
        string T(string nl, string en) => language == Language.Nl ? nl : en;
        terminal.Line($"  - {part.About.In(language)} [{AnswerWords.Of(part.State).In(language)}]");
        foreach (var statement in part.Statements)
        {
            var verdict = statement.Verdict is { } found ? $"[{VerdictWords.Of(found, language)}] " : "";
            var derivation = statement.Derivation is null ? "" : $" = {statement.Derivation}";
            terminal.Line($"      {statement.Subject.In(language)}: {verdict}{statement.Text.In(language)}{derivation} {string.Join(' ', statement.Citations.Select(Cited).Distinct(StringComparer.Ordinal))}".TrimEnd());
            foreach (var reason in statement.Reasons) terminal.Line($"        - {reason.In(language)}");
        }

        if (part.LeftOut > 0) terminal.Line($"      … (+{part.LeftOut})");
        if (part.Open is not { } open) return;
        foreach (var why in open.Why) terminal.Line($"      {T("ontbreekt", "missing")}: {why.In(language)}");
        terminal.Line($"      {T("te beantwoorden door", "to be answered by")}: {string.Join(", ", open.AskedOf.Select(who => who.In(language)))}. {T("Nodig", "Needed")}: {open.AnsweredBy.In(language)}");
    }

    private static string Cited(Citation citation) => $"[{citation.Source}{(citation.Field is null ? "" : ": " + citation.Field)}{(citation.At is null ? "" : " " + citation.At)}]";
}
