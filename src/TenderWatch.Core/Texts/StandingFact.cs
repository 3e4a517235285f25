using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Texts;

/// <summary>How far a fact from text can be relied on.</summary>
public enum FactStanding
{
    /// <summary>Read by fixed rules.</summary>
    Rule,

    /// <summary>Pointed out by a model and confirmed by nobody.</summary>
    Machine,

    /// <summary>A person confirmed it.</summary>
    Confirmed,

    /// <summary>A person corrected it.</summary>
    Corrected,

    /// <summary>A person said that it is no fact of this purchase.</summary>
    Withdrawn,
}

/// <summary>A fact from text as it stands: what was read, and what a person said of it.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Document">The name of the document; <see langword="null"/> for the text of the notice itself.</param>
/// <param name="Read">The fact as it was read.</param>
/// <param name="Review">What a person said of it last; <see langword="null"/> where nobody did.</param>
public sealed record StandingFact(NoticeKey Notice, string? Document, TextFact Read, FactReview? Review)
{
    /// <summary>What names it in the case; see <see cref="TextFact.Id"/>.</summary>
    public string Id => Read.Id;

    /// <summary>How far it can be relied on.</summary>
    public FactStanding Standing => Review?.Act switch
    {
        FactAct.Confirm => FactStanding.Confirmed,
        FactAct.Correct => FactStanding.Corrected,
        FactAct.Withdraw => FactStanding.Withdrawn,
        _ => Read.IsByModel ? FactStanding.Machine : FactStanding.Rule,
    };

    /// <summary>The fact with the value that counts: what a person corrected, else what was read.</summary>
    public TextFact Counting => Review?.Counting(Read) ?? Read;

    /// <summary>Whether the text changed, or is read otherwise, since a person looked: somebody has to look again.</summary>
    public bool LookAgain { get; init; }

    /// <summary>Whether the words are no more in the texts of the case; what a person said of them is kept.</summary>
    public bool IsGone { get; init; }

    /// <summary>Whether it may be held against a field: neither a machine's reading that nobody confirmed, nor what was withdrawn.</summary>
    public bool Counts => Standing is not (FactStanding.Machine or FactStanding.Withdrawn);
}
