using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Notifications.Teams;

namespace TenderWatch.Notifications.Sending;

/// <summary>Posts cards to the webhook of a target. The webhook's address is a secret and appears in no result.</summary>
/// <param name="settings">The targets.</param>
/// <param name="clients">Gives the client registered as <see cref="ClientName"/>.</param>
/// <param name="time">Reads a Retry-After that names a moment.</param>
public sealed class TeamsSender(NotificationSettings settings, IHttpClientFactory clients, TimeProvider time) : IMessageSender
{
    /// <summary>The name of the HTTP client: no redirects, no logging of addresses.</summary>
    public const string ClientName = "teams";

    /// <inheritdoc/>
    public string Channel => Channels.Teams;

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(OutboxMessage message, byte[] content, CancellationToken cancellationToken)
    {
        var name = $"The Teams target {PlainText.Line(message.Recipient, 60)}";
        if (settings.Teams.FirstOrDefault(each => each.Name == message.Recipient) is not { } target) return new SendResult.TryLater($"{name} is not in the settings any more; add it to Teams again, or wait until the message is given up.");
        if (!WebhookAddress.IsAllowed(target.Webhook, settings.AllowLoopback)) return new SendResult.TryLater($"{name} has a webhook that is not allowed; it must be {WebhookAddress.Allowed}.");

        using var body = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Webhook) { Content = body };
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return Judge(response, name);
        }
        catch (HttpRequestException fault)
        {
            return new SendResult.TryLater($"{name} cannot be reached ({fault.HttpRequestError}).");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendResult.TryLater($"{name} did not answer in time.");
        }
    }

    private SendResult Judge(HttpResponseMessage response, string name)
    {
        var answer = $"{name} answers HTTP {((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)}";
        return response.StatusCode switch
        {
            HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.Created or HttpStatusCode.NoContent => new SendResult.Sent(),
            HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new SendResult.TryLater(answer + ".", RetryAfter(response)),
            // The card is well; the address is not, which a person can mend.
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone =>
                new SendResult.TryLater(answer + "; its webhook may have been removed: make a new one and set it as Webhook."),
            _ => new SendResult.Refused(answer + "."),
        };
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        _ => null,
    };
}
