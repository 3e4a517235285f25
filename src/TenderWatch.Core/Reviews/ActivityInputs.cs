using TenderWatch.Core.Evidence;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Watching;

namespace TenderWatch.Core.Reviews;

/// <summary>Records an event in the ledger.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="After">The end of the ledger before the episode.</param>
/// <param name="Event">The event.</param>
public sealed record RecordEvent(string CaseId, LedgerHead After, CaseEvent Event);

/// <summary>Asks a model about what the rules left open in the texts of a case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="EventId">The event of the episode.</param>
/// <param name="After">The ledger so far.</param>
/// <param name="Now">The time of the episode.</param>
public sealed record AskModel(string CaseId, string EventId, LedgerHead After, DateTimeOffset Now)
{
    /// <summary>What was asked before.</summary>
    public Digest? Asked { get; init; }

    /// <summary>The list of the documents that were retrieved.</summary>
    public Digest? Documents { get; init; }

    /// <summary>The trace that caused the episode; see <see cref="CaseEvent.TraceParent"/>.</summary>
    public string? TraceParent { get; init; }
}

/// <summary>All that a model was asked about a case by now.</summary>
/// <param name="Asked">Where it is stored; <see langword="null"/> where nothing ever was.</param>
/// <param name="Ledger">The ledger afterwards.</param>
public sealed record AskedModel(Digest? Asked, LedgerHead Ledger);

/// <summary>Gathers the facts of a case from its notices.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="EventId">The event of the episode.</param>
/// <param name="After">The ledger so far.</param>
/// <param name="Now">The time of the episode.</param>
public sealed record GatherFacts(string CaseId, string EventId, LedgerHead After, DateTimeOffset Now)
{
    /// <summary>What people entered of documents.</summary>
    public IReadOnlyList<Supply.StatementReference> Statements { get; init; } = [];

    /// <summary>The bids that people entered.</summary>
    public IReadOnlyList<Bids.BidsReference> Bids { get; init; } = [];

    /// <summary>The filings that people entered.</summary>
    public IReadOnlyList<Checks.ForeignSubsidies.Filings.FilingReference> Filings { get; init; } = [];

    /// <summary>The list of the documents that were retrieved.</summary>
    public Digest? Documents { get; init; }

    /// <summary>What a model was asked.</summary>
    public Digest? Asked { get; init; }

    /// <summary>What people said of facts in texts.</summary>
    public IReadOnlyList<Texts.FactReviewReference>? FactReviews { get; init; }

    /// <summary>The procedures on prices, whose dates are deadlines of the case.</summary>
    public IReadOnlyList<Explanations.ExplanationProcedure> Explanations { get; init; } = [];

    /// <summary>The deadline or reminder that was reached, where that is the event.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The trace that caused the episode; see <see cref="CaseEvent.TraceParent"/>.</summary>
    public string? TraceParent { get; init; }
}

/// <summary>The gathered facts: the whole as evidence, the rest for the state.</summary>
/// <param name="Facts">Where the public ones are stored.</param>
/// <param name="Title">The title of the purchase.</param>
/// <param name="Buyers">Its buyers.</param>
/// <param name="Matches">The profiles that match any of its notices.</param>
/// <param name="Notices">How many notices it has.</param>
/// <param name="NextDeadline">When the next term ends.</param>
/// <param name="Ledger">The ledger afterwards.</param>
/// <param name="Thread">What lists must know of its timeline; absent in what an earlier version remembered.</param>
/// <param name="Confidential">Where all facts are stored, confidentially, with bids and filings; <see langword="null"/> where nobody entered any.</param>
public sealed record GatheredFacts(
    Digest Facts,
    string Title,
    IReadOnlyList<string> Buyers,
    IReadOnlyList<ProfileMatch> Matches,
    int Notices,
    DateTimeOffset? NextDeadline,
    LedgerHead Ledger,
    Cases.TimelineState? Thread = null,
    Digest? Confidential = null)
{
    /// <summary>Whether the file of the case was deleted because its time was over: there is nothing to judge any more.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>What is gathered of a case whose file was deleted.</summary>
    /// <param name="ledger">The ledger so far.</param>
    public static GatheredFacts Deleted(LedgerHead ledger) => new(default, "", [], [], 0, null, ledger) { IsDeleted = true };

    /// <summary>The term that ends next; absent in what an earlier version remembered.</summary>
    public CaseTerm? Term { get; init; }

    /// <summary>The public term that ends next, where <see cref="Term"/> is not for everybody.</summary>
    public CaseTerm? PublicTerm { get; init; }

    /// <summary>The sources of its notices, each once, in order; absent in what an earlier version remembered.</summary>
    public IReadOnlyList<string>? Sources { get; init; }

    /// <summary>When people are reminded next.</summary>
    public DateTimeOffset? NextReminder { get; init; }

    /// <summary>What people are told because its deadline or reminder was reached.</summary>
    public CaseTerm? Reached { get; init; }
}

/// <summary>Runs a check on stored facts.</summary>
/// <param name="Check">The check.</param>
/// <param name="Facts">The public facts.</param>
/// <param name="Confidential">All facts, where there are confidential ones.</param>
public sealed record RunCheck(string Check, Digest Facts, Digest? Confidential = null)
{
    /// <summary>The trace that caused the episode; see <see cref="CaseEvent.TraceParent"/>.</summary>
    public string? TraceParent { get; init; }
}

/// <summary>Records the findings in the ledger.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="EventId">The event of the episode; with the end of the ledger before it where the event is handled again after others.</param>
/// <param name="After">The ledger so far.</param>
/// <param name="Now">The time of the episode.</param>
/// <param name="Facts">The public facts that the checks saw.</param>
/// <param name="Results">Their results.</param>
/// <param name="Confidential">All facts that they saw, where there are confidential ones.</param>
public sealed record RecordFindings(
    string CaseId, string EventId, LedgerHead After, DateTimeOffset Now, Digest Facts, IReadOnlyList<CheckResult> Results, Digest? Confidential = null)
{
    /// <summary>Whether the case shows all this already, by a later event: then whatever was recorded for this one stays as it is.</summary>
    public bool Shown { get; init; }

    /// <summary>The trace that caused the episode; see <see cref="CaseEvent.TraceParent"/>.</summary>
    public string? TraceParent { get; init; }
}

/// <summary>Queues the messages about a change.</summary>
/// <param name="Reason">Why people are told.</param>
/// <param name="State">The case after the episode.</param>
/// <param name="Previous">The results before it.</param>
/// <param name="EventId">The event of the episode.</param>
/// <param name="Now">The time of the episode.</param>
public sealed record Notify(MessageReason Reason, CaseState State, IReadOnlyList<CheckResult> Previous, string EventId, DateTimeOffset Now)
{
    /// <summary>The term that is near or over, where that is the reason.</summary>
    public CaseTerm? Term { get; init; }

    /// <summary>The trace that caused the episode; see <see cref="CaseEvent.TraceParent"/>.</summary>
    public string? TraceParent { get; init; }
}
