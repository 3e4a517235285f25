using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TenderWatch.Core.Languages;
using TenderWatch.Notifications.Digests;

namespace TenderWatch.Notifications.Teams;

/// <summary>What Adaptive Cards are made of, and the envelope in which a Teams Workflows webhook takes them.</summary>
internal static class CardParts
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Envelope(JsonObject card) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["contentUrl"] = null,
            ["content"] = card,
        }),
    }, Compact);

    public static JsonObject Whole(Language language, string subject, JsonArray body, LocalizedText open, Uri page)
    {
        return new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["lang"] = language == Language.Nl ? "nl" : "en",
            ["fallbackText"] = subject,
            ["msteams"] = new JsonObject { ["width"] = "Full" },
            ["body"] = body,
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = open.In(language), ["url"] = page.AbsoluteUri }),
        };
    }

    public static JsonObject Title(string text)
    {
        var title = Text(text, bold: true);
        title["size"] = "Large";
        title["style"] = "heading";
        return title;
    }

    public static void Section(JsonArray body, LocalizedText heading, IEnumerable<string> lines, Language language)
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

    public static JsonObject FactSet(IEnumerable<DigestFact> facts) => new()
    {
        ["type"] = "FactSet",
        ["facts"] = new JsonArray([.. facts.Select(fact => new JsonObject { ["title"] = CardText.Of(fact.Label), ["value"] = CardText.Of(fact.Line) })]),
    };

    public static JsonObject Container(string style, params JsonObject[] items) =>
        new() { ["type"] = "Container", ["style"] = style, ["items"] = new JsonArray([.. items]) };

    public static JsonObject Text(string text, bool bold = false, bool subtle = false)
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
}
