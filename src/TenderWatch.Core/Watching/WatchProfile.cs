namespace TenderWatch.Core.Watching;

/// <summary>What to look for. Every criterion that is given must hold; within a criterion one hit is enough.</summary>
public sealed record WatchProfile
{
    /// <summary>Its name: <c>smart-meters</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Words or phrases in titles and descriptions, whole words, upper and lower case alike.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>Prefixes of CPV codes of 2 to 8 digits.</summary>
    public IReadOnlyList<string> Cpv { get; init; } = [];

    /// <summary>Names (whole words) or registration ids of buyers.</summary>
    public IReadOnlyList<string> Buyers { get; init; } = [];

    /// <summary>Names (whole words) or registration ids of bidders.</summary>
    public IReadOnlyList<string> Suppliers { get; init; } = [];

    /// <summary>The least value in <see cref="Currency"/>; a notice that states no value is not left out, which the reason says.</summary>
    public decimal? MinimumValue { get; init; }

    /// <summary>The currency of <see cref="MinimumValue"/>.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>BT-01: <c>32014L0025</c>.</summary>
    public IReadOnlyList<string> LegalBasis { get; init; } = [];

    /// <summary>
    /// Whether phrases and CPV are alternatives of one criterion (the default: the subject is recognised by word or by code) or two criteria.
    /// </summary>
    public bool PhrasesAndCpv { get; init; }
}

/// <summary>A profile that matched, and why.</summary>
/// <param name="Profile">Its name.</param>
/// <param name="Reasons">One for each criterion.</param>
public sealed record ProfileMatch(string Profile, IReadOnlyList<MatchReason> Reasons);

/// <summary>Why a criterion held.</summary>
/// <param name="Criterion"><c>phrase</c>, <c>cpv</c>, <c>buyer</c>, <c>supplier</c>, <c>value</c>, <c>legal-basis</c>.</param>
/// <param name="Sought">What the profile says.</param>
/// <param name="Found">What the notice says.</param>
/// <param name="Field">Where: BT-21, BT-262, …</param>
public sealed record MatchReason(string Criterion, string Sought, string Found, string Field);
