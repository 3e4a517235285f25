using TenderWatch.Core.Checks;
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
        var digests = Languages.ToDictionary(language => language, language => writer.Write(message, at, language));
        var cause = new MessageCause(message.State.Id, message.EventId, message.Reason.ToString());
        return ForAll(
            cause,
            at,
            subscriber => subscriber.Wants(message),
            language => new MailContent(digests[language].Subject, MailText.Of(digests[language]), MailHtml.Of(digests[language])) { Pictures = MailHtml.PicturesOf(digests[language]) },
            language => CaseCard.Of(digests[language]));
    }

    /// <inheritdoc/>
    public IReadOnlyList<ComposedMessage> Compose(SourceAlarm alarm)
    {
        if (Page is not { } page) return [];
        var writer = new AlarmDigestWriter(page, settings.Banner);
        var digests = Languages.ToDictionary(language => language, language => writer.Write(alarm, language));
        var cause = new MessageCause(MessageSubject.OfSource(alarm.Health.Source), alarm.Id, alarm.EndedAt is null ? "Raised" : "Ended");
        return ForAll(
            cause,
            alarm.EndedAt ?? alarm.At,
            subscriber => subscriber.Alarms,
            language => new MailContent(digests[language].Subject, AlarmMail.TextOf(digests[language]), AlarmMail.HtmlOf(digests[language])),
            language => AlarmCard.Of(digests[language]));
    }

    // Nobody is told where nobody is configured.
    private Uri? Page => settings.Recipients.Count + settings.Teams.Count > 0 ? settings.PublicBaseUrl : null;

    private IReadOnlyList<ComposedMessage> ForAll(MessageCause cause, DateTimeOffset at, Func<Subscriber, bool> isTold, Func<Language, MailContent> mail, Func<Language, byte[]> card) =>
    [
        .. settings.Recipients.Where(recipient => isTold(recipient)).Select(recipient => cause.Mail(recipient, settings.From, at, mail(recipient.Language))),
        .. settings.Teams.Where(target => isTold(target)).Select(target => cause.Card(target, card(target.Language))),
    ];
}
