using System.Text.Json.Serialization;
using TenderWatch.Core.Cases;

namespace TenderWatch.Core.Checks.ForeignSubsidies.Filings;

/// <summary>What a tenderer files (art. 29(1) of Regulation (EU) 2022/2560).</summary>
public enum FilingKind
{
    /// <summary>Of foreign financial contributions at or above the threshold.</summary>
    Notification,

    /// <summary>That there are none at or above it.</summary>
    Declaration,
}

/// <summary>With what it is filed.</summary>
public enum FilingStage
{
    /// <summary>The request to participate, in a procedure of several stages.</summary>
    RequestToParticipate,

    /// <summary>The tender; in several stages the final one, with the updated filing.</summary>
    Tender,
}

/// <summary>Where a filing of a case is stored, confidentially, and who entered it when. It holds nothing of what was filed.</summary>
/// <param name="Sha256">The stored bytes.</param>
/// <param name="At">When it was entered.</param>
/// <param name="By">Who entered it, as that person gave it.</param>
public sealed record FilingReference(Evidence.Digest Sha256, DateTimeOffset At, string By);

/// <summary>A filing of one tenderer as people record it; notices show none. What is not known is absent.</summary>
public sealed record FsrFiling
{
    /// <summary>The source name of the origins of recorded filings.</summary>
    public const string SourceName = "filing";

    /// <summary>Who filed: the id of the bid in the notice, a registration number, or the name in full.</summary>
    public required string Bidder { get; init; }

    /// <summary>With what.</summary>
    public required FilingStage Stage { get; init; }

    /// <summary>Notification or declaration.</summary>
    public FilingKind? Kind { get; init; }

    /// <summary>The day on which the buyer received it.</summary>
    public DateOnly? Received { get; init; }

    /// <summary>The day on which it was complete; for a notification, at the Commission.</summary>
    public DateOnly? Complete { get; init; }

    /// <summary>The day on which what was missing was asked for.</summary>
    public DateOnly? Asked { get; init; }

    /// <summary>Whether the Commission has extended the preliminary review.</summary>
    public bool Extended { get; init; }

    /// <summary>The sections of form FS-PP that are filled in; empty where nobody has looked.</summary>
    public IReadOnlyList<int> Sections { get; init; } = [];

    /// <summary>Whose contributions it covers; empty where that is not known.</summary>
    public IReadOnlyList<FilingParty> Parties { get; init; } = [];

    /// <summary>Where it was recorded.</summary>
    public IReadOnlyList<FactOrigin> Origins { get; init; } = [];
}

/// <summary>What a party is to the tenderer.</summary>
public enum PartyRole
{
    /// <summary>The tenderer, or a member of the group that tenders.</summary>
    Operator,

    /// <summary>A subsidiary without commercial autonomy.</summary>
    Subsidiary,

    /// <summary>A holding company.</summary>
    Holding,

    /// <summary>A subcontractor.</summary>
    Subcontractor,

    /// <summary>A supplier.</summary>
    Supplier,
}

/// <summary>A party whose contributions may count.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Role">What it is to the tenderer.</param>
/// <param name="SharePercent">Of a subcontractor or supplier: its part of the tender's value, 25 for 25 %.</param>
/// <param name="KeyElements">Of a subcontractor or supplier: whether it delivers key elements of the contract.</param>
/// <param name="Contributions">What it received.</param>
public sealed record FilingParty(
    [property: JsonRequired] string Name,
    [property: JsonRequired] PartyRole Role,
    decimal? SharePercent,
    bool? KeyElements,
    [property: JsonRequired] IReadOnlyList<Contribution> Contributions);

/// <summary>A foreign financial contribution (art. 3(2)).</summary>
/// <param name="Country">The third country, ISO 3166-1 alpha-3.</param>
/// <param name="Amount">The amount in euro.</param>
/// <param name="Granted">The day on which it was granted.</param>
public sealed record Contribution([property: JsonRequired] string Country, [property: JsonRequired] decimal Amount, [property: JsonRequired] DateOnly Granted);
