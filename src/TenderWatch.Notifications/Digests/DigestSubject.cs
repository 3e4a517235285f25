using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;

namespace TenderWatch.Notifications.Digests;

/// <summary>The line that people see first.</summary>
internal static class DigestSubject
{
    public static string Of(CaseMessage message, string title, IReadOnlyList<DigestCheck> checks, Language language)
    {
        var what = message.Reason switch
        {
            MessageReason.Opened => new LocalizedText("Nieuwe zaak", "New case"),
            MessageReason.DeadlineNear => new("Termijn nadert", "Deadline near"),
            MessageReason.DeadlinePassed => new("Termijn verstreken", "Deadline passed"),
            MessageReason.DecisionTaken => new("Besluit genomen", "Decision taken"),
            _ => new("Uitkomst gewijzigd", "Outcome changed"),
        };
        return $"[TenderWatch] {what.In(language)}: {title} – {Tail(message, checks, language)}";
    }

    private static string Tail(CaseMessage message, IReadOnlyList<DigestCheck> checks, Language language)
    {
        var (reason, text) = (message.Reason, Wording.For(language));
        if (message.Term is { } term) return PlainText.Line($"{TermWords.What(term).In(language)}: {TermWords.Until(term, text)}", 160);
        var changed = checks.Where(check => check.Change is not null).ToArray();
        if (reason == MessageReason.VerdictChanged && changed is [var only]) return $"{only.Name}: {only.Words.ToLowerInvariant()}";
        var gravest = checks.Count == 0 ? Verdict.NotAssessable : checks.Max(check => check.Verdict);
        return (gravest switch
        {
            Verdict.Flagged => new LocalizedText("aandacht nodig", "needs attention"),
            Verdict.NotAssessable => new("gegevens ontbreken", "facts are missing"),
            _ => new("geen signaal", "no signal"),
        }).In(language);
    }
}
