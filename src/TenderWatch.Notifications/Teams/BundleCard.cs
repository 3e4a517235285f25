using System.Text.Json.Nodes;
using TenderWatch.Core.Languages;
using TenderWatch.Notifications.Daily;
using TenderWatch.Notifications.Digests;
using static TenderWatch.Notifications.Teams.CardParts;

namespace TenderWatch.Notifications.Teams;

/// <summary>What is told of many cases as a card.</summary>
internal static class BundleCard
{
    private static readonly int[] MostLines = [25, 10, 4, 1];

    public static byte[] Of(BundleDigest digest) =>
        MostLines.Select(most => Envelope(Card(digest, most))).First(card => card.Length <= CaseCard.MostBytes);

    private static JsonObject Card(BundleDigest digest, int most)
    {
        var body = new JsonArray();
        if (digest.Banner is { } banner) body.Add(Container("warning", Text(banner, bold: true)));
        body.Add(Title(digest.Title));
        body.Add(Text(digest.Introduction));
        foreach (var section in digest.Sections)
        {
            body.Add(Text(section.Heading, bold: true));
            foreach (var line in section.Lines.Take(most)) body.Add(Line(line));
            if (section.Lines.Count - most + section.Left is > 0 and var left)
                body.Add(Text(LocalizedText.Of(nl => $"en nog {nl.Number(left)}, zie het overzicht", en => $"and {en.Number(left)} more, see the overview").In(digest.Language), subtle: true));
        }

        body.Add(Text(DigestWords.Nature.In(digest.Language), subtle: true));
        return Whole(digest.Language, digest.Subject, body, BundleWords.Open, digest.Page);
    }

    // The address is ours and holds no parenthesis; the title is escaped as all text is.
    private static JsonObject Line(BundleLine line)
    {
        var title = CardText.Of(line.Title);
        var block = Text("");
        block["text"] = (line.Page is { } page ? $"[{title}]({page.AbsoluteUri})" : title) + " – " + CardText.Of(line.Note);
        block["spacing"] = "Small";
        return block;
    }
}
