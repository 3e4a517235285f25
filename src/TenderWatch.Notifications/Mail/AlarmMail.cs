using System.Text;
using TenderWatch.Notifications.Digests;

namespace TenderWatch.Notifications.Mail;

/// <summary>What is told about a source as plain text and as HTML.</summary>
internal sealed class AlarmMail : MailPage
{
    public static string TextOf(AlarmDigest digest)
    {
        var text = new StringBuilder();
        if (digest.Banner is { } banner) text.Append("*** ").Append(banner).Append(" ***\r\n\r\n");
        text.Append(digest.Title).Append("\r\n\r\n").Append(digest.Introduction).Append("\r\n");
        foreach (var paragraph in digest.Paragraphs) MailText.Heading(text, paragraph.Heading).Append(paragraph.Text).Append("\r\n");
        MailText.Heading(text, AlarmWords.Details.In(digest.Language));
        foreach (var fact in digest.Facts) text.Append(fact.Label).Append(": ").Append(string.Join("\r\n  ", fact.Values)).Append("\r\n");
        return text.Append("\r\n").Append(digest.Page.AbsoluteUri).Append("\r\n").ToString();
    }

    public static string HtmlOf(AlarmDigest digest) => new AlarmMail().Write(digest);

    private string Write(AlarmDigest digest) => Write(digest.Language, digest.Title, digest.Banner, digest.Introduction, AlarmWords.Open, digest.Page, () =>
    {
        foreach (var paragraph in digest.Paragraphs)
        {
            Heading(paragraph.Heading);
            Row("padding:4px 28px 0;overflow-wrap:anywhere;", paragraph.Text);
        }

        Facts(AlarmWords.Details.In(digest.Language), digest.Facts);
        Row("padding:0 0 24px;", "");
    });
}
