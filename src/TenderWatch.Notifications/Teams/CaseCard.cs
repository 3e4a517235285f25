using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Notifications.Digests;

namespace TenderWatch.Notifications.Teams;

/// <summary>The digest as an Adaptive Card in the envelope that a Teams Workflows webhook takes.</summary>
internal static class CaseCard
{
    /// <summary>Teams takes 28 KB with the envelope; the margin is for what it adds itself.</summary>
    public const int MostBytes = 26_000;

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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

    private static byte[] Envelope(JsonObject card) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["contentUrl"] = null,
            ["content"] = card,
        }),
    }, Compact);

    private static JsonObject Card(CaseDigest digest, Detail detail, int most)
    {
        var language = digest.Language;
        var body = new JsonArray();
        if (digest.Banner is { } banner) body.Add(Container("warning", Text(banner, bold: true)));
        var title = Text(digest.Title, bold: true);
        title["size"] = "Large";
        title["style"] = "heading";
        body.Add(title);
        body.Add(Text(digest.Introduction));
        body.Add(FactSet(digest.Facts.Take(detail.Facts)));
        foreach (var check in digest.Checks.Take(most)) body.Add(Check(check, detail, language));
        Section(body, DigestWords.Others, digest.Others, language);
        Section(body, DigestWords.Missing, digest.Missing.Take(detail.Missing).Select(missing => $"{missing.Name} ({missing.Field}): {missing.Why}"), language);
        Section(body, DigestWords.OpenedBecause, digest.OpenedBecause.Take(detail.Matches), language);
        var shortened = detail.Facts < digest.Facts.Count || detail.Missing < digest.Missing.Count || detail.Matches < digest.OpenedBecause.Count
            || most < digest.Checks.Count || digest.Checks.Any(check => check.Findings.Count > detail.Findings);
        if (shortened) body.Add(Text(DigestWords.Shortened.In(language), subtle: true));
        body.Add(Text(DigestWords.Nature.In(language), subtle: true));
        return new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["lang"] = language == Language.Nl ? "nl" : "en",
            ["fallbackText"] = digest.Subject,
            ["msteams"] = new JsonObject { ["width"] = "Full" },
            ["body"] = body,
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = DigestWords.Open.In(language), ["url"] = digest.Page.AbsoluteUri }),
        };
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

    private static void Section(JsonArray body, LocalizedText heading, IEnumerable<string> lines, Language language)
    {
        var texts = lines.Select(line => Text(line)).ToArray();
        if (texts.Length == 0) return;
        body.Add(Text(heading.In(language), bold: true));
        foreach (var text in texts)
        {
            text["spacing"] = "Small";
            body.Add(text);
        }
    }

    private static JsonObject FactSet(IEnumerable<DigestFact> facts) => new()
    {
        ["type"] = "FactSet",
        ["facts"] = new JsonArray([.. facts.Select(fact => new JsonObject { ["title"] = CardText.Of(fact.Label), ["value"] = CardText.Of(fact.Line) })]),
    };

    private static JsonObject Container(string style, params JsonObject[] items) =>
        new() { ["type"] = "Container", ["style"] = style, ["items"] = new JsonArray([.. items]) };

    private static JsonObject Text(string text, bool bold = false, bool subtle = false)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = CardText.Of(text), ["wrap"] = true };
        if (bold) block["weight"] = "Bolder";
        if (subtle)
        {
            block["isSubtle"] = true;
            block["size"] = "Small";
        }

        return block;
    }

    private sealed record Detail(int Findings, int Missing, int Matches, int Facts);
}
