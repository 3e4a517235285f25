using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Reviews;

/// <summary>The events by which people put a legal hold on a case and release it.</summary>
public static class HoldEvents
{
    /// <summary>So many holds are kept with a case, the latest; all stand in the ledger.</summary>
    public const int Most = 50;

    /// <summary>The event that puts a hold on a case.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="hold">The hold.</param>
    public static CaseEvent Placed(string caseId, CaseHold hold) => Of(CaseEventKinds.HoldPlaced, caseId, hold.At, hold.By, hold.Reason);

    /// <summary>The event that releases the hold on a case.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="release">Its end.</param>
    public static CaseEvent Released(string caseId, HoldRelease release) => Of(CaseEventKinds.HoldReleased, caseId, release.At, release.By, release.Reason);

    /// <summary>The holds after an event; other events change nothing.</summary>
    /// <param name="holds">The holds before it.</param>
    /// <param name="caseEvent">The event.</param>
    public static IReadOnlyList<CaseHold> Apply(IReadOnlyList<CaseHold> holds, CaseEvent caseEvent) => Apply(holds, caseEvent.Kind, caseEvent.At, caseEvent.Body);

    /// <summary>The holds after an entry of the ledger.</summary>
    internal static IReadOnlyList<CaseHold> Apply(IReadOnlyList<CaseHold> holds, string kind, DateTimeOffset at, JsonElement body)
    {
        if (kind is not (CaseEventKinds.HoldPlaced or CaseEventKinds.HoldReleased)) return holds;
        var (by, reason) = (body.GetProperty("by").GetString()!, body.GetProperty("reason").GetString()!);
        if (kind == CaseEventKinds.HoldReleased) return [.. holds.Select(hold => hold.Stands && hold.At <= at ? hold with { Released = new HoldRelease(at, by, reason) } : hold)];
        // One that was handled and then not marked as handled, because the process ended in between.
        return holds.Any(hold => hold.At == at && hold.By == by) ? holds : [.. holds.TakeLast(Most - 1), new CaseHold(at, by, reason)];
    }

    /// <summary>The holds of a case together with those of a case that it took over; one that was released in either is released.</summary>
    /// <param name="own">Its own.</param>
    /// <param name="taken">Those of the other case.</param>
    public static IReadOnlyList<CaseHold> Adopt(IReadOnlyList<CaseHold> own, IReadOnlyList<CaseHold> taken) => taken.Count == 0 ? own :
    [
        .. own.Concat(taken).GroupBy(hold => (hold.At, hold.By, hold.Reason)).Select(same => same.FirstOrDefault(hold => !hold.Stands) ?? same.First())
            .OrderBy(hold => hold.At).ThenBy(hold => hold.By, StringComparer.Ordinal).TakeLast(Most),
    ];

    private static CaseEvent Of(string kind, string caseId, DateTimeOffset at, string by, string reason) => new(
        Digest.Of($"{kind}|{caseId}|{at:O}|{by}|{reason}").Hex[..32],
        kind,
        at,
        JsonSerializer.SerializeToElement(new { by, reason }, NoticeJson.Stored));
}
