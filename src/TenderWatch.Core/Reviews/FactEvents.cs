using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Texts;

namespace TenderWatch.Core.Reviews;

/// <summary>The events by which people confirm, correct and withdraw facts that were read from text.</summary>
public static class FactEvents
{
    /// <summary>Of so many facts of a case people can say something; the state of a case travels through orchestrations and stays small.</summary>
    public const int Most = 200;

    /// <summary>The kind of the event of an act.</summary>
    /// <param name="act">The act.</param>
    public static string KindOf(FactAct act) => act switch
    {
        FactAct.Confirm => CaseEventKinds.FactConfirmed,
        FactAct.Correct => CaseEventKinds.FactCorrected,
        FactAct.Withdraw => CaseEventKinds.FactWithdrawn,
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "There is no such act."),
    };

    /// <summary>The event.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="review">What the person said.</param>
    /// <param name="sha256">Where it is stored.</param>
    public static CaseEvent Of(string caseId, FactReview review, Digest sha256) => new(
        Digest.Of($"{KindOf(review.Act)}|{caseId}|{sha256}").Hex[..32],
        KindOf(review.Act),
        review.At,
        JsonSerializer.SerializeToElement(
            new
            {
                review = new { sha256, mediaType = "application/json" },
                fact = review.Fact.Id,
                kind = review.Fact.Kind,
                read = new { value = review.Fact.Value, unit = review.Fact.Unit, quote = review.Fact.Quote, extractor = review.Fact.Extractor, sha256 = review.Fact.Place.Document },
                value = review.Value,
                unit = review.Unit,
                reason = review.Reason,
                by = review.By,
            },
            NoticeJson.Stored));

    /// <summary>The latest of each fact after an event; other events change nothing.</summary>
    /// <param name="reviews">Those before it.</param>
    /// <param name="caseEvent">The event.</param>
    public static IReadOnlyList<FactReviewReference>? Apply(IReadOnlyList<FactReviewReference>? reviews, CaseEvent caseEvent)
    {
        if (caseEvent.Kind is not (CaseEventKinds.FactConfirmed or CaseEventKinds.FactCorrected or CaseEventKinds.FactWithdrawn)) return reviews;
        var sha256 = Digest.Parse(caseEvent.Body.GetProperty("review").GetProperty("sha256").GetString()!);
        return Adopt(reviews, [new FactReviewReference(caseEvent.Body.GetProperty("fact").GetString()!, sha256, caseEvent.At)]);
    }

    /// <summary>Those of a case together with others, of each fact the latest: what was said in a case that was taken over goes on where the purchase does.</summary>
    /// <param name="own">Its own.</param>
    /// <param name="others">The others.</param>
    public static IReadOnlyList<FactReviewReference>? Adopt(IReadOnlyList<FactReviewReference>? own, IReadOnlyList<FactReviewReference>? others) => others is not { Count: > 0 } ? own :
    [
        .. (own ?? []).Concat(others).GroupBy(review => review.Fact, StringComparer.Ordinal)
            .Select(same => same.OrderBy(review => review.At).ThenBy(review => review.Sha256.Hex, StringComparer.Ordinal).Last())
            .OrderBy(review => review.At).ThenBy(review => review.Fact, StringComparer.Ordinal).TakeLast(Most),
    ];
}
