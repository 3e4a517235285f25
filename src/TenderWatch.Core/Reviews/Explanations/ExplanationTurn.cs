using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Reviews.Explanations;

/// <summary>One step that was taken. It holds no content of what parties wrote: that is confidential evidence and stands here by digest.</summary>
/// <param name="Step">The step.</param>
/// <param name="At">When it was entered.</param>
/// <param name="By">Who entered it, as that person gave it.</param>
public sealed record ExplanationTurn(ExplanationStep Step, DateTimeOffset At, string By)
{
    /// <summary>The last day for the answer, in Dutch time; with <see cref="ExplanationStep.Request"/>, <see cref="ExplanationStep.Extend"/> and <see cref="ExplanationStep.Consult"/>.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>What the doubt rests on; with <see cref="ExplanationStep.Request"/> and <see cref="ExplanationStep.Refer"/>.</summary>
    public IReadOnlyList<DoubtGround> Doubts { get; init; } = [];

    /// <summary>Why the tender is rejected; with <see cref="ExplanationStep.Assess"/>, <see cref="RejectionGround.Obligations"/> where that was found.</summary>
    public RejectionGround? Ground { get; init; }

    /// <summary>The reasons in words: text, confidential evidence.</summary>
    public Digest? Reasons { get; init; }

    /// <summary>What was sent or received: confidential evidence.</summary>
    public Digest? Document { get; init; }

    /// <summary>Whether another turn says the same, whenever it was entered.</summary>
    /// <param name="other">The other.</param>
    public bool SaysTheSameAs(ExplanationTurn other) => this with { At = default, Doubts = [] } == other with { At = default, Doubts = [] } && Doubts.SequenceEqual(other.Doubts);
}
