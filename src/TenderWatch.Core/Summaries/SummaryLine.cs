using System.Text.Json.Serialization;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Summaries;

/// <summary>What a line of a summary is about. The lines stand in this order.</summary>
public enum SummaryTopic
{
    /// <summary>What is bought, and by whom.</summary>
    Purchase,

    /// <summary>How much, for how much.</summary>
    Size,

    /// <summary>For how long.</summary>
    Term,

    /// <summary>Where it stands: until when one can tender, or who won.</summary>
    Outcome,

    /// <summary>By which procedure and rules.</summary>
    Rules,
}

/// <summary>A line: one or more sentences on one topic.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Sentences">Its sentences; never none.</param>
public sealed record SummaryLine(SummaryTopic Topic, IReadOnlyList<SummarySentence> Sentences)
{
    /// <summary>The sentences as one text.</summary>
    [JsonIgnore]
    public LocalizedText Text => new(string.Join(' ', Sentences.Select(sentence => sentence.Text.Nl)), string.Join(' ', Sentences.Select(sentence => sentence.Text.En)));

    /// <summary>What people call a topic.</summary>
    /// <param name="topic">The topic.</param>
    public static LocalizedText Label(SummaryTopic topic) => topic switch
    {
        SummaryTopic.Purchase => new("Wat en voor wie", "What and for whom"),
        SummaryTopic.Size => new("Omvang", "Size"),
        SummaryTopic.Term => new("Looptijd", "Term"),
        SummaryTopic.Outcome => new("Stand", "State"),
        _ => new("Procedure", "Procedure"),
    };
}

/// <summary>A sentence, filled from facts into fixed words.</summary>
/// <param name="Text">The sentence, of plain text, which the caller encodes.</param>
/// <param name="Origins">Where what it says stands; none where it says that something is not stated.</param>
/// <param name="Sought">The eForms fields in which nothing was found, where the sentence says so; else none.</param>
public sealed record SummarySentence(LocalizedText Text, IReadOnlyList<FactOrigin> Origins, IReadOnlyList<string> Sought);
