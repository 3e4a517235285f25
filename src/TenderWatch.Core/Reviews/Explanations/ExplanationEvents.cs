using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Reviews.Explanations;

/// <summary>The events by which people take the steps of a procedure. Their bodies name documents by digest and confidentiality alone.</summary>
public static class ExplanationEvents
{
    /// <summary>So many procedures a case can have.</summary>
    public const int Most = 100;

    /// <summary>The event of a step. Its id is derived from the place in the procedure and from what the step says.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="lot">The lot.</param>
    /// <param name="bid">The tender.</param>
    /// <param name="place">How many turns the procedure has before it.</param>
    /// <param name="turn">The step.</param>
    /// <param name="nonce">
    /// Keeps whoever sees the digest of the entry, and is not told of the procedure, from finding tender and day by trying; no part of the id. What was taken before there were nonces has none.
    /// </param>
    public static CaseEvent Of(string caseId, string lot, string bid, int place, ExplanationTurn turn, Nonce? nonce = null)
    {
        var body = new Body(lot, bid, turn.By, turn.Due, turn.Doubts, turn.Ground, Confidential(turn.Reasons), Confidential(turn.Document));
        var kind = KindOf(turn.Step);
        return new(
            Digest.Of($"{kind}|{caseId}|{place}|{JsonSerializer.Serialize(body, NoticeJson.Stored)}").Hex[..32], kind, turn.At, JsonSerializer.SerializeToElement(body with { Nonce = nonce?.Hex }, NoticeJson.Stored));
    }

    /// <summary>The kind of the event of a step: <c>explanation-request</c>.</summary>
    /// <param name="step">The step.</param>
    public static string KindOf(ExplanationStep step) => "explanation-" + JsonNamingPolicy.KebabCaseLower.ConvertName(step.ToString());

    /// <summary>The step that events of a kind take; <see langword="null"/> where they take none.</summary>
    /// <param name="kind">The kind.</param>
    public static ExplanationStep? StepOf(string kind) => Enum.GetValues<ExplanationStep>().Cast<ExplanationStep?>().FirstOrDefault(step => KindOf(step!.Value) == kind);

    /// <summary>The procedures after an event. Other events change nothing; nor does a step that came too late to be permitted.</summary>
    /// <param name="procedures">The procedures before it.</param>
    /// <param name="caseEvent">The event.</param>
    public static IReadOnlyList<ExplanationProcedure> Apply(IReadOnlyList<ExplanationProcedure> procedures, CaseEvent caseEvent)
    {
        if (StepOf(caseEvent.Kind) is not { } step) return procedures;
        var body = caseEvent.Body.Deserialize<Body>(NoticeJson.Stored)!;
        var turn = new ExplanationTurn(step, caseEvent.At, body.By)
        {
            Due = body.Due,
            Doubts = body.Doubts,
            Ground = body.Ground,
            Reasons = body.Reasons?.Sha256,
            Document = body.Document?.Sha256,
        };
        var before = Find(procedures, body.Lot, body.Bid);
        // One that was handled and then not marked as handled, because the process ended in between.
        if (before?.Turns is [.., var last] && last.At == turn.At && last.SaysTheSameAs(turn)) return procedures;
        if (before is null && procedures.Count >= Most) return procedures;
        return ExplanationRules.Take(before, body.Lot, body.Bid, turn) is { Fault: null, After: { } after }
            ? [.. procedures.Where(procedure => procedure != before), after]
            : procedures;
    }

    /// <summary>The procedure on a tender, or <see langword="null"/>.</summary>
    /// <param name="procedures">The procedures.</param>
    /// <param name="lot">The lot.</param>
    /// <param name="bid">The tender.</param>
    public static ExplanationProcedure? Find(IReadOnlyList<ExplanationProcedure> procedures, string lot, string bid) =>
        procedures.FirstOrDefault(procedure => procedure.Lot == lot && procedure.Bid == bid);

    /// <summary>Whether the step of an event stands: another one may have been handled before it, after which it was not permitted.</summary>
    /// <param name="procedures">The procedures after the episode of the event.</param>
    /// <param name="caseId">The case that the event was raised for.</param>
    /// <param name="eventId">The event.</param>
    public static bool Stands(IReadOnlyList<ExplanationProcedure> procedures, string caseId, string eventId) =>
        procedures.Any(procedure => procedure.Turns.Index().Any(turn => Of(caseId, procedure.Lot, procedure.Bid, turn.Index, turn.Item).Id == eventId));

    /// <summary>Whether an event is a decision on a price that stands.</summary>
    /// <param name="procedures">The procedures after the episode of the event.</param>
    /// <param name="caseId">The case that the event was raised for.</param>
    /// <param name="caseEvent">The event.</param>
    public static bool Decides(IReadOnlyList<ExplanationProcedure> procedures, string caseId, CaseEvent caseEvent) =>
        (caseEvent.Kind == KindOf(ExplanationStep.Accept) || caseEvent.Kind == KindOf(ExplanationStep.Reject)) && Stands(procedures, caseId, caseEvent.Id);

    /// <summary>The procedures of a case together with those of a case that it took over; of two on one tender the one that went further.</summary>
    /// <param name="own">Its own.</param>
    /// <param name="taken">Those of the other case.</param>
    public static IReadOnlyList<ExplanationProcedure> Adopt(IReadOnlyList<ExplanationProcedure> own, IReadOnlyList<ExplanationProcedure> taken) =>
    [
        .. own.Concat(taken).GroupBy(procedure => (procedure.Lot, procedure.Bid)).Select(same => same.MaxBy(procedure => procedure.Turns.Count)!).Take(Most),
    ];

    private static Evidenced? Confidential(Digest? sha256) => sha256 is { } digest ? new(digest, Confidentiality.Confidential) : null;

    private sealed record Body(
        string Lot, string Bid, string By, DateOnly? Due, IReadOnlyList<DoubtGround> Doubts, RejectionGround? Ground, Evidenced? Reasons, Evidenced? Document)
    {
        public string? Nonce { get; init; }
    }

    private sealed record Evidenced(Digest Sha256, Confidentiality Confidentiality);
}
