using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Notifications.Digests;

/// <summary>What is due next, and whose turn it is: the second thing that a reader asks.</summary>
internal static class DigestNext
{
    public static IReadOnlyList<DigestFact> Of(CaseMessage message, DateTimeOffset at, Language language)
    {
        var (next, text) = (CaseNext.Of(message.State, at), Wording.For(language));
        var turn = next.Actor == ExplanationActor.Nobody ? next.What.In(language) : $"{ExplanationWords.Of(next.Actor).In(language)}: {next.What.In(language)}";
        var facts = new List<DigestFact> { new(DigestWords.Turn.In(language), [PlainText.Line(turn, 300)]) };
        // A message about a term that is not told shows no other one in its place.
        if ((message.Term ?? (message.Reason is MessageReason.DeadlineNear or MessageReason.DeadlinePassed ? null : message.State.Term)) is { } term)
            facts.Insert(0, new(DigestWords.Deadline.In(language), [PlainText.Line($"{TermWords.Until(term, text)} ({TermWords.What(term).In(language)})", 200)]));
        return facts;
    }
}
