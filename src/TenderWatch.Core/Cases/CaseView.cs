using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Cases;

/// <summary>A case as pages, API and command line show it; its JSON is written with <see cref="Notices.NoticeJson.Stored"/>.</summary>
/// <param name="State">Its state.</param>
/// <param name="Facts">Its facts, with bids and filings for a reader who may see them; <see langword="null"/> before its first episode, or when they cannot be read.</param>
/// <param name="Findings">
/// The findings of all checks, in the order of <see cref="CaseState.Checks"/>: those on all facts for a reader who may see them, else those on the public
/// facts, which may then have another verdict than the state; see <see cref="RestsOnConfidential"/>.
/// </param>
/// <param name="Unreadable">Stored bytes that are absent, altered or no longer understood; none when all is well.</param>
/// <param name="Timeline">The life of the procurement; empty without facts.</param>
/// <param name="Problems">What does not fit between its notices at the moment of viewing.</param>
public sealed record CaseView(
    CaseState State,
    CaseFacts? Facts,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<UnreadableEvidence> Unreadable,
    IReadOnlyList<TimelineEntry> Timeline,
    IReadOnlyList<ProcurementProblem> Problems)
{
    /// <summary>Whether facts and findings include what is confidential: not for publication, nor for another tenderer (art. 2.57 Aw 2012).</summary>
    public bool IsConfidential { get; init; }

    /// <summary>The checks whose verdict rests on confidential documents. What is shown of them is the public part, unless <see cref="IsConfidential"/>.</summary>
    public IReadOnlyList<string> RestsOnConfidential { get; init; } = [];
}

/// <summary>Stored bytes that could not be used.</summary>
/// <param name="Role">See <see cref="EvidenceRoles"/>.</param>
/// <param name="Sha256">Their address.</param>
public sealed record UnreadableEvidence(string Role, Digest Sha256)
{
    /// <summary>That they were deleted under retention; <see langword="null"/> where something is wrong with them.</summary>
    public DeletedEvidence? Deleted { get; init; }
}

/// <summary>Evidence that was deleted because the time for which it is kept is over.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who deleted it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Rule">The rule by which its time was over.</param>
public sealed record DeletedEvidence(DateTimeOffset At, string By, string Reason, string Rule);
