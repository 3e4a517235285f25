using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Tombstones;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Retention;

/// <summary>The event by which a case records what of its evidence was deleted. It names digests in a list of their own, for it refers to nothing that is kept.</summary>
public static class DeletionEvents
{
    /// <summary>So many pieces one event names.</summary>
    public const int Most = 200;

    /// <summary>The event. Of the same pieces on one day it is the same one.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="tombstones">What stands in their place, at most <see cref="Most"/>.</param>
    /// <param name="at">When.</param>
    /// <param name="by">Who deleted them.</param>
    /// <param name="reason">Why.</param>
    internal static CaseEvent Of(string caseId, IReadOnlyList<RetainedEvidence> tombstones, DateTimeOffset at, string by, string reason) => new(
        Digest.Of($"{CaseEventKinds.EvidenceDeleted}|{caseId}|{DutchTime.DateOf(at):O}|{string.Join(',', tombstones.Select(one => TombstoneNames.Of(one.Sha256, one.Confidentiality)))}").Hex[..32],
        CaseEventKinds.EvidenceDeleted,
        at,
        JsonSerializer.SerializeToElement(
            new Body(by, reason, [.. tombstones.Select(one => new Piece(TombstoneNames.Of(one.Sha256, one.Confidentiality), one.Term.Rule))]), NoticeJson.Stored));

    /// <summary>The pieces that an event, or its entry, names.</summary>
    /// <param name="body">Its body.</param>
    public static IEnumerable<(Digest Sha256, Confidentiality Kind)> Read(JsonElement body)
    {
        if (!body.TryGetProperty("deleted", out var pieces) || pieces.ValueKind != JsonValueKind.Array) yield break;
        foreach (var piece in pieces.EnumerateArray())
        {
            if (piece.ValueKind == JsonValueKind.Object && piece.TryGetProperty("tombstone", out var name) && name.GetString() is { } text && TombstoneNames.Read(text) is { } bytes) yield return bytes;
        }
    }

    private sealed record Body(string By, string Reason, IReadOnlyList<Piece> Deleted);

    private sealed record Piece(string Tombstone, string Rule);
}
