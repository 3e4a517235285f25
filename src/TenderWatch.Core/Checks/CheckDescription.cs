using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks;

/// <summary>What people have to know of a check before they read a finding of it, with the thresholds that are set.</summary>
public sealed record CheckDescription
{
    /// <summary>The question it asks.</summary>
    public required LocalizedText Asks { get; init; }

    /// <summary>Statutes and other sources, as <see cref="Finding.LegalBasis"/> writes them; a finding names those that concern its purchase.</summary>
    public required IReadOnlyList<string> RestsOn { get; init; }

    /// <summary>The facts that it needs, and where they come from.</summary>
    public required LocalizedText Needs { get; init; }

    /// <summary>When it is <see cref="Verdict.Flagged"/>.</summary>
    public required LocalizedText Flagged { get; init; }

    /// <summary>When it is <see cref="Verdict.NotAssessable"/>.</summary>
    public required LocalizedText NotAssessable { get; init; }

    /// <summary>When it is <see cref="Verdict.Clear"/>.</summary>
    public required LocalizedText Clear { get; init; }

    /// <summary>When it gives a verdict.</summary>
    public LocalizedText When(Verdict verdict) => verdict switch
    {
        Verdict.Flagged => Flagged,
        Verdict.NotAssessable => NotAssessable,
        _ => Clear,
    };
}
