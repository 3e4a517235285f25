using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews.Explanations;

/// <summary>Why a step is not permitted.</summary>
/// <param name="Code">A stable name: <c>not-requested</c>, <c>answer-awaited</c>, <c>must-reject</c>, …</param>
/// <param name="Why">What is wrong and what to do.</param>
/// <param name="Permitted">The steps that are permitted instead.</param>
public sealed record ExplanationFault(string Code, LocalizedText Why, IReadOnlyList<ExplanationStep> Permitted);

/// <summary>What comes of a step: the procedure after it, or the fault.</summary>
/// <param name="After">The procedure; as it was where there is a fault.</param>
/// <param name="Fault">Why nothing changed; <see langword="null"/> where the step was taken.</param>
public sealed record ExplanationOutcome(ExplanationProcedure? After, ExplanationFault? Fault);
