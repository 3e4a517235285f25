using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks;

/// <summary>What a check concludes. There is no fourth answer, and nothing is rejected by any of them.</summary>
public enum Verdict
{
    /// <summary>The rule does not ask for anything.</summary>
    Clear,

    /// <summary>Facts are missing; "no flag" and "could not tell" are never the same.</summary>
    NotAssessable,

    /// <summary>The rule asks a person for a reasoned decision or an explanation.</summary>
    Flagged,
}

/// <summary>The result of a check on one subject. The same rule version and the same facts give the same bytes.</summary>
public sealed record Finding
{
    /// <summary>The check: <c>fsr-scope</c>.</summary>
    public required string Check { get; init; }

    /// <summary>The version of its rule.</summary>
    public required string RuleVersion { get; init; }

    /// <summary><c>procurement</c>, or the lot judged.</summary>
    public required string Subject { get; init; }

    /// <summary>The conclusion.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The conclusion in one line that accuses nobody.</summary>
    public required LocalizedText Summary { get; init; }

    /// <summary>The figures it rests on, in order.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>The reasons, in order.</summary>
    public IReadOnlyList<LocalizedText> Reasons { get; init; } = [];

    /// <summary>The facts that would be needed, by name.</summary>
    public IReadOnlyList<MissingFact> Missing { get; init; } = [];

    /// <summary>The dates that the rule gives, in the order in which they are read.</summary>
    public IReadOnlyList<Calendars.LegalDate> Dates { get; init; } = [];

    /// <summary>The legal basis, article by article.</summary>
    public IReadOnlyList<string> LegalBasis { get; init; } = [];
}

/// <summary>A figure of a finding.</summary>
/// <param name="Id">A stable name: <c>gap-to-next</c>.</param>
/// <param name="Label">What it is.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">A currency, <c>%</c>, <c>count</c>; a percentage is 7.03 for 7.03 %.</param>
/// <param name="Origins">The facts it was reckoned from.</param>
/// <param name="Derivation">How, in figures.</param>
public sealed record Figure(string Id, LocalizedText Label, decimal Value, string Unit, IReadOnlyList<FactOrigin> Origins, string? Derivation = null);

/// <summary>A fact that a check needs and does not have.</summary>
/// <param name="Field">The eForms field: <c>BT-720</c>.</param>
/// <param name="Name">What is missing.</param>
/// <param name="Why">Why it is missing (absent, withheld until a date, placeholder) and who could give it.</param>
public sealed record MissingFact(string Field, LocalizedText Name, LocalizedText Why);
