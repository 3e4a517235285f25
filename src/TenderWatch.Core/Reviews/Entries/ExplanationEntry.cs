using System.Text;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Core.Reviews.Entries;

/// <summary>Takes a step of a procedure on a price: stores what parties wrote as confidential evidence and raises the event.</summary>
public sealed class ExplanationEntry(CaseEntrance entrance, CaseViews views, IEvidenceStore evidence, RandomBytes random)
{
    /// <summary>
    /// Takes the step. The same step again, when it was the last one, changes nothing, whatever has happened since: it is asked before anything else, so that
    /// a request whose answer was lost can be repeated.
    /// </summary>
    /// <param name="caseId">The case.</param>
    /// <param name="draft">The step.</param>
    /// <param name="by">Who takes it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <param name="seen">The state of the case that the step rests on; any where there is none.</param>
    public async Task<EntryOutcome> TakeAsync(string caseId, ExplanationDraft draft, string by, CancellationToken cancellationToken, SeenState? seen = null)
    {
        if (draft.Fault() is { } wrong) return EntryOutcome.Refused(wrong);
        var visitor = await entrance.FindAsync(caseId, by, cancellationToken);
        var (fault, state, name) = visitor;
        if (fault is not null) return EntryOutcome.Refused(fault);
        var step = draft.Completed();
        var words = step.Reasons is null ? null : Encoding.UTF8.GetBytes(step.Reasons);
        var (reasons, document) = (Confidential(words), Confidential(step.Document));
        var turn = new ExplanationTurn(step.Step, entrance.Now, name)
        {
            Due = step.Due,
            Doubts = step.Doubts,
            Ground = step.Ground,
            Document = document?.Sha256,
            Reasons = reasons?.Sha256,
        };
        var before = ExplanationEvents.Find(state.Explanations, step.Lot, step.Bid);
        if (before?.Turns is [.., var last] && last.SaysTheSameAs(turn with { Reasons = last.Reasons, Document = last.Document })
            && await evidence.SaysAsync(last.Reasons, words, cancellationToken) && await evidence.SaysAsync(last.Document, step.Document, cancellationToken))
            return EntryOutcome.Entered(state.Id, ExplanationEvents.Of(state.Id, step.Lot, step.Bid, before.Turns.Count - 1, last).Id, isNew: false);
        if (seen is not null && await seen.FaultAsync(visitor.Waiting) is { } unseen) return EntryOutcome.Refused(unseen);
        if (before is null && state.Explanations.Count >= ExplanationEvents.Most)
            return EntryOutcome.Refused(new("too-many", null,
                $"Zaak {state.Id} heeft {ExplanationEvents.Most} procedures over prijzen, zoveel als zij kan hebben.",
                $"Case {state.Id} has {ExplanationEvents.Most} procedures on prices, as many as it can have."));
        if (ExplanationRules.Take(before, step.Lot, step.Bid, turn).Fault is { } illegal) return EntryOutcome.Refused(new(illegal.Code, "step", illegal.Why) { Sentence = Sentence(illegal) });
        if (turn is { Step: ExplanationStep.Request, Reasons: null } && await NeedsReasonsAsync(state.Id, step, cancellationToken))
        {
            return EntryOutcome.Refused(new("no-comparison", "reasons",
                "Geen vergelijking in deze zaak vraagt om een toelichting op deze inschrijving. Geef aan waarom de prijs laag lijkt: een mens geeft de reden, en de brief haalt die aan.",
                "No comparison of this case asks for an explanation of this tender. Give reasons why its price appears low: a person gives the reason, and the letter quotes it."));
        }

        if (document is not null) await evidence.PutAsync(document, cancellationToken);
        if (reasons is not null) await evidence.PutAsync(reasons, cancellationToken);
        return await entrance.RaiseAsync(state.Id, ExplanationEvents.Of(state.Id, step.Lot, step.Bid, before?.Turns.Count ?? 0, turn, Nonce.New(random)), cancellationToken);
    }

    private ConfidentialDocument? Confidential(byte[]? content) => content is null ? null : new(content, Nonce.New(random));

    private async Task<bool> NeedsReasonsAsync(string caseId, ExplanationDraft step, CancellationToken cancellationToken) =>
        await views.FindAsync(caseId, cancellationToken, confidential: true) is { } view && !PriceDoubt.Of(view.Findings, step.Lot, step.Bid).Asks;

    private static string Sentence(ExplanationFault fault) =>
        $"{fault.Why.En} ({fault.Code}) Permitted now: {(fault.Permitted.Count == 0 ? "nothing" : string.Join(", ", fault.Permitted.Select(step => step.ToString().ToLowerInvariant())))}.";
}
