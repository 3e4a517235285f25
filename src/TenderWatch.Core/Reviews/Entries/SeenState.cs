using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews.Entries;

/// <summary>The state of a case as somebody saw it when deciding: neither has it changed since, nor does anything wait that will change it.</summary>
/// <param name="isStillRight">Tells whether the case is as it was seen.</param>
public sealed class SeenState(Func<Task<bool>> isStillRight)
{
    /// <summary>Why nothing can rest on what was seen; <see langword="null"/> where it still stands.</summary>
    /// <param name="waiting">What waits in the inbox of the case. What was set aside is not waited for: the case shows that it is stuck.</param>
    internal async Task<EntryFault?> FaultAsync(IReadOnlyList<WaitingEvent> waiting)
    {
        LocalizedText[] unseen = [.. waiting.Where(each => each.Stuck is null && each.Event.Kind is not (CaseEventKinds.MessageSent or CaseEventKinds.MessageDead or CaseEventKinds.MessageReplaced)).Select(each => new LocalizedText($"waiting: {each.Event.Kind} van {each.Event.At:u} wacht op behandeling", $"waiting: {each.Event.Kind} of {each.Event.At:u} waits to be handled"))];
        if (!await isStillRight())
        {
            return new("changed", "If-Match",
                "De zaak is niet meer zoals zij werd gezien. Kijk haar na, besluit, en stuur haar nieuwe ETag mee.",
                "The case is not as it was seen. Look at it again, decide, and send its new ETag.")
            {
                Details = [new("If-Match: is niet de ETag van de zaak zoals zij nu is", "If-Match: is not the ETag of the case as it is now"), .. unseen],
            };
        }

        return unseen.Length == 0 ? null : new("waiting", "waiting",
            "Er wacht iets op behandeling dat niemand nog heeft gezien. Kijk over enkele seconden opnieuw naar de zaak en besluit dan.",
            "Something waits to be handled that nobody has seen yet. Look at the case again in a few seconds, then decide.")
        { Details = unseen };
    }
}
