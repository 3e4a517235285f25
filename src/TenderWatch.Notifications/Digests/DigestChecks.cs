using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Notifications.Digests;

/// <summary>The outcome of every check, what asks for attention first.</summary>
internal static class DigestChecks
{
    private const int MostFindings = 10;
    private const int MostReasons = 6;

    public static IReadOnlyList<DigestCheck> Of(CaseMessage message, IReadOnlyDictionary<string, LocalizedText> names, Language language) =>
        [.. message.Findings
            .GroupBy(finding => finding.Check, StringComparer.Ordinal)
            .Select(findings => Check(findings.Key, [.. findings], message, names, language))
            .OrderByDescending(check => check.Verdict)];

    private static DigestCheck Check(string id, Finding[] findings, CaseMessage message, IReadOnlyDictionary<string, LocalizedText> names, Language language)
    {
        var current = message.State.Checks.FirstOrDefault(result => result.Check == id);
        var previous = message.Previous.FirstOrDefault(result => result.Check == id);
        if (current is { RestsOnConfidential: true }) return Untold(current, previous, names, language);
        var verdict = findings.Max(finding => finding.Verdict);
        var told = findings.OrderByDescending(finding => finding.Verdict).Take(MostFindings).Select(finding => Told(finding, findings.Length > 1, language)).ToArray();
        return new DigestCheck(
            id,
            NameOf(id, names, language),
            verdict,
            VerdictWords.Of(verdict, language),
            previous is null ? null : Change(previous, verdict, current, language),
            told,
            findings.Length - told.Length);
    }

    // A mail goes further than its reader: of a verdict that rests on bids or filings nothing else is told.
    private static DigestCheck Untold(CheckResult current, CheckResult? previous, IReadOnlyDictionary<string, LocalizedText> names, Language language)
    {
        var words = VerdictWords.Of(current.Verdict, language);
        return new DigestCheck(
            current.Check,
            NameOf(current.Check, names, language),
            current.Verdict,
            words,
            previous is null ? null : Change(previous, current.Verdict, current, language),
            [new DigestFinding(null, current.Verdict, words, ConfidentialWords.RestsOn.In(language), [])],
            0);
    }

    private static string NameOf(string id, IReadOnlyDictionary<string, LocalizedText> names, Language language) =>
        PlainText.Line(names.TryGetValue(id, out var name) ? name.In(language) : id, 120);

    // The digest over all subjects shows a change that the gravest verdict hides: one lot cleared, another not.
    private static string? Change(CheckResult previous, Verdict verdict, CheckResult? current, Language language)
    {
        if (previous.Verdict != verdict) return "was: " + VerdictWords.Of(previous.Verdict, language);
        return current is not null && current.Verdicts != previous.Verdicts
            ? new LocalizedText("gewijzigd voor een deel van de percelen", "changed for some of the lots").In(language)
            : null;
    }

    private static DigestFinding Told(Finding finding, bool oneOfSeveral, Language language) => new(
        oneOfSeveral ? PlainText.Line(finding.Subject, 60) : null,
        finding.Verdict,
        VerdictWords.Of(finding.Verdict, language),
        PlainText.Line(finding.Summary.In(language), 400),
        [.. finding.Reasons.Take(MostReasons).Select(reason => PlainText.Line(reason.In(language), 500))]);
}
