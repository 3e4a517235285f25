using System.Text.Json.Nodes;
using TenderWatch.Notifications.Digests;
using static TenderWatch.Notifications.Teams.CardParts;

namespace TenderWatch.Notifications.Teams;

/// <summary>What is told about a source as a card. Its texts are few and bounded, so that it never comes near the limit of Teams.</summary>
internal static class AlarmCard
{
    public static byte[] Of(AlarmDigest digest)
    {
        var body = new JsonArray();
        if (digest.Banner is { } banner) body.Add(Container("warning", Text(banner, bold: true)));
        body.Add(Title(digest.Title));
        body.Add(Text(digest.Introduction));
        foreach (var paragraph in digest.Paragraphs)
        {
            var text = Text(paragraph.Text);
            text["spacing"] = "Small";
            body.Add(Text(paragraph.Heading, bold: true));
            body.Add(text);
        }

        body.Add(FactSet(digest.Facts));
        return Envelope(Whole(digest.Language, digest.Subject, body, AlarmWords.Open, digest.Page));
    }
}
