using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Rules;

/// <summary>A fact that a rule found in a sentence.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Value">Its value.</param>
/// <param name="From">The first token of its quotation.</param>
/// <param name="Until">The token after its quotation.</param>
internal readonly record struct Candidate(TextFactKind Kind, string Value, int From, int Until)
{
    public string? Unit { get; init; }

    public string? Per { get; init; }

    public TextSense Sense { get; init; }

    public bool Overlaps(Candidate other) => From < other.Until && other.From < Until;
}
