using System.Text.Json.Serialization;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews;

/// <summary>What is due at the end of a term.</summary>
public enum CaseTermKind
{
    /// <summary>Tenders are due (BT-131).</summary>
    Tenders,

    /// <summary>The tenderer's explanation of a price is due, or its proof on State aid.</summary>
    Explanation,

    /// <summary>A withheld field of a notice may be published (BT-198).</summary>
    Release,

    /// <summary>A term of the law ends, as a check reckons it: <see cref="CaseTerm.Label"/> says which.</summary>
    Law,
}

/// <summary>Something that ends at a moment, after which somebody has to look.</summary>
/// <param name="Kind">What is due.</param>
/// <param name="End">The end.</param>
public sealed record CaseTerm(CaseTermKind Kind, DateTimeOffset End)
{
    /// <summary>When people are reminded of it; <see langword="null"/> where nobody is.</summary>
    public DateTimeOffset? Reminder { get; init; }

    /// <summary>What ends, of a term of the law; <see langword="null"/> of any other.</summary>
    public LocalizedText? Label { get; init; }

    /// <summary>Whether it follows from confidential filings: then its end tells what they say.</summary>
    public bool Confidential { get; init; }

    /// <summary>Whether everybody may know of it. Procedures on prices are for those who may see bids.</summary>
    [JsonIgnore]
    public bool IsPublic => Kind != CaseTermKind.Explanation && !Confidential;

    /// <summary>What messages tell of it: that an answer about a price is due, and not whose; of a term that follows from confidential filings nothing.</summary>
    public CaseTerm? ForMessages() => Confidential ? null : this with { Lot = null, Bid = null };

    /// <summary>The lot of an explanation that is due.</summary>
    public string? Lot { get; init; }

    /// <summary>The tender of an explanation that is due.</summary>
    public string? Bid { get; init; }
}

/// <summary>How long before the end of a term people are reminded of it.</summary>
/// <param name="DaysBefore">Calendar days before its last day, at nine in the morning, Dutch time; 0 for no reminder.</param>
public sealed record ReminderRule(int DaysBefore)
{
    /// <summary>Where no setting says otherwise.</summary>
    public static ReminderRule Default { get; } = new(2);
}
