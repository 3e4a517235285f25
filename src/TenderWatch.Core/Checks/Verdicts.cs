using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Checks;

/// <summary>Findings of one check taken together.</summary>
public static class Verdicts
{
    /// <summary>The gravest verdict: Flagged, then NotAssessable, then Clear.</summary>
    /// <exception cref="ArgumentException">There is no finding; a check always gives one.</exception>
    public static Verdict Gravest(IReadOnlyList<Finding> findings) =>
        findings.Count > 0 ? findings.Max(finding => finding.Verdict) : throw new ArgumentException("A check gives at least one finding.", nameof(findings));

    /// <summary>A digest over subject and verdict of each finding, whatever their order: another one means that a verdict changed.</summary>
    public static Digest DigestOf(IReadOnlyList<Finding> findings) =>
        Digest.Of(string.Join('\n', findings.Select(finding => $"{finding.Subject}\t{finding.Verdict}").Order(StringComparer.Ordinal)));

    /// <summary>The result of a check over all its subjects.</summary>
    /// <param name="check">The check.</param>
    /// <param name="findings">What it found.</param>
    /// <param name="stored">The digest of the stored public findings.</param>
    public static CheckResult ResultOf(ICheck check, IReadOnlyList<Finding> findings, Digest stored) => new(
        check.Id,
        check.Version,
        Gravest(findings),
        DigestOf(findings),
        stored,
        findings.Count(finding => finding.Verdict == Verdict.Flagged),
        findings.Count(finding => finding.Verdict == Verdict.NotAssessable),
        findings.Count(finding => finding.Verdict == Verdict.Clear));
}
