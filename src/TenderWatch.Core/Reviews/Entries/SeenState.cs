namespace TenderWatch.Core.Reviews.Entries;

/// <summary>The state of a case as somebody saw it when deciding: neither has it changed since, nor does anything wait that will change it.</summary>
/// <param name="isStillRight">Tells whether the case is as it was seen.</param>
public sealed class SeenState(Func<Task<bool>> isStillRight)
{
    /// <summary>Why nothing can rest on what was seen; <see langword="null"/> where it still stands.</summary>
    /// <param name="waiting">What waits in the inbox of the case. What was set aside is not waited for: the case shows that it is stuck.</param>
    internal async Task<EntryFault?> FaultAsync(IReadOnlyList<WaitingEvent> waiting)
    {
        string[] unseen = [.. waiting.Where(each => each.Stuck is null && each.Event.Kind is not (CaseEventKinds.MessageSent or CaseEventKinds.MessageDead or CaseEventKinds.MessageReplaced)).Select(each => $"waiting: {each.Event.Kind} of {each.Event.At:u} waits to be handled")];
        if (!await isStillRight())
        {
            return new("changed", "If-Match", "The case is not as it was seen. Look at it again, decide, and send its new ETag.")
            {
                Details = ["If-Match: is not the ETag of the case as it is now", .. unseen],
            };
        }

        return unseen.Length == 0 ? null : new("waiting", "waiting", "Something waits to be handled that nobody has seen yet. Look at the case again in a few seconds, then decide.") { Details = unseen };
    }
}
