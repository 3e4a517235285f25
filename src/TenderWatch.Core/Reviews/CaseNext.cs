using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.AbnormallyLow;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Core.Reviews;

/// <summary>Whose turn it is in a case, and what is to be done: the one thing that comes first.</summary>
public static class CaseNext
{
    /// <summary>What comes first: a step of a procedure, then a check that asks for attention, then tenders that are due, then facts that are missing.</summary>
    /// <param name="state">The case.</param>
    /// <param name="now">The moment.</param>
    public static ExplanationNext Of(CaseState state, DateTimeOffset now)
    {
        var steps = state.Explanations.Select(procedure => ExplanationNext.Of(procedure, now)).Where(step => step.Actor != ExplanationActor.Nobody).ToArray();
        if (steps.FirstOrDefault(step => step.Actor == ExplanationActor.Buyer) is { } own) return own;
        if (steps.OrderBy(step => step.Until ?? DateOnly.MaxValue).FirstOrDefault() is { } awaited) return awaited;
        if (state.Checks.Any(check => check.Verdict == Verdict.Flagged && !IsDecided(check, state))) return new(ExplanationActor.Buyer, Look, null);
        if (state.Term is { Kind: CaseTermKind.Tenders } tenders && tenders.End > now) return new(ExplanationActor.Tenderer, Tender, DutchTime.DateOf(tenders.End));
        return state.Checks.Any(check => check.Verdict == Verdict.NotAssessable) ? new(ExplanationActor.Buyer, Complete, null) : new(ExplanationActor.Nobody, Rest, null);
    }

    // Where every procedure on a price has ended, the check on prices has had its answer.
    private static bool IsDecided(CheckResult check, CaseState state) =>
        check.Check == AbnormallyLowTenderCheck.CheckId && state.Explanations is { Count: > 0 } procedures && procedures.All(procedure => procedure.Stage is ExplanationStage.Accepted or ExplanationStage.Rejected);

    private static LocalizedText Look { get; } = new("Bekijk wat aandacht vraagt en leg vast wat u besluit.", "Look at what needs attention and record what you decide.");

    private static LocalizedText Tender { get; } = new("De inschrijvingen worden verwacht; voer ze daarna in om de prijzen te vergelijken.", "Tenders are due; enter them afterwards to compare the prices.");

    private static LocalizedText Complete { get; } = new("Vul aan wat ontbreekt, of leg vast dat het niet te krijgen is.", "Add what is missing, or record that it cannot be had.");

    private static LocalizedText Rest { get; } = new("Er is nu niets te doen.", "There is nothing to do now.");
}
