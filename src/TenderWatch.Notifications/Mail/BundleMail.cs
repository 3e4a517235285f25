using System.Text;
using TenderWatch.Core.Languages;
using TenderWatch.Notifications.Daily;
using TenderWatch.Notifications.Digests;

namespace TenderWatch.Notifications.Mail;

/// <summary>What is told of many cases as plain text and as HTML.</summary>
internal sealed class BundleMail : MailPage
{
    public static MailContent Of(BundleDigest digest) => new(digest.Subject, TextOf(digest), new BundleMail().Write(digest));

    private static string TextOf(BundleDigest digest)
    {
        var text = new StringBuilder();
        if (digest.Banner is { } banner) text.Append("*** ").Append(banner).Append(" ***\r\n\r\n");
        text.Append(digest.Title).Append("\r\n\r\n").Append(digest.Introduction).Append("\r\n").Append(digest.Page.AbsoluteUri).Append("\r\n");
        foreach (var section in digest.Sections)
        {
            MailText.Heading(text, section.Heading);
            foreach (var line in section.Lines)
            {
                text.Append("* ").Append(line.Title).Append("\r\n  ").Append(line.Note).Append("\r\n");
                if (line.Page is { } page) text.Append("  ").Append(page.AbsoluteUri).Append("\r\n");
            }

            if (section.Left > 0) text.Append("  ").Append(More(section, digest.Language)).Append("\r\n");
        }

        return text.Append("\r\n-- \r\n").Append(DigestWords.Nature.In(digest.Language)).Append("\r\n").ToString();
    }

    private string Write(BundleDigest digest) => Write(digest.Language, digest.Title, digest.Banner, digest.Introduction, BundleWords.Open, digest.Page, () =>
    {
        foreach (var section in digest.Sections)
        {
            Heading(section.Heading);
            foreach (var line in section.Lines) Link(line.Title, line.Page, line.Note);
            if (section.Left > 0) Row($"padding:8px 28px 0;{Quiet}", More(section, digest.Language));
        }

        Row($"padding:22px 28px 24px;{Quiet}", DigestWords.Nature.In(digest.Language));
    });

    private static string More(BundleSection section, Language language) =>
        LocalizedText.Of(nl => $"en nog {nl.Number(section.Left)}, zie het overzicht", en => $"and {en.Number(section.Left)} more, see the overview").In(language);
}
