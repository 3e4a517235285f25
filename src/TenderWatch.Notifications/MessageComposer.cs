using System.Text;
using MimeKit;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Watching;
using TenderWatch.Notifications.Digests;
using TenderWatch.Notifications.Mail;
using TenderWatch.Notifications.Teams;

namespace TenderWatch.Notifications;

/// <summary>One message for each configured recipient, each in the language of the recipient.</summary>
/// <param name="settings">The recipients.</param>
/// <param name="checks">The checks, for their names.</param>
public sealed class MessageComposer(NotificationSettings settings, IEnumerable<ICheck> checks) : IMessageComposer
{
    private static readonly Language[] Languages = [Language.Nl, Language.En];

    /// <inheritdoc/>
    public IReadOnlyList<ComposedMessage> Compose(CaseMessage message, DateTimeOffset at)
    {
        if (Page is not { } page) return [];
        var writer = new CaseDigestWriter(checks, page, settings.Banner);
        var digests = Languages.ToDictionary(language => language, language => writer.Write(message, language));
        var cause = new Cause(message.State.Id, message.EventId, message.Reason.ToString());
        return ForAll(
            cause,
            at,
            language => (digests[language].Subject, MailText.Of(digests[language]), MailHtml.Of(digests[language])),
            language => CaseCard.Of(digests[language]));
    }

    /// <inheritdoc/>
    public IReadOnlyList<ComposedMessage> Compose(SourceAlarm alarm)
    {
        if (Page is not { } page) return [];
        var writer = new AlarmDigestWriter(page, settings.Banner);
        var digests = Languages.ToDictionary(language => language, language => writer.Write(alarm, language));
        var cause = new Cause(MessageSubject.OfSource(alarm.Health.Source), alarm.Id, alarm.EndedAt is null ? "Raised" : "Ended");
        return ForAll(
            cause,
            alarm.EndedAt ?? alarm.At,
            language => (digests[language].Subject, AlarmMail.TextOf(digests[language]), AlarmMail.HtmlOf(digests[language])),
            language => AlarmCard.Of(digests[language]));
    }

    // Nobody is told where nobody is configured.
    private Uri? Page => settings.Recipients.Count + settings.Teams.Count > 0 ? settings.PublicBaseUrl : null;

    private IReadOnlyList<ComposedMessage> ForAll(Cause cause, DateTimeOffset at, Func<Language, (string Subject, string Text, string Html)> mail, Func<Language, byte[]> card) =>
    [
        .. settings.Recipients.Select(recipient =>
        {
            var (id, (subject, text, html)) = (cause.IdFor(Channels.Email, recipient.Email), mail(recipient.Language));
            var envelope = new MailEnvelope(id, cause.About, MailboxAddress.Parse(settings.From), MailboxAddress.Parse(recipient.Email), at);
            return new ComposedMessage(id, cause.About, Channels.Email, recipient.Email, "message/rfc822", envelope.Seal(recipient.Language, subject, text, html));
        }),
        .. settings.Teams.Select(target =>
            new ComposedMessage(cause.IdFor(Channels.Teams, target.Name), cause.About, Channels.Teams, target.Name, "application/json", card(target.Language))),
    ];

    private sealed record Cause(string About, string EventId, string Reason)
    {
        // Lengths before the parts: no two different lists of parts give the same text.
        public string IdFor(string channel, string recipient)
        {
            var text = new StringBuilder("message");
            foreach (var part in new[] { About, EventId, Reason, channel, recipient })
                text.Append('|').Append(System.Globalization.CultureInfo.InvariantCulture, $"{part.Length}:").Append(part);
            return Digest.Of(text.ToString()).Hex[..32];
        }
    }
}
