using TenderWatch.Core.Cases;

namespace TenderWatch.Core.Reviews.Entries;

/// <summary>Where everything that people enter comes in: finds the case as it will be once what waits is handled, and raises the event.</summary>
public sealed class CaseEntrance(CaseViews views, ICaseInbox inbox, TimeProvider time)
{
    private const int LongestName = 200;

    /// <summary>The moment of entry.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The case that goes on under an id, with what waits in its inbox applied: an event raised a moment ago counts though no episode has run.</summary>
    /// <param name="caseId">The id, as anyone may have typed it.</param>
    /// <param name="by">Who enters something, as that person gave it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<Visitor> FindAsync(string caseId, string by, CancellationToken cancellationToken)
    {
        var name = string.Join(' ', by.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl)) return Refused("name", "by", $"Een naam van 1 tot {LongestName} tekens is nodig: zij staat in het logboek.", $"A name of 1 to {LongestName} characters is needed: it stands in the ledger.");
        if (await views.FindStateAsync(caseId, cancellationToken) is not { } state) return Refused("no-case", "case", $"Er is geen zaak {caseId}.", $"There is no case {caseId}.");
        var waiting = await inbox.WaitingAsync(state.Id, cancellationToken);
        return new Visitor(null, waiting.Aggregate(state, (before, each) => EnteredEvents.Apply(before, each.Event)), name) { Waiting = waiting };
    }

    /// <summary>Puts the event into the inbox of the case.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="caseEvent">The event.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<EntryOutcome> RaiseAsync(string caseId, CaseEvent caseEvent, CancellationToken cancellationToken) =>
        EntryOutcome.Entered(caseId, caseEvent.Id, await inbox.RaiseAsync(caseId, caseEvent, cancellationToken));

    internal static EntryFault NoFacts(CaseState state) => new("no-facts", "case",
        $"De feiten van zaak {state.Id} kunnen niet worden gelezen. Laat de beheerder 'tenderwatch verify' draaien.", $"The facts of case {state.Id} cannot be read. Run 'tenderwatch verify'.");

    private static Visitor Refused(string code, string field, string nl, string en) => new(new EntryFault(code, field, nl, en), new CaseState { Id = "" }, "");

    /// <summary>Who enters something into which case, or why that cannot be.</summary>
    /// <param name="Fault">Why it cannot be.</param>
    /// <param name="State">The case.</param>
    /// <param name="By">The name, with single spaces.</param>
    public readonly record struct Visitor(EntryFault? Fault, CaseState State, string By)
    {
        /// <summary>What waits in the inbox of the case: nobody has seen what comes of it.</summary>
        public IReadOnlyList<WaitingEvent> Waiting { get; init; } = [];
    }
}
