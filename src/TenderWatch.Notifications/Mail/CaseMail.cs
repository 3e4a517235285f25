using MimeKit;
using MimeKit.Text;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Notifications.Digests;

namespace TenderWatch.Notifications.Mail;

/// <summary>The digest as a mail. The same digest gives the same bytes: identifier, boundary and date are given, not invented.</summary>
internal static class CaseMail
{
    public static byte[] Of(CaseDigest digest, string messageId, string caseId, MailboxAddress from, MailboxAddress to, DateTimeOffset at)
    {
        using var message = new MimeMessage();
        message.Headers.Clear();
        message.From.Add(from);
        message.To.Add(to);
        message.Date = TimeZoneInfo.ConvertTime(at, DutchTime.Zone);
        message.Subject = digest.Subject;
        message.MessageId = $"{messageId}@{from.Domain}";
        // No message has this identifier: the mails of a case hang together under it, whichever of them a reader still has.
        var thread = $"case-{Digest.Of(caseId).Hex[..16]}@{from.Domain}";
        message.InReplyTo = thread;
        message.References.Add(thread);
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office replies
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add(HeaderId.ContentLanguage, digest.Language == Language.Nl ? "nl" : "en");
        message.Body = new MultipartAlternative
        {
            Part(TextFormat.Plain, MailText.Of(digest)),
            Part(TextFormat.Html, MailHtml.Of(digest)),
        };
        // "=" never stands unencoded in quoted-printable text before "-", so no content can hold the boundary (RFC 2045, 6.7).
        ((Multipart)message.Body).Boundary = "=-" + messageId;

        using var bytes = new MemoryStream();
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        message.WriteTo(options, bytes);
        return bytes.ToArray();
    }

    private static TextPart Part(TextFormat format, string text) => new(format)
    {
        Text = text,
        ContentTransferEncoding = ContentEncoding.QuotedPrintable,
    };
}
