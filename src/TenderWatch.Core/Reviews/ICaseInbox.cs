using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Reviews;

/// <summary>
/// The durable inbox of each case, and what its unfinished episode has done already; in Azure, where Durable Functions knows that, only
/// where the ledger names an event that was set aside.
/// </summary>
public interface ICaseInbox
{
    /// <summary>Puts an event into the inbox of a case, unless it was ever there before.</summary>
    /// <returns>Whether it is new.</returns>
    Task<bool> RaiseAsync(string caseId, CaseEvent caseEvent, CancellationToken cancellationToken);

    /// <summary>The cases that have events waiting.</summary>
    Task<IReadOnlyList<string>> WaitingCasesAsync(CancellationToken cancellationToken);

    /// <summary>The waiting events of a case by time, then id.</summary>
    Task<IReadOnlyList<WaitingEvent>> WaitingAsync(string caseId, CancellationToken cancellationToken);

    /// <summary>The remembered results of the activities of an episode, by step.</summary>
    Task<IReadOnlyDictionary<int, RememberedResult>> RememberedAsync(string caseId, string eventId, CancellationToken cancellationToken);

    /// <summary>Remembers the result of an activity.</summary>
    Task RememberAsync(string caseId, string eventId, int step, RememberedResult result, CancellationToken cancellationToken);

    /// <summary>Marks the event as handled and forgets the results of its episode, in one transaction.</summary>
    Task CompleteAsync(string caseId, string eventId, CancellationToken cancellationToken);

    /// <summary>Leaves the event waiting with the reason why its episode does not get through.</summary>
    /// <returns>Whether it still waits; another worker may have handled it meanwhile.</returns>
    Task<bool> SetAsideAsync(string caseId, string eventId, string reason, CancellationToken cancellationToken);
}

/// <summary>A waiting event.</summary>
/// <param name="Event">The event.</param>
/// <param name="Stuck">Why its episode did not get through at the last attempt; <see langword="null"/> otherwise.</param>
public sealed record WaitingEvent(CaseEvent Event, string? Stuck);

/// <summary>The result of an activity.</summary>
/// <param name="Activity">Its name.</param>
/// <param name="Json">Its result as JSON, small: what is large is stored as evidence and stands here by digest.</param>
public sealed record RememberedResult(string Activity, string Json);

/// <summary>The state of a case: small, because it travels through orchestrations. What is large is evidence and stands here by digest.</summary>
public sealed record CaseState
{
    /// <summary>The case, which has the id of its procurement.</summary>
    public required string Id { get; init; }

    /// <summary>The title of the purchase.</summary>
    public string Title { get; init; } = "";

    /// <summary>Names of the buyers.</summary>
    public IReadOnlyList<string> Buyers { get; init; } = [];

    /// <summary>The profiles that opened it, with the reasons.</summary>
    public IReadOnlyList<Watching.ProfileMatch> Matches { get; init; } = [];

    /// <summary>When it was opened; <see langword="null"/> for a case that its first event is about to open.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>When an episode last changed it.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The stored public facts (<see cref="Cases.CaseFacts"/> as JSON).</summary>
    public Digest? Facts { get; init; }

    /// <summary>All facts, stored confidentially, with the bids and filings that people entered; <see langword="null"/> where there are none.</summary>
    public Digest? ConfidentialFacts { get; init; }

    /// <summary>What people entered of documents, oldest first.</summary>
    public IReadOnlyList<Supply.StatementReference> Statements { get; init; } = [];

    /// <summary>The bids that people entered, oldest first: where they are stored, and no bidder or price.</summary>
    public IReadOnlyList<Bids.BidsReference> Bids { get; init; } = [];

    /// <summary>The filings under the Foreign Subsidies Regulation that people entered, oldest first: where they are stored, and nothing of what they say.</summary>
    public IReadOnlyList<Checks.ForeignSubsidies.Filings.FilingReference> Filings { get; init; } = [];

    /// <summary>Where the list of the documents that were retrieved is stored (<see cref="Texts.CaseDocuments"/>); <see langword="null"/> where none were.</summary>
    public Digest? Documents { get; init; }

    /// <summary>Where all that a model was asked about the case is stored (<see cref="Texts.AskedTexts"/>); <see langword="null"/> where none was asked.</summary>
    public Digest? Asked { get; init; }

    /// <summary>Whether this program asks a model: from the activity that loads the state, for the episode alone, and never saved. So a replay goes the same way whatever the settings are then.</summary>
    public bool? AsksModel { get; init; }

    /// <summary>The latest that people said of facts in texts, each fact once; <see langword="null"/> where nobody said anything.</summary>
    public IReadOnlyList<Texts.FactReviewReference>? FactReviews { get; init; }

    /// <summary>The procedures on prices that appeared low, the one with the latest step last. What parties wrote stands there by digest alone.</summary>
    public IReadOnlyList<Explanations.ExplanationProcedure> Explanations { get; init; } = [];

    /// <summary>The legal holds, oldest first. While one of them stands, nothing of the case is deleted.</summary>
    public IReadOnlyList<CaseHold> Holds { get; init; } = [];

    /// <summary>The latest result of each check.</summary>
    public IReadOnlyList<CheckResult> Checks { get; init; } = [];

    /// <summary>The number of notices.</summary>
    public int Notices { get; init; }

    /// <summary>The end of the ledger after the last episode.</summary>
    public LedgerHead Ledger { get; init; } = LedgerHead.Start;

    /// <summary>Whether its file was deleted because its time was over: what still reaches it is recorded, and nothing is judged again. <see langword="null"/> where it was not.</summary>
    public bool? IsDeleted { get; init; }

    /// <summary>When the next term ends.</summary>
    public DateTimeOffset? NextDeadline { get; init; }

    /// <summary>When people are to be reminded of a term.</summary>
    public DateTimeOffset? NextReminder { get; init; }

    /// <summary>When the case is to be looked at again though nothing happens.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public DateTimeOffset? LookAgainAt => NextReminder < NextDeadline || NextDeadline is null ? NextReminder : NextDeadline;

    /// <summary>The term that ends at <see cref="NextDeadline"/>; <see langword="null"/> in what versions before this member wrote, until an episode looks again.</summary>
    public CaseTerm? Term { get; init; }

    /// <summary>The public term that ends next, where <see cref="Term"/> is not for everybody.</summary>
    public CaseTerm? PublicTerm { get; init; }

    /// <summary>What lists must know of its timeline; <see langword="null"/> where no episode has looked yet.</summary>
    public Cases.TimelineState? Thread { get; init; }

    /// <summary>The sources of its notices, each once, in order; empty in what versions before this member wrote, until an episode looks again.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The case that took this one over, when both turned out to be the same purchase.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Why an event of the case waits set aside; <see langword="null"/> when none does.</summary>
    public string? Stuck { get; init; }

    /// <summary>How often it was saved; 0 in what versions before this member wrote.</summary>
    public long Revision { get; init; }
}

/// <summary>The result of a check over all its subjects.</summary>
/// <param name="Check">The check.</param>
/// <param name="RuleVersion">The version of its rule.</param>
/// <param name="Verdict">The gravest verdict of all its findings: Flagged, then NotAssessable, then Clear.</param>
/// <param name="Verdicts">A digest over subject and verdict of each finding on the public facts: another one means that a verdict changed.</param>
/// <param name="Findings">The stored findings on the public facts (JSON).</param>
/// <param name="Flagged">How many findings on the public facts are Flagged.</param>
/// <param name="NotAssessable">How many are NotAssessable.</param>
/// <param name="Clear">How many are Clear.</param>
/// <param name="Confidential">
/// The findings on all facts, stored confidentially, where what people entered changes them: <paramref name="Verdict"/> is then theirs, and nothing else
/// here is. <see langword="null"/> where both are the same.
/// </param>
public sealed record CheckResult(
    string Check, string RuleVersion, Checks.Verdict Verdict, Digest Verdicts, Digest Findings, int Flagged, int NotAssessable, int Clear, Digest? Confidential = null)
{
    /// <summary>Whether the verdict rests on confidential documents; readers are told that, and not by which digest.</summary>
    public bool RestsOnConfidential { get => field || Confidential is not null; init; }
}

/// <summary>The latest state of every case.</summary>
public interface ICases
{
    /// <summary>A case, or <see langword="null"/>.</summary>
    Task<CaseState?> FindAsync(string caseId, CancellationToken cancellationToken);

    /// <summary>Saves it, if it follows the stored one by <see cref="CaseState.Revision"/>. The same state again changes nothing.</summary>
    /// <exception cref="StaleStateException">Another state was saved meanwhile, which must not be lost.</exception>
    Task SaveAsync(CaseState state, CancellationToken cancellationToken);

    /// <summary>All cases, last updated first.</summary>
    Task<IReadOnlyList<CaseState>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The end of the ledger of every case as its state knows it, in no order, without holding all states.</summary>
    IAsyncEnumerable<(string CaseId, Evidence.LedgerHead Head)> HeadsAsync(CancellationToken cancellationToken);

    /// <summary>The cases that are to be looked at again by a moment.</summary>
    Task<IReadOnlyList<CaseState>> DueAsync(DateTimeOffset moment, CancellationToken cancellationToken);
}
