using MimeKit;
using MimeKit.Text;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;

namespace TenderWatch.Notifications.Mail;

/// <summary>What a mail says.</summary>
/// <param name="Subject">Its subject, one line.</param>
/// <param name="Text">As plain text.</param>
/// <param name="Html">The same as HTML.</param>
internal sealed record MailContent(string Subject, string Text, string Html)
{
    /// <summary>The pictures that the HTML shows, in the mail itself: nothing is fetched from anywhere.</summary>
    public IReadOnlyList<MailPicture> Pictures { get; init; } = [];
}

/// <summary>A picture within a mail.</summary>
/// <param name="Id">What the HTML calls it by: <c>cid:prices-1</c>.</param>
/// <param name="Png">Its bytes.</param>
internal sealed record MailPicture(string Id, byte[] Png);

/// <summary>A text as a mail. The same text gives the same bytes: identifier, boundary and date are given, not invented.</summary>
internal sealed record MailEnvelope(string MessageId, string About, MailboxAddress From, MailboxAddress To, DateTimeOffset At)
{
    /// <summary>Whether it is one of a row that comes whatever happens, so that mail programs offer to end it (RFC 2369).</summary>
    public bool IsList { get; init; }

    public byte[] Seal(Language language, MailContent content)
    {
        using var message = new MimeMessage();
        message.Headers.Clear();
        message.From.Add(From);
        message.To.Add(To);
        message.Date = TimeZoneInfo.ConvertTime(At, DutchTime.Zone);
        message.Subject = content.Subject;
        message.MessageId = $"{MessageId}@{From.Domain}";
        // No message has this identifier: the mails about a case or a source hang together under it, whichever of them a reader still has.
        var thread = $"{MessageSubject.KindOf(About)}-{Digest.Of(About).Hex[..16]}@{From.Domain}";
        message.InReplyTo = thread;
        message.References.Add(thread);
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office replies
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        if (IsList) message.Headers.Add(HeaderId.ListUnsubscribe, $"<mailto:{From.Address}?subject=unsubscribe>");
        message.Headers.Add(HeaderId.ContentLanguage, language == Language.Nl ? "nl" : "en");
        message.Body = new MultipartAlternative
        {
            Part(TextFormat.Plain, content.Text),
            Html(content),
        };
        // "=" never stands unencoded in quoted-printable text before "-", so no content can hold the boundary (RFC 2045, 6.7).
        ((Multipart)message.Body).Boundary = "=-" + MessageId;

        using var bytes = new MemoryStream();
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        message.WriteTo(options, bytes);
        return bytes.ToArray();
    }

    private MimeEntity Html(MailContent content)
    {
        var html = Part(TextFormat.Html, content.Html);
        if (content.Pictures.Count == 0) return html;
        var related = new MultipartRelated { Root = html };
        related.Boundary = "=-r" + MessageId;
        foreach (var picture in content.Pictures)
        {
            related.Add(new MimePart("image", "png")
            {
                ContentId = picture.Id,
                Content = new MimeContent(new MemoryStream(picture.Png)),
                ContentTransferEncoding = ContentEncoding.Base64,
                ContentDisposition = new ContentDisposition(ContentDisposition.Inline) { FileName = picture.Id + ".png" },
            });
        }

        return related;
    }

    private static TextPart Part(TextFormat format, string text) => new(format)
    {
        Text = text,
        ContentTransferEncoding = ContentEncoding.QuotedPrintable,
    };
}
