using System.Text;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Core.Reviews.Entries;

/// <summary>Takes a step of a procedure on a price: stores what parties wrote as confidential evidence and raises the event.</summary>
public sealed class ExplanationEntry(CaseEntrance entrance, CaseViews views, IEvidenceStore evidence)
{
    /// <summary>Takes the step. The same step again, when it was the last one, changes nothing.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="draft">The step.</param>
    /// <param name="by">Who takes it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<EntryOutcome> TakeAsync(string caseId, ExplanationDraft draft, string by, CancellationToken cancellationToken)
    {
        if (draft.Fault() is { } wrong) return EntryOutcome.Refused(wrong);
        var (fault, state, name) = await entrance.FindAsync(caseId, by, cancellationToken);
        if (fault is not null) return EntryOutcome.Refused(fault);
        var step = draft.Completed();
        var words = step.Reasons is null ? null : Encoding.UTF8.GetBytes(step.Reasons);
        var turn = new ExplanationTurn(step.Step, entrance.Now, name)
        {
            Due = step.Due,
            Doubts = step.Doubts,
            Ground = step.Ground,
            Document = step.Document is null ? null : Digest.Of(step.Document),
            Reasons = words is null ? null : Digest.Of(words),
        };
        var before = ExplanationEvents.Find(state.Explanations, step.Lot, step.Bid);
        if (before?.Turns is [.., var last] && last.SaysTheSameAs(turn))
            return EntryOutcome.Entered(state.Id, ExplanationEvents.Of(state.Id, step.Lot, step.Bid, before.Turns.Count - 1, last).Id, isNew: false);
        if (before is null && state.Explanations.Count >= ExplanationEvents.Most)
            return EntryOutcome.Refused(new("too-many", null, $"Case {state.Id} has {ExplanationEvents.Most} procedures on prices, as many as it can have."));
        if (ExplanationRules.Take(before, step.Lot, step.Bid, turn).Fault is { } illegal) return EntryOutcome.Refused(new(illegal.Code, "step", Sentence(illegal)) { Words = illegal.Why });
        if (turn is { Step: ExplanationStep.Request, Reasons: null } && await NeedsReasonsAsync(state.Id, step, cancellationToken))
        {
            return EntryOutcome.Refused(new("no-comparison", "reasons",
                "No comparison of this case asks for an explanation of this tender. Give reasons why its price appears low: a person gives the reason, and the letter quotes it.")
            {
                Words = new(
                    "Geen vergelijking in deze zaak vraagt om een toelichting op deze inschrijving. Geef aan waarom de prijs laag lijkt: een mens geeft de reden, en de brief haalt die aan.",
                    "No comparison of this case asks for an explanation of this tender. Give reasons why its price appears low: a person gives the reason, and the letter quotes it."),
            });
        }

        if (step.Document is { } document) await evidence.PutAsync(document, "application/octet-stream", Confidentiality.Confidential, cancellationToken);
        if (words is not null) await evidence.PutAsync(words, "text/plain; charset=utf-8", Confidentiality.Confidential, cancellationToken);
        return await entrance.RaiseAsync(state.Id, ExplanationEvents.Of(state.Id, step.Lot, step.Bid, before?.Turns.Count ?? 0, turn), cancellationToken);
    }

    private async Task<bool> NeedsReasonsAsync(string caseId, ExplanationDraft step, CancellationToken cancellationToken) =>
        await views.FindAsync(caseId, cancellationToken, confidential: true) is { } view && !PriceDoubt.Of(view.Findings, step.Lot, step.Bid).Asks;

    private static string Sentence(ExplanationFault fault) =>
        $"{fault.Why.En} ({fault.Code}) Permitted now: {(fault.Permitted.Count == 0 ? "nothing" : string.Join(", ", fault.Permitted.Select(step => step.ToString().ToLowerInvariant())))}.";
}
