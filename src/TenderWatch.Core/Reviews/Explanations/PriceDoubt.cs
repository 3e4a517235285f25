using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews.Explanations;

/// <summary>The comparisons of a finding of the check <c>alt</c> that concern one tender: what a letter shows the tenderer, with figures and source.</summary>
/// <param name="Figures">The figures on the tender and those it was held against.</param>
/// <param name="Asks">Whether one of the comparisons asks for an explanation.</param>
public sealed record PriceDoubt(IReadOnlyList<Figure> Figures, bool Asks)
{
    private const string LimitEnd = "-limit";

    // What a tender is compared with; figures on other tenders are theirs.
    private static readonly string[] References = ["mean", "estimate"];

    /// <summary>No comparison.</summary>
    public static PriceDoubt None { get; } = new([], false);

    /// <summary>The comparisons on a tender.</summary>
    /// <param name="findings">The findings of the case.</param>
    /// <param name="lot">The lot, which is the subject of its finding.</param>
    /// <param name="bid">The tender.</param>
    public static PriceDoubt Of(IReadOnlyList<Finding> findings, string lot, string bid)
    {
        var finding = findings.FirstOrDefault(candidate => candidate.Check == "alt" && candidate.Subject == lot);
        if (finding?.Figures.FirstOrDefault(figure => figure.Id == "price/" + bid) is not { } price) return None;
        Figure[] own = [.. finding.Figures.Where(figure => figure.Id.EndsWith("/" + bid, StringComparison.Ordinal))];
        var asks = finding.Verdict == Verdict.Flagged && own.Any(figure => figure.Id.EndsWith($"{LimitEnd}/{bid}", StringComparison.Ordinal) && price.Value <= figure.Value);
        return new([.. own, .. finding.Figures.Where(figure => References.Contains(figure.Id, StringComparer.Ordinal))], asks);
    }

    /// <summary>A figure as a language writes it.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="wording">The language.</param>
    public static string Value(Figure figure, Wording wording) => figure.Unit switch
    {
        "%" => wording.Exact(figure.Value) + " %",
        "count" => wording.Exact(figure.Value),
        var currency => wording.Money(figure.Value, currency),
    };

    /// <summary>The fields and notices that a figure comes from: <c>BT-720 (ted:2-2025)</c>.</summary>
    /// <param name="figure">The figure.</param>
    public static string Sources(Figure figure) => string.Join(", ", figure.Origins.Select(Source).Distinct(StringComparer.Ordinal));

    private static string Source(FactOrigin origin) => $"{origin.Field} ({origin.Notice})";
}
