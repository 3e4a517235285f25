using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Cases;

/// <summary>Something that does not fit between the notices of a procurement.</summary>
/// <param name="Code">A stable code: <c>sources-differ</c>, <c>not-at-ted</c>, <c>award-without-call</c>, <c>no-result</c>.</param>
/// <param name="Text">What it is, in words.</param>
/// <param name="Origins">Where the facts stand that show it.</param>
public sealed record ProcurementProblem(string Code, LocalizedText Text, IReadOnlyList<FactOrigin> Origins);
