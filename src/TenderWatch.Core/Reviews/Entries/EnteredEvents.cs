using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Core.Reviews.Entries;

/// <summary>What people entered, and the documents that were retrieved, folded from their events: the same in an episode and before it has run.</summary>
public static class EnteredEvents
{
    /// <summary>The case after an event; one that nobody entered changes nothing.</summary>
    /// <param name="state">The case before it.</param>
    /// <param name="caseEvent">The event.</param>
    public static CaseState Apply(CaseState state, CaseEvent caseEvent) => state with
    {
        Statements = StatementEvents.Apply(state.Statements, caseEvent),
        Bids = BidEvents.Apply(state.Bids, caseEvent),
        Filings = FilingEvents.Apply(state.Filings, caseEvent),
        Holds = HoldEvents.Apply(state.Holds, caseEvent),
        Documents = DocumentEvents.Apply(state.Documents, caseEvent),
        FactReviews = FactEvents.Apply(state.FactReviews, caseEvent),
        Explanations = ExplanationEvents.Apply(state.Explanations, caseEvent),
    };
}
