using System.Globalization;
using System.Text;
using MimeKit;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Messages;
using TenderWatch.Notifications.Mail;

namespace TenderWatch.Notifications;

/// <summary>What a message comes of, from which its identifier is made: the same cause never gives two messages to one recipient.</summary>
/// <param name="About">The subject; see <see cref="MessageSubject"/>.</param>
/// <param name="EventId">The event, alarm or day.</param>
/// <param name="Reason">Why.</param>
internal sealed record MessageCause(string About, string EventId, string Reason)
{
    public ComposedMessage Mail(MailRecipient recipient, string from, DateTimeOffset at, MailContent content, bool isList = false)
    {
        var id = IdFor(Channels.Email, recipient.Email);
        var envelope = new MailEnvelope(id, About, MailboxAddress.Parse(from), MailboxAddress.Parse(recipient.Email), at) { IsList = isList };
        return new ComposedMessage(id, About, Channels.Email, recipient.Email, "message/rfc822", envelope.Seal(recipient.Language, content));
    }

    public ComposedMessage Card(TeamsTarget target, byte[] card) => new(IdFor(Channels.Teams, target.Name), About, Channels.Teams, target.Name, "application/json", card);

    // Lengths before the parts: no two different lists of parts give the same text.
    private string IdFor(string channel, string recipient)
    {
        var text = new StringBuilder("message");
        foreach (var part in new[] { About, EventId, Reason, channel, recipient })
            text.Append('|').Append(CultureInfo.InvariantCulture, $"{part.Length}:").Append(part);
        return Digest.Of(text.ToString()).Hex[..32];
    }
}
