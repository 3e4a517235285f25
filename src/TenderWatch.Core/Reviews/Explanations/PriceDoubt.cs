using TenderWatch.Core.Bids;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.AbnormallyLow;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews.Explanations;

/// <summary>The comparisons of a finding of the check <c>alt</c> that concern one tender: what a letter shows the tenderer, with figures and source.</summary>
/// <param name="Figures">The figures on the tender and those it was held against; of tenders that were entered only those that tell of no other one.</param>
/// <param name="Asks">Whether one of the comparisons asks for an explanation.</param>
public sealed record PriceDoubt(IReadOnlyList<Figure> Figures, bool Asks)
{
    private const string LimitEnd = "-limit";

    // What a tender is compared with; figures on other tenders are theirs.
    private static readonly string[] References = ["mean", "estimate"];

    /// <summary>No comparison.</summary>
    public static PriceDoubt None { get; } = new([], false);

    /// <summary>The comparisons that ask and whose figures would tell of another tender: their kind alone.</summary>
    public IReadOnlyList<LocalizedText> Untold { get; init; } = [];

    /// <summary>The comparisons on a tender.</summary>
    /// <param name="findings">The findings of the case.</param>
    /// <param name="lot">The lot, which is the subject of its finding.</param>
    /// <param name="bid">The tender.</param>
    /// <param name="known">How many prices of others on the lot are published: with them a mean tells more of the rest.</param>
    public static PriceDoubt Of(IReadOnlyList<Finding> findings, string lot, string bid, int known = 0)
    {
        var finding = findings.FirstOrDefault(candidate => candidate.Check == AbnormallyLowTenderCheck.CheckId && candidate.Subject == lot);
        if (finding?.Figures.FirstOrDefault(figure => figure.Id == "price/" + bid) is not { } price) return None;
        Figure[] own = [.. finding.Figures.Where(figure => figure.Id.EndsWith("/" + bid, StringComparison.Ordinal))];
        string[] asking = finding.Verdict == Verdict.Flagged ? [.. own.Where(figure => Reaches(own, figure, price, bid)).Select(figure => figure.Id[..^$"{LimitEnd}/{bid}".Length])] : [];
        if (!TendererFigures.IsConfidential(price)) return new([.. own, .. finding.Figures.Where(figure => References.Contains(figure.Id, StringComparer.Ordinal))], asking.Length > 0);
        var shown = TendererFigures.Of(finding, bid, known);
        return new(shown, asking.Length > 0) { Untold = TendererFigures.Untold(asking, shown) };
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

    /// <summary>The fields and notices that a figure comes from: <c>BT-720 (ted:2-2025)</c>; of tenders that were entered, whose they are.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="language">The language.</param>
    public static string Sources(Figure figure, Language language) => string.Join(", ", figure.Origins.Select(origin => Source(origin, language)).Distinct(StringComparer.Ordinal));

    private static bool Reaches(Figure[] own, Figure limit, Figure price, string bid)
    {
        if (!limit.Id.EndsWith($"{LimitEnd}/{bid}", StringComparison.Ordinal)) return false;
        var held = limit.Id.StartsWith("unit-", StringComparison.Ordinal) ? own.FirstOrDefault(figure => figure.Id == "unit-price/" + bid) : price;
        return held?.Value <= limit.Value;
    }

    private static string Source(FactOrigin origin, Language language) => (origin.Notice.Source == CaseBids.SourceName, origin.Field, origin.At) switch
    {
        (true, "BT-27", _) => new LocalizedText("onze raming", "our estimate").In(language),
        (true, _, null) => new LocalizedText("de ontvangen inschrijvingen", "the tenders received").In(language),
        (true, _, _) => new LocalizedText("uw inschrijving", "your tender").In(language),
        _ => $"{origin.Field} ({origin.Notice})",
    };
}
