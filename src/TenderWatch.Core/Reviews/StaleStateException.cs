namespace TenderWatch.Core.Reviews;

/// <summary>
/// A case was moved by another host while an episode ran on what it was before. The episode has to run again on what the case is now:
/// saving would undo what the other did.
/// </summary>
/// <param name="caseId">The case.</param>
public sealed class StaleStateException(string caseId)
    : Exception($"Case {caseId} was moved by another host meanwhile; its event is handled again on what the case is now.");
