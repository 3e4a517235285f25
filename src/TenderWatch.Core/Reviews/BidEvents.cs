using System.Text.Json;
using TenderWatch.Core.Bids;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Reviews;

/// <summary>The events by which people add bids to a case and withdraw them. Their bodies name files by digest, lots, and who entered them: no bidder, no price.</summary>
public static class BidEvents
{
    /// <summary>So many files of bids are kept with a case, each for the lots of which it is the latest; the state of a case stays small.</summary>
    public const int Most = 100;

    /// <summary>The event that enters bids.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="bids">Where they are stored, for which lots, and who entered them.</param>
    public static CaseEvent Submitted(string caseId, BidsReference bids) => Of(CaseEventKinds.BidsSubmitted, caseId, bids);

    /// <summary>The event that withdraws a file of bids.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="bids">The bids, with who withdraws them when.</param>
    public static CaseEvent Withdrawn(string caseId, BidsReference bids) => Of(CaseEventKinds.BidsWithdrawn, caseId, bids);

    /// <summary>The bids after an event: later ones take the place of earlier ones on the same lots. Other events change nothing.</summary>
    /// <param name="bids">The bids before it.</param>
    /// <param name="caseEvent">The event.</param>
    public static IReadOnlyList<BidsReference> Apply(IReadOnlyList<BidsReference> bids, CaseEvent caseEvent)
    {
        if (caseEvent.Kind is not (CaseEventKinds.BidsSubmitted or CaseEventKinds.BidsWithdrawn)) return bids;
        var body = caseEvent.Body.Deserialize<Body>(NoticeJson.Stored)!;
        var reference = new BidsReference(body.File.Sha256, body.Table.Sha256, body.Lots, caseEvent.At, body.By);
        if (caseEvent.Kind == CaseEventKinds.BidsWithdrawn) return [.. bids.Where(one => one.Sha256 != reference.Sha256 || one.Table != reference.Table)];
        IReadOnlyList<BidsReference> after = Latest([.. bids, reference]);
        return after.Count > Most ? bids : after;
    }

    /// <summary>Bids in the order of entry, each with the lots for which no later ones stand.</summary>
    /// <param name="bids">The bids, oldest first.</param>
    public static IReadOnlyList<BidsReference> Latest(IReadOnlyList<BidsReference> bids) =>
    [
        .. bids.Select((one, place) => one with { Lots = [.. one.Lots.Except(bids.Skip(place + 1).SelectMany(later => later.Lots), StringComparer.Ordinal)] })
            .Where(one => one.Lots.Count > 0),
    ];

    private static CaseEvent Of(string kind, string caseId, BidsReference bids) => new(
        Digest.Of($"{kind}|{caseId}|{bids.Sha256}|{bids.Table}|{string.Join(',', bids.Lots)}|{bids.At:O}").Hex[..32],
        kind,
        bids.At,
        JsonSerializer.SerializeToElement(
            new Body(bids.Lots, new(bids.Sha256, Confidentiality.Confidential), new(bids.Table, Confidentiality.Confidential), bids.By), NoticeJson.Stored));

    private sealed record Body(IReadOnlyList<string> Lots, Evidenced File, Evidenced Table, string By);

    private sealed record Evidenced(Digest Sha256, Confidentiality Confidentiality);
}
