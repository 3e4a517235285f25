namespace TenderWatch.Core.Messages;

/// <summary>What came of asking for a message to be sent again.</summary>
public enum ResendOutcome
{
    /// <summary>It is sent with the next run.</summary>
    Queued,

    /// <summary>It waits to be sent anyway.</summary>
    Pending,

    /// <summary>No message with that identifier is unsent.</summary>
    Unknown,
}

/// <summary>Sends messages again that were given up: their attempts begin anew.</summary>
public static class Resending
{
    /// <summary>Asks for one message to be sent again.</summary>
    /// <param name="outbox">The outbox.</param>
    /// <param name="id">The message.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public static async Task<ResendOutcome> ResendAsync(this IOutbox outbox, string id, CancellationToken cancellationToken)
    {
        if (await outbox.FindUnsentAsync(id, cancellationToken) is not { } message) return ResendOutcome.Unknown;
        if (message.State != OutboxState.Dead) return ResendOutcome.Pending;
        await outbox.UpdateAsync(message with { State = OutboxState.Pending, Attempts = 0, NotBefore = null }, cancellationToken);
        return ResendOutcome.Queued;
    }
}
