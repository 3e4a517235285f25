using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Retention;

/// <summary>Evidence and from when it may be deleted.</summary>
/// <param name="Sha256">Its digest.</param>
/// <param name="Confidentiality">The container that it is in.</param>
/// <param name="Term">From when, and why.</param>
/// <param name="Cases">The cases that name it, in order.</param>
public sealed record RetainedEvidence(Digest Sha256, Confidentiality Confidentiality, RetentionTerm Term, IReadOnlyList<string> Cases)
{
    /// <summary>Whether a case that names it is under a legal hold, or its ledger cannot be read: then nothing of it is deleted.</summary>
    public bool IsHeld { get; init; }

    /// <summary>When it was deleted; <see langword="null"/> when it was not.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Whether a deletion was begun that no ledger records: the next run finishes it.</summary>
    public bool IsUnfinished { get; init; }

    /// <summary>Whether these are the facts of a case, by which its terms are reckoned: they go last.</summary>
    internal bool IsLast { get; init; }

    /// <summary>Whether it tells the class of other evidence, which is deleted before it.</summary>
    internal bool TellsClasses { get; init; }

    /// <summary>Whether these are public findings: those that say nothing of a case are shared by many and stay.</summary>
    internal bool IsFindings { get; init; }

    /// <summary>Whether it may be deleted on a day.</summary>
    /// <param name="day">The day, in Dutch time.</param>
    public bool IsDue(DateOnly day) => DeletedAt is null && !IsUnfinished && !IsHeld && Term.From is { } from && from <= day;
}

/// <summary>A case and for how long its evidence is kept.</summary>
/// <param name="Case">The case.</param>
/// <param name="Title">The title of the purchase.</param>
/// <param name="Contract">When its contract ends.</param>
/// <param name="Terms">The terms of the classes.</param>
/// <param name="Hold">Why nothing of it is deleted; <see langword="null"/> where nothing prevents it.</param>
public sealed record CaseRetention(string Case, string Title, ContractTerm Contract, IReadOnlyList<RetentionTerm> Terms, LocalizedText? Hold);

/// <summary>What is kept until when.</summary>
/// <param name="Cases">The cases that go on, by id.</param>
/// <param name="Evidence">All evidence that their ledgers name, by the day from which it may be deleted.</param>
/// <param name="Unreadable">Ledgers with entries that cannot be read: their cases are left alone.</param>
public sealed record RetentionPlan(IReadOnlyList<CaseRetention> Cases, IReadOnlyList<RetainedEvidence> Evidence, IReadOnlyList<string> Unreadable);
