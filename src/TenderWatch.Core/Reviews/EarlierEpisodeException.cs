namespace TenderWatch.Core.Reviews;

/// <summary>
/// An episode was begun by a version of the program with other checks, so that what is remembered answers another question than is asked now. It
/// has to run again with nothing remembered: findings of one check would stand in the ledger for those of another.
/// </summary>
/// <param name="caseId">The case.</param>
public sealed class EarlierEpisodeException(string caseId)
    : Exception($"An earlier version of the program with other checks began to handle an event of case {caseId}; it is handled again from its start.");
