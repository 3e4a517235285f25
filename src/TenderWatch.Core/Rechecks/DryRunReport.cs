using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Rechecks;

/// <summary>What the present rules and settings would change.</summary>
/// <param name="Cases">The cases in which something would change, or that cannot be judged again.</param>
/// <param name="Counts">How much would.</param>
/// <param name="Verdicts">The changes of verdict, check by check.</param>
public sealed record DryRunReport(IReadOnlyList<CaseDryRun> Cases, DryRunCounts Counts, IReadOnlyList<VerdictCount> Verdicts);

/// <summary>How much would change.</summary>
/// <param name="Cases">The cases that were judged again.</param>
/// <param name="Results">The results of their checks.</param>
/// <param name="Verdicts">The results of which the verdict on a subject would change, or that are new or gone.</param>
/// <param name="Figures">The other results of which a figure would change.</param>
/// <param name="Words">The other results of which only words would change.</param>
/// <param name="Unread">The stored facts or findings that cannot be read.</param>
public sealed record DryRunCounts(int Cases, int Results, int Verdicts, int Figures, int Words, int Unread);

/// <summary>How often a check would come to another verdict.</summary>
/// <param name="Check">The check.</param>
/// <param name="Before">The gravest verdict of a case that was; <see langword="null"/> where the check is new.</param>
/// <param name="After">The gravest verdict that would be; <see langword="null"/> where the check is gone.</param>
/// <param name="Cases">The number of cases.</param>
public sealed record VerdictCount(string Check, Verdict? Before, Verdict? After, int Cases);

/// <summary>What would change in a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Title">The title of the purchase.</param>
/// <param name="Results">The results that would change.</param>
/// <param name="Unread">Why stored facts or findings cannot be read, where they cannot.</param>
public sealed record CaseDryRun(string Case, string Title, IReadOnlyList<ResultChange> Results, IReadOnlyList<LocalizedText> Unread);

/// <summary>A result that would change.</summary>
/// <param name="Check">The check.</param>
/// <param name="VersionBefore">The version of the rule that the case was judged by; <see langword="null"/> where the check is new.</param>
/// <param name="VersionAfter">The version with the present settings; <see langword="null"/> where the check is gone.</param>
/// <param name="Before">The gravest verdict that was.</param>
/// <param name="After">The gravest verdict that would be.</param>
/// <param name="Changes">What would change, by subject.</param>
public sealed record ResultChange(string Check, string? VersionBefore, string? VersionAfter, Verdict? Before, Verdict? After, IReadOnlyList<FindingChange> Changes)
{
    /// <summary>Whether it is a judgement on confidential facts too; its changes then tell neither subject nor figures.</summary>
    public bool IsConfidential { get; init; }

    internal bool OfVerdict => Changes.Any(change => change.Before != change.After);

    internal bool OfFigures => Changes.Any(change => change.Figures.Count > 0);
}
