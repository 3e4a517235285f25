using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Cases;

/// <summary>Where two sources publish the same notice with different facts.</summary>
public static class Divergences
{
    /// <summary>The code of these problems.</summary>
    public const string Code = "sources-differ";

    private const int Most = 50;

    // Prose is rendered, shortened and translated on the way; links lead to each source's own pages.
    private static readonly HashSet<string> Prose = new(StringComparer.Ordinal)
    {
        FactNames.AdditionalInformation, FactNames.Documents, FactNames.Options, FactNames.Lot, FactNames.Withheld,
    };

    /// <summary>The facts that differ, first by entry, then by name. Absent on one side is no difference.</summary>
    public static IReadOnlyList<ProcurementProblem> Of(IReadOnlyList<TimelineEntry> timeline) => [.. timeline.SelectMany(In).Take(Most)];

    private static IEnumerable<ProcurementProblem> In(TimelineEntry entry) =>
        from other in entry.Notices
        where other != entry.Main && other.Record.Key.Source != entry.Main.Record.Key.Source && other.Document != entry.Main.Document
        from problem in Between(entry.Main, other)
        select problem;

    private static IEnumerable<ProcurementProblem> Between(CaseNotice one, CaseNotice other)
    {
        var single = one.Notice.Lots.Count <= 1 && other.Notice.Lots.Count <= 1;
        var several = one.Notice.Bids.Count > 1 && other.Notice.Bids.Count > 1;
        var (left, right) = (ComparableFacts.Of(one, single, several), ComparableFacts.Of(other, single, several));
        var translated = one.Notice.Language is { } language && other.Notice.Language is { } second && language != second;
        foreach (var key in left.Select(group => group.Key).Where(right.Contains).Where(key => !Prose.Contains(key.Name) && !(translated && key.Name == FactNames.Title)))
        {
            var (onlyLeft, onlyRight) = FactComparison.Differences(left[key], right[key]);
            // A list that says less than the other leaves things out; it does not contradict.
            if (onlyLeft.Count > 0 && onlyRight.Count > 0) yield return Problem(key, one, onlyLeft, other, onlyRight);
        }
    }

    private static ProcurementProblem Problem(ComparableKey key, CaseNotice one, IReadOnlyList<Fact> ones, CaseNotice other, IReadOnlyList<Fact> others)
    {
        string In(Language language)
        {
            var lot = key.Lot is { Length: > 0 } id ? $" ({id})" : "";
            return $"{FactNames.Label(key.Name).In(language)}{lot}: {Values(ones, language)} ({one.Record.Key}), {Values(others, language)} ({other.Record.Key})";
        }

        return new ProcurementProblem(
            Code,
            new LocalizedText($"De bronnen verschillen. {In(Language.Nl)}.", $"The sources differ. {In(Language.En)}."),
            [.. ones.Concat(others).SelectMany(fact => fact.Origins)]);
    }

    private static string Values(IReadOnlyList<Fact> facts, Language language) => string.Join("; ", facts.Select(fact => FactWords.Value(fact, language)));
}
