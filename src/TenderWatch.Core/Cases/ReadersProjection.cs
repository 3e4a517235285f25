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
        NextDeadline = PublicTerm(state) is { } term ? term.End : state.Term is null && !state.Explanations.Any(procedure => procedure.IsWaiting) ? state.NextDeadline : null,
        NextReminder = null,
        Term = PublicTerm(state),
        PublicTerm = null,
        Stuck = state.Stuck is null ? null : StuckReason,
    };

    /// <summary>The results without what is confidential.</summary>
    /// <param name="results">The results.</param>
    public static IReadOnlyList<CheckResult> ForReaders(this IReadOnlyList<CheckResult> results) =>
        [.. results.Select(result => result with { Confidential = null, RestsOnConfidential = result.RestsOnConfidential })];

    // In what versions before the member wrote there is none.
    private static CaseTerm? PublicTerm(CaseState state) => state.PublicTerm ?? (state.Term is { IsPublic: true } ? state.Term : null);
}
