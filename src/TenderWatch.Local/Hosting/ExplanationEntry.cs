using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Local.Hosting;

/// <summary>Takes a step of a procedure on a price: stores what parties wrote as confidential evidence, raises the event and settles the case.</summary>
internal sealed class ExplanationEntry(IServiceProvider services, Pipeline pipeline)
{
    private readonly IEvidenceStore _evidence = services.GetRequiredService<IEvidenceStore>();

    /// <summary>Takes the step. The same step again, when it was the last one, changes nothing.</summary>
    /// <returns>Why nothing was done; <see langword="null"/> when the step stands.</returns>
    public async Task<string?> TakeAsync(string caseId, string lot, string bid, ExplanationTurn draft, byte[]? document, string? reasons, CancellationToken cancellationToken)
    {
        // What an interrupted command raised is part of where the procedure stands.
        await pipeline.SettleAsync(null, cancellationToken);
        if (await FindAsync(caseId, cancellationToken) is not { } state) return $"There is no case {caseId}. 'tenderwatch cases' lists them.";
        var words = reasons is null ? null : Encoding.UTF8.GetBytes(reasons);
        var turn = draft with { Document = document is null ? null : Digest.Of(document), Reasons = words is null ? null : Digest.Of(words) };
        var before = ExplanationEvents.Find(state.Explanations, lot, bid);
        if (before?.Turns is [.., var last] && last.SaysTheSameAs(turn)) return null;
        if (before is null && state.Explanations.Count >= ExplanationEvents.Most) return $"Case {state.Id} has {ExplanationEvents.Most} procedures on prices, as many as it can have.";
        if (ExplanationRules.Take(before, lot, bid, turn).Fault is { } fault) return Sentence(fault);

        if (document is not null) await _evidence.PutAsync(document, "application/octet-stream", Confidentiality.Confidential, cancellationToken);
        if (words is not null) await _evidence.PutAsync(words, "text/plain; charset=utf-8", Confidentiality.Confidential, cancellationToken);
        var caseEvent = ExplanationEvents.Of(state.Id, lot, bid, before?.Turns.Count ?? 0, turn);
        await services.GetRequiredService<ICaseInbox>().RaiseAsync(state.Id, caseEvent, cancellationToken);
        await pipeline.SettleAsync(null, cancellationToken);
        var after = await FindAsync(state.Id, cancellationToken);
        return ExplanationEvents.Find(after?.Explanations ?? [], lot, bid)?.Turns.Any(taken => taken.SaysTheSameAs(turn)) == true ? null
            : after?.Stuck ?? "Another step was taken at the same moment, after which this one is not permitted. Look at the procedure and decide again.";
    }

    private async Task<CaseState?> FindAsync(string caseId, CancellationToken cancellationToken) =>
        (await services.GetRequiredService<CaseViews>().FindAsync(caseId, cancellationToken))?.State;

    private static string Sentence(ExplanationFault fault) =>
        $"{fault.Why.En} ({fault.Code}) Permitted now: {(fault.Permitted.Count == 0 ? "nothing" : string.Join(", ", fault.Permitted.Select(step => step.ToString().ToLowerInvariant())))}.";
}
