namespace TenderWatch.Core.Reviews.Turns;

/// <summary>
/// One turn of a case in an orchestration: the next event of its inbox and the episode for it. A turn is short, so that the history
/// of an orchestration that begins anew after each stays bounded. Deterministic: everything else happens in activities.
/// </summary>
public sealed class CaseTurn(CaseEpisode episode)
{
    /// <summary>Handles the next event, if one waits.</summary>
    /// <param name="context">The host, whose activities throw when they have failed for good.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="setAside">The events that earlier turns set aside.</param>
    public async Task<TurnResult> RunAsync(IReviewContext context, string caseId, IReadOnlyList<string> setAside)
    {
        var next = await context.CallActivityAsync<NextQuery, NextEvent>(InboxActivities.Next, new(caseId, setAside));
        if (next.Event is not { } caseEvent) return new TurnResult.NothingWaits(next.Deadline);
        var place = new RecordedPlace(context, next.Recorded);
        try
        {
            await episode.RunAsync(place, caseId, caseEvent, next.Stuck);
            await context.CallActivityAsync<HandledEvent, bool>(InboxActivities.Complete, new(caseId, caseEvent.Id));
            return new TurnResult.GoOn(setAside);
        }
        catch (EarlierEpisodeException)
        {
            // The next turn remembers nothing.
            return new TurnResult.GoOn(setAside);
        }
        catch (Exception fault)
        {
            await context.CallActivityAsync<StuckEvent, bool>(InboxActivities.SetAside, new(caseId, caseEvent, fault.Message, place.Recorded));
            return new TurnResult.GoOn([.. setAside, caseEvent.Id]);
        }
    }
}

/// <summary>How a turn ended.</summary>
public abstract record TurnResult
{
    private TurnResult()
    {
    }

    /// <summary>An event was handled or set aside; another may wait.</summary>
    /// <param name="SetAside">The events that the next turn leaves alone.</param>
    public sealed record GoOn(IReadOnlyList<string> SetAside) : TurnResult;

    /// <summary>Nothing waits but what was set aside, which is tried again when the case is woken.</summary>
    /// <param name="Deadline">When to look again though nothing happens.</param>
    public sealed record NothingWaits(DateTimeOffset? Deadline) : TurnResult;
}
