using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;

namespace TenderWatch.Notifications.Digests;

/// <summary>The line that people see first.</summary>
internal static class DigestSubject
{
    public static string Of(MessageReason reason, string title, IReadOnlyList<DigestCheck> checks, Language language)
    {
        var what = reason == MessageReason.Opened ? new LocalizedText("Nieuwe zaak", "New case") : new LocalizedText("Uitkomst gewijzigd", "Outcome changed");
        return $"[TenderWatch] {what.In(language)}: {title} – {Tail(reason, checks, language)}";
    }

    private static string Tail(MessageReason reason, IReadOnlyList<DigestCheck> checks, Language language)
    {
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
