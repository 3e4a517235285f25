using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Messages;
using TenderWatch.Web.Requests;

namespace TenderWatch.Web;

/// <summary>The messages that were not sent, and sending one again that was given up.</summary>
internal sealed class Messages(IOutbox outbox)
{
    private static readonly Problem Unknown = new(404, "unknown-message",
        new("Dit bericht is er niet", "There is no such message"),
        new("Het is al verstuurd of vervallen. GET /api/messages noemt wat niet is verstuurd.", "It was sent already, or is gone. GET /api/messages lists what was not sent."));

    private static readonly Problem Waiting = new(409, "message-waits",
        new("Dit bericht wacht al op verzending", "This message waits to be sent already"),
        new("Het wordt vanzelf verstuurd; alleen een bericht dat is opgegeven kan opnieuw worden verstuurd.", "It is sent by itself; only a message that was given up can be sent again."));

    public static async Task<IResult> ListAsync(IOutbox outbox, HttpContext context) => Answers.Json((await outbox.UnsentAsync(context.RequestAborted)).Select(message => new
    {
        message.Id,
        message.Subject,
        message.Channel,
        message.Recipient,
        message.State,
        message.QueuedAt,
        message.Attempts,
        message.NotBefore,
        message.LastError,
    }));

    public async Task<Outcome> ResendAsync(Posted posted)
    {
        if (JsonBody.Read<AskResend>(posted.Body, out var problem) is null) return problem!;
        return await outbox.ResendAsync(posted.CaseId, posted.Aborted) switch
        {
            ResendOutcome.Unknown => Unknown,
            ResendOutcome.Pending => Waiting,
            _ => new Outcome.Done(202, "/api/messages", new { message = posted.CaseId }),
        };
    }

    internal sealed record AskResend;
}
