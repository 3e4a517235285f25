using System.Text;
using MimeKit;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Notifications.Digests;
using TenderWatch.Notifications.Mail;
using TenderWatch.Notifications.Teams;

namespace TenderWatch.Notifications;

/// <summary>One message for each configured recipient, each in the language of the recipient.</summary>
/// <param name="settings">The recipients.</param>
/// <param name="checks">The checks, for their names.</param>
public sealed class MessageComposer(NotificationSettings settings, IEnumerable<ICheck> checks) : IMessageComposer
{
    /// <inheritdoc/>
    public IReadOnlyList<ComposedMessage> Compose(CaseMessage message, DateTimeOffset at)
    {
        if (settings.PublicBaseUrl is not { } page || (settings.Recipients.Count == 0 && settings.Teams.Count == 0)) return [];
        var writer = new CaseDigestWriter(checks, page, settings.Banner);
        var digests = new[] { Language.Nl, Language.En }.ToDictionary(language => language, language => writer.Write(message, language));
        return
        [
            .. settings.Recipients.Select(recipient => Mail(message, digests[recipient.Language], recipient, at)),
            .. settings.Teams.Select(target => Card(message, digests[target.Language], target)),
        ];
    }

    private ComposedMessage Mail(CaseMessage message, CaseDigest digest, MailRecipient recipient, DateTimeOffset at)
    {
        var id = IdOf(message, Channels.Email, recipient.Email);
        var bytes = CaseMail.Of(digest, id, message.State.Id, MailboxAddress.Parse(settings.From), MailboxAddress.Parse(recipient.Email), at);
        return new ComposedMessage(id, message.State.Id, Channels.Email, recipient.Email, "message/rfc822", bytes);
    }

    private static ComposedMessage Card(CaseMessage message, CaseDigest digest, TeamsTarget target) =>
        new(IdOf(message, Channels.Teams, target.Name), message.State.Id, Channels.Teams, target.Name, "application/json", CaseCard.Of(digest));

    // Lengths before the parts: no two different lists of parts give the same text.
    private static string IdOf(CaseMessage message, string channel, string recipient)
    {
        var text = new StringBuilder("message");
        foreach (var part in new[] { message.State.Id, message.EventId, message.Reason.ToString(), channel, recipient })
            text.Append('|').Append(System.Globalization.CultureInfo.InvariantCulture, $"{part.Length}:").Append(part);
        return Digest.Of(text.ToString()).Hex[..32];
    }
}
