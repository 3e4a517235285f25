using TenderWatch.Core.Checks;

namespace TenderWatch.Core.Rechecks;

/// <summary>Holds the findings of a check against those it gave before. The version of the rule is no difference: it is known already.</summary>
internal static class FindingComparison
{
    public static IReadOnlyList<FindingChange> Of(IReadOnlyList<Finding> before, IReadOnlyList<Finding> after) =>
        [.. Pairs(before, after, finding => finding.Subject).Select(pair => Of(pair.Key, pair.Before, pair.After)).OfType<FindingChange>()];

    private static FindingChange? Of(string subject, Finding? before, Finding? after)
    {
        FigureChange[] figures = [.. Pairs(before?.Figures ?? [], after?.Figures ?? [], figure => figure.Id).Select(pair => Of(pair.Before, pair.After)).OfType<FigureChange>()];
        var words = before is not null && after is not null && !Words(before).AsSpan().SequenceEqual(Words(after));
        return before?.Verdict == after?.Verdict && figures.Length == 0 && !words ? null : new FindingChange(subject, before?.Verdict, after?.Verdict, figures, words);
    }

    private static FigureChange? Of(Figure? before, Figure? after)
    {
        var (old, now) = (ValueOf(before), ValueOf(after));
        return old == now ? null : new FigureChange((after ?? before)!.Id, (after ?? before)!.Label, old, now);
    }

    private static FigureValue? ValueOf(Figure? figure) => figure is null ? null : new FigureValue(figure.Value, figure.Unit);

    private static byte[] Words(Finding finding) => FindingsJson.Write(
        [finding with { RuleVersion = "", Verdict = default, Figures = [.. finding.Figures.Select(figure => figure with { Value = 0, Unit = "" })] }]);

    // In the order of what is, then what is left of what was. A name that stands more than once is told apart by its place among its like.
    private static IEnumerable<(string Key, T? Before, T? After)> Pairs<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> key)
        where T : class
    {
        var old = before.GroupBy(key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => new Queue<T>(group), StringComparer.Ordinal);
        foreach (var item in after) yield return (key(item), old.GetValueOrDefault(key(item))?.TryDequeue(out var was) == true ? was : null, item);
        foreach (var (name, left) in old)
        {
            foreach (var item in left) yield return (name, item, null);
        }
    }
}
