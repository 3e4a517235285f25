using MimeKit;
using MimeKit.Text;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;

namespace TenderWatch.Notifications.Mail;

/// <summary>A text as a mail. The same text gives the same bytes: identifier, boundary and date are given, not invented.</summary>
internal sealed record MailEnvelope(string MessageId, string About, MailboxAddress From, MailboxAddress To, DateTimeOffset At)
{
    public byte[] Seal(Language language, string subject, string text, string html)
    {
        using var message = new MimeMessage();
        message.Headers.Clear();
        message.From.Add(From);
        message.To.Add(To);
        message.Date = TimeZoneInfo.ConvertTime(At, DutchTime.Zone);
        message.Subject = subject;
        message.MessageId = $"{MessageId}@{From.Domain}";
        // No message has this identifier: the mails about a case or a source hang together under it, whichever of them a reader still has.
        var thread = $"{(MessageSubject.SourceOf(About) is null ? "case" : "source")}-{Digest.Of(About).Hex[..16]}@{From.Domain}";
        message.InReplyTo = thread;
        message.References.Add(thread);
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office replies
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add(HeaderId.ContentLanguage, language == Language.Nl ? "nl" : "en");
        message.Body = new MultipartAlternative
        {
            Part(TextFormat.Plain, text),
            Part(TextFormat.Html, html),
        };
        // "=" never stands unencoded in quoted-printable text before "-", so no content can hold the boundary (RFC 2045, 6.7).
        ((Multipart)message.Body).Boundary = "=-" + MessageId;

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
