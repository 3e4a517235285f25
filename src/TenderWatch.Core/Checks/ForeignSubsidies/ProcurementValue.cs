using TenderWatch.Core.Cases;

namespace TenderWatch.Core.Checks.ForeignSubsidies;

/// <summary>
/// The value that the threshold is held against. The estimate counts (art. 28(1)(a)): of the latest call that states one in euro, else of the
/// latest award notice, else of an earlier plan. Of several values in one notice the highest counts.
/// </summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="Awarded">The highest awarded value in euro: an indication where there is no estimate, a comparison where there is.</param>
/// <param name="Stated">Every value of the notices that these come from.</param>
/// <param name="OtherCurrencies">Currencies of values that cannot be held against a threshold in euro.</param>
internal sealed record ProcurementValue(StatedValue? Estimate, StatedValue? Awarded, IReadOnlyList<StatedValue> Stated, IReadOnlyList<string> OtherCurrencies)
{
    /// <summary>Reads the value of a procurement.</summary>
    public static ProcurementValue Of(CaseFacts facts)
    {
        var ordered = InOrder(facts.Notices);
        var all = ordered.Select(notice => StatedValue.Estimates(notice).ToList()).ToList();
        var estimates = all.Find(values => values.Exists(value => value.InEuro)) ?? all.Find(values => values.Count > 0) ?? [];
        var awarded = ordered.SelectMany(StatedValue.Awarded).ToList();
        var highest = Highest(awarded);
        return new ProcurementValue(
            Highest(estimates),
            highest,
            [.. estimates, .. highest is null ? awarded.Take(1) : [highest]],
            [.. estimates.Concat(awarded).Where(value => !value.InEuro).Select(value => value.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The estimate of a lot.</summary>
    public static StatedValue? OfLot(CaseFacts facts, string lot) => InOrder(facts.Notices)
        .Select(notice => Highest([.. notice.Notice.Lots.Where(candidate => candidate.Id == lot).SelectMany(candidate => StatedValue.Estimates(notice, candidate))]))
        .FirstOrDefault(value => value is not null);

    /// <summary>The notices in the order in which their estimate counts: calls, outcomes, plans; the latest of each first.</summary>
    public static IReadOnlyList<CaseNotice> InOrder(IReadOnlyList<CaseNotice> notices) => [.. notices.Reverse().OrderBy(notice => notice.Notice switch
    {
        { Results.Count: > 0 } or { Bids.Count: > 0 } => 1,
        { FormType: "planning" or "consultation" } => 2,
        _ => 0,
    })];

    private static StatedValue? Highest(List<StatedValue> values) => values.Where(value => value.InEuro).MaxBy(value => value.Amount);
}
