using System.Text.Json.Nodes;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Notifications.Digests;
using static TenderWatch.Notifications.Teams.CardParts;

namespace TenderWatch.Notifications.Teams;

/// <summary>The digest of a case as a card.</summary>
internal static class CaseCard
{
    /// <summary>Teams takes 28 KB with the envelope; the margin is for what it adds itself.</summary>
    public const int MostBytes = 26_000;

    private static readonly Detail[] Details =
    [
        new(Findings: 10, Missing: 15, Matches: 8, Facts: 20), new(4, 6, 3, 16), new(1, 3, 1, 12), new(0, 0, 0, 6),
    ];

    public static byte[] Of(CaseDigest digest)
    {
        foreach (var detail in Details)
        {
            var card = Envelope(Card(digest, detail, digest.Checks.Count));
            if (card.Length <= MostBytes) return card;
        }

        return Envelope(Card(digest, Details[^1], most: 10));
    }

    private static JsonObject Card(CaseDigest digest, Detail detail, int most)
    {
        var language = digest.Language;
        var body = new JsonArray();
        if (digest.Banner is { } banner) body.Add(Container("warning", Text(banner, bold: true)));
        body.Add(Title(digest.Title));
        body.Add(Text(digest.Introduction));
        body.Add(FactSet(digest.Next));
        body.Add(FactSet(digest.Facts.Take(detail.Facts)));
        foreach (var check in digest.Checks.Take(most)) body.Add(Check(check, detail, language));
        Section(body, DigestWords.Others, digest.Others, language);
        Section(body, DigestWords.Missing, digest.Missing.Take(detail.Missing).Select(missing => $"{missing.Name} ({missing.Field}): {missing.Why}"), language);
        Section(body, DigestWords.OpenedBecause, digest.OpenedBecause.Take(detail.Matches), language);
        var shortened = detail.Facts < digest.Facts.Count || detail.Missing < digest.Missing.Count || detail.Matches < digest.OpenedBecause.Count
            || most < digest.Checks.Count || digest.Checks.Any(check => check.Findings.Count > detail.Findings);
        if (shortened) body.Add(Text(DigestWords.Shortened.In(language), subtle: true));
        body.Add(Text(DigestWords.Nature.In(language), subtle: true));
        return Whole(language, digest.Subject, body, DigestWords.Open, digest.Page);
    }

    private static JsonObject Check(DigestCheck check, Detail detail, Language language)
    {
        var verdict = Text(check.Change is { } change ? $"{check.Words} ({change})" : check.Words, bold: true);
        verdict["spacing"] = "None";
        var items = new List<JsonObject> { Text(check.Name, bold: true), verdict };
        foreach (var finding in check.Findings.Take(detail.Findings))
        {
            var line = Text(finding.Subject is { } subject ? $"{subject}, {finding.Words}: {finding.Summary}" : finding.Summary);
            line["spacing"] = "Small";
            items.Add(line);
        }

        if (check.Left > 0 && detail.Findings > 0) items.Add(Text(DigestWords.More(check.Left).In(language), subtle: true));
        return Container(check.Verdict == Verdict.Flagged ? "warning" : "emphasis", [.. items]);
    }

    private sealed record Detail(int Findings, int Missing, int Matches, int Facts);
}
