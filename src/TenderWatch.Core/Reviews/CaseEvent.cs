using System.Text.Json;
using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Core.Reviews;

/// <summary>Something that moves a case.</summary>
/// <param name="Id">Derived from its content: raising the same event again changes nothing.</param>
/// <param name="Kind">See <see cref="CaseEventKinds"/>.</param>
/// <param name="At">When it happened.</param>
/// <param name="Body">A JSON object with what the ledger is to record.</param>
public sealed record CaseEvent(string Id, string Kind, DateTimeOffset At, JsonElement Body)
{
    /// <summary>
    /// The trace that raised it (W3C traceparent), for telemetry alone: no part of the id, of the ledger or of any evidence. <see langword="null"/> where nobody
    /// listened.
    /// </summary>
    public string? TraceParent { get; init; }

    /// <summary>The event as an inbox is to store it: with the trace under way.</summary>
    public CaseEvent Traced() => Telemetry.Traces.Parent is { } parent ? this with { TraceParent = parent } : this;
}

/// <summary>The kinds of events.</summary>
public static class CaseEventKinds
{
    /// <summary>A notice was added, or a new version of one was read.</summary>
    public const string NoticeLinked = "notice-linked";

    /// <summary>The case turned out to be the same purchase as another, which takes it over.</summary>
    public const string Merged = "merged";

    /// <summary>A message about the case left the outbox.</summary>
    public const string MessageSent = "message-sent";

    /// <summary>A message about the case was given up: refused for good, or failed too often.</summary>
    public const string MessageDead = "message-dead";

    /// <summary>A message about the case was put together with others into one.</summary>
    public const string MessageReplaced = "message-replaced";

    /// <summary>A deadline of the case passed.</summary>
    public const string DeadlinePassed = "deadline-passed";

    /// <summary>People are to be reminded that a term of the case ends soon.</summary>
    public const string ReminderDue = "reminder-due";

    /// <summary>A person entered what a document says about the supply.</summary>
    public const string StatementEntered = "statement-entered";

    /// <summary>A person withdrew a statement: it counts no more, and stays in the ledger.</summary>
    public const string StatementWithdrawn = "statement-withdrawn";

    /// <summary>A person entered the bids on lots: confidential.</summary>
    public const string BidsSubmitted = "bids-submitted";

    /// <summary>A person withdrew a file of bids: it counts no more, and stays in the ledger.</summary>
    public const string BidsWithdrawn = "bids-withdrawn";

    /// <summary>A person entered what a tenderer filed under the Foreign Subsidies Regulation: confidential.</summary>
    public const string FilingReceived = "filing-received";

    /// <summary>A person withdrew a filing: it counts no more, and stays in the ledger.</summary>
    public const string FilingWithdrawn = "filing-withdrawn";

    // The steps of a procedure on a price have kinds of their own: see Explanations.ExplanationEvents.

    /// <summary>A person had a dossier of the case made.</summary>
    public const string DossierExported = "dossier-exported";

    /// <summary>Procurement documents were retrieved and read.</summary>
    public const string DocumentsRetrieved = "documents-retrieved";

    /// <summary>A person confirmed a fact that was read from text.</summary>
    public const string FactConfirmed = "fact-confirmed";

    /// <summary>A person corrected a fact that was read from text.</summary>
    public const string FactCorrected = "fact-corrected";

    /// <summary>A person said that a fact that was read from text is none of this purchase.</summary>
    public const string FactWithdrawn = "fact-withdrawn";

    /// <summary>A person asked for a case on a notice.</summary>
    public const string CaseRequested = "case-requested";

    /// <summary>A person asked for the checks to run again.</summary>
    public const string RecheckRequested = "recheck-requested";

    /// <summary>Whether events of a kind are of something confidential: bids, filings, procedures on prices.</summary>
    /// <param name="kind">The kind.</param>
    public static bool AreConfidential(string kind) => kind is BidsSubmitted or BidsWithdrawn or FilingReceived or FilingWithdrawn || ExplanationEvents.StepOf(kind) is not null;

    /// <summary>A person put a legal hold on the case: nothing of it is deleted until it is released.</summary>
    public const string HoldPlaced = "hold-placed";

    /// <summary>A person released the legal hold.</summary>
    public const string HoldReleased = "hold-released";

    /// <summary>A person deleted evidence whose time was over; tombstones stand in its place.</summary>
    public const string EvidenceDeleted = "evidence-deleted";

    /// <summary>Whether an event is recorded and judges nothing again.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsForTheRecord(string kind) => kind is MessageSent or MessageDead or MessageReplaced or HoldPlaced or HoldReleased or EvidenceDeleted or DossierExported;
}
