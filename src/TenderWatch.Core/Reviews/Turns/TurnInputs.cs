using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Reviews.Turns;

/// <summary>Asks for the event that a case has to handle next.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="SetAside">The ids of events that are left alone for now.</param>
public sealed record NextQuery(string CaseId, IReadOnlyList<string> SetAside);

/// <summary>What a case has to do next.</summary>
/// <param name="Event">The event to handle; <see langword="null"/> when nothing waits.</param>
/// <param name="Recorded">Where the ledger names the event already, when it was set aside after that.</param>
/// <param name="Deadline">When to look again though nothing happens; always later than now.</param>
public sealed record NextEvent(CaseEvent? Event, LedgerHead? Recorded, DateTimeOffset? Deadline);

/// <summary>Marks an event as handled.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="EventId">The event.</param>
public sealed record HandledEvent(string CaseId, string EventId);

/// <summary>Sets an event aside.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Event">The event.</param>
/// <param name="Fault">Why its episode does not get through.</param>
/// <param name="Recorded">Where the ledger names it, if the episode got so far.</param>
public sealed record StuckEvent(string CaseId, CaseEvent Event, string Fault, LedgerHead? Recorded);
