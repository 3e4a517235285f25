using System.Text.Json.Serialization;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Supply;

/// <summary>Where a statement on a case is stored, and who entered it when.</summary>
/// <param name="Sha256">The stored bytes.</param>
/// <param name="At">When it was entered.</param>
/// <param name="By">Who entered it, as that person gave it.</param>
public sealed record StatementReference(Digest Sha256, DateTimeOffset At, string By);

/// <summary>A statement on a case with its content.</summary>
/// <param name="Reference">Where it is stored, and who entered it.</param>
/// <param name="Content">What it says.</param>
public sealed record CaseStatement(StatementReference Reference, SupplyStatement Content)
{
    /// <summary>The source name of the origins of stated facts.</summary>
    public const string SourceName = "statement";

    /// <summary>Its key among the notices of the case.</summary>
    [JsonIgnore]
    public NoticeKey Key => new(SourceName, Reference.Sha256.Hex[..12]);

    /// <summary>The origin of a stated fact: the words of the document.</summary>
    /// <param name="field">What it says: <c>components</c>, <c>ownership</c>, <c>goods</c>, <c>stock</c>.</param>
    /// <param name="at">Whom or what it is about.</param>
    /// <param name="quote">The words.</param>
    public FactOrigin Origin(string field, string? at, string quote) => new(Key, field, at, Reference.Sha256, quote);
}
