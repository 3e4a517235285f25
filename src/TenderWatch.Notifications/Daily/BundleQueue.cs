using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Messages;

namespace TenderWatch.Notifications.Daily;

/// <summary>Writes bundles for those who get them, and queues them.</summary>
internal sealed class BundleQueue(NotificationSettings settings, IEnumerable<ICheck> checks, IOutbox outbox, IEvidenceStore evidence, ILedger ledger)
{
    /// <summary>Queues a bundle for one subscriber.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="cause">What makes it one message, however often it is queued.</param>
    /// <param name="bundle">What it tells.</param>
    /// <param name="subscriber">Who gets it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The identifier of the message.</returns>
    public async Task<string> QueueAsync(string subject, string cause, Bundle bundle, Subscriber subscriber, CancellationToken cancellationToken)
    {
        var digest = new BundleWriter(checks, settings.PublicBaseUrl!, settings.Banner).Write(bundle, subscriber.Language);
        var reason = bundle.IsFlood ? "flood" : "daily";
        var from = new MessageCause(subject, cause, reason);
        var message = subscriber switch
        {
            MailRecipient recipient => from.Mail(recipient, settings.From, bundle.At, Mail.BundleMail.Of(digest), isList: !bundle.IsFlood),
            TeamsTarget target => from.Card(target, Teams.BundleCard.Of(digest)),
            _ => throw new InvalidOperationException($"{subscriber.GetType().Name} gets no messages."),
        };
        await outbox.QueueAsync(message, reason, LedgerHead.Start, bundle.At, evidence, ledger, cancellationToken);
        return message.Id;
    }
}
