using System.Text.Json.Serialization;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Bids;

/// <summary>Where the bids on lots of a case are stored, confidentially, and who entered them when. It holds no bidder and no price.</summary>
/// <param name="Sha256">The file as it was handed in.</param>
/// <param name="Table">The bids that were read from it (JSON), with the numbers they go by.</param>
/// <param name="Lots">The lots of the case that it still counts for: a later file takes the place of an earlier one for its lots.</param>
/// <param name="At">When it was entered.</param>
/// <param name="By">Who entered it, as that person gave it.</param>
public sealed record BidsReference(Digest Sha256, Digest Table, IReadOnlyList<string> Lots, DateTimeOffset At, string By);

/// <summary>The bids on lots of a case; confidential.</summary>
/// <param name="Reference">Where they are stored, and who entered them.</param>
/// <param name="Bids">The bids on the lots that the reference names.</param>
public sealed record CaseBids(BidsReference Reference, IReadOnlyList<SubmittedBid> Bids)
{
    /// <summary>The source name of the origins of entered bids.</summary>
    public const string SourceName = "bids";

    /// <summary>Their key among the notices of the case.</summary>
    [JsonIgnore]
    public NoticeKey Key => new(SourceName, Reference.Sha256.Hex[..12]);

    /// <summary>The origin of a price.</summary>
    /// <param name="bid">The bid; <see langword="null"/> for all of them.</param>
    public FactOrigin Origin(SubmittedBid? bid) => new(Key, "BT-720", bid?.Id, Reference.Sha256);

    /// <summary>The origin of the estimate that stands with the bids.</summary>
    /// <param name="lot">The lot.</param>
    public FactOrigin EstimateOrigin(string lot) => new(Key, "BT-27", lot, Reference.Sha256);
}
