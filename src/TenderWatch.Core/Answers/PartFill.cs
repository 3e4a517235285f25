using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Answers;

/// <summary>What a source gives for a part: statements, how far they answer it, and why they do not where they do not.</summary>
/// <param name="State">How far.</param>
/// <param name="Statements">What the case says.</param>
/// <param name="Why">Why it is not (fully) answered.</param>
internal sealed record PartFill(AnswerState State, IReadOnlyList<AnswerStatement> Statements, IReadOnlyList<LocalizedText> Why)
{
    /// <summary>How far several things together answer: all, none, or some.</summary>
    public static AnswerState StateOf(IEnumerable<AnswerState> states)
    {
        var all = states.ToList();
        return all.Count == 0 || all.TrueForAll(state => state == AnswerState.Open) ? AnswerState.Open
            : all.TrueForAll(state => state == AnswerState.Answered) ? AnswerState.Answered
            : AnswerState.Partly;
    }
}
