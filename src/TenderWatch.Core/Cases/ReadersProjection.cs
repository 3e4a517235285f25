using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Cases;

/// <summary>
/// What everybody may be told of the state of a case. Of what rests on confidential documents that is the verdict, and that it rests on them: nothing that
/// counts findings, files, filings or procedures, and no digest that changes with them.
/// </summary>
public static class ReadersProjection
{
    /// <summary>Stands for the reason why a case does not get on, which may speak of what was entered.</summary>
    public const string StuckReason = "An event of this case could not be handled. Those who may see confidential documents are shown why.";

    /// <summary>The state without what is confidential.</summary>
    /// <param name="state">The state.</param>
    public static CaseState ForReaders(this CaseState state) => state with
    {
        ConfidentialFacts = null,
        Bids = [],
        Filings = [],
        Explanations = [],
        Checks = state.Checks.ForReaders(),
        NextDeadline = state.Term is null && !state.Explanations.Any(procedure => procedure.IsWaiting) ? state.NextDeadline : PublicTerm(state)?.End,
        NextReminder = null,
        Term = PublicTerm(state),
        Stuck = state.Stuck is null ? null : StuckReason,
    };

    /// <summary>A term as messages tell it: that an answer about a price is due, and not whose, or that a term of the law ends, and not which where confidential documents started it.</summary>
    /// <param name="term">The term.</param>
    public static CaseTerm ForReaders(this CaseTerm term) => term with { Lot = null, Bid = null, Label = term.Confidential ? null : term.Label };

    private static CaseTerm? PublicTerm(CaseState state) => state.Term is { Kind: CaseTermKind.Explanation } or { Confidential: true } ? null : state.Term;

    /// <summary>The results without what is confidential.</summary>
    /// <param name="results">The results.</param>
    public static IReadOnlyList<CheckResult> ForReaders(this IReadOnlyList<CheckResult> results) =>
        [.. results.Select(result => result with { Confidential = null, RestsOnConfidential = result.RestsOnConfidential })];
}
