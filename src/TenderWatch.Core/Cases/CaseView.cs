using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Cases;

/// <summary>A case as pages, API and command line show it; its JSON is written with <see cref="Notices.NoticeJson.Stored"/>.</summary>
/// <param name="State">Its state.</param>
/// <param name="Facts">Its facts; <see langword="null"/> before its first episode, or when they cannot be read.</param>
/// <param name="Findings">The findings of all checks, in the order of <see cref="CaseState.Checks"/>.</param>
/// <param name="Unreadable">Stored bytes that are absent, altered or no longer understood; none when all is well.</param>
/// <param name="Timeline">The life of the procurement; empty without facts.</param>
/// <param name="Problems">What does not fit between its notices at the moment of viewing.</param>
public sealed record CaseView(
    CaseState State,
    CaseFacts? Facts,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<UnreadableEvidence> Unreadable,
    IReadOnlyList<TimelineEntry> Timeline,
    IReadOnlyList<ProcurementProblem> Problems);

/// <summary>Stored bytes that could not be used.</summary>
/// <param name="Role">See <see cref="EvidenceRoles"/>.</param>
/// <param name="Sha256">Their address.</param>
public sealed record UnreadableEvidence(string Role, Digest Sha256);
