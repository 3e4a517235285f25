using TenderWatch.Core.Cases;
using TenderWatch.Core.Procurements;

namespace TenderWatch.Core.Reviews;

/// <summary>Finds what was paid for a unit before, in purchases of the same kind of thing.</summary>
internal static class PastUnitAwards
{
    // The latest tell most, and facts stay small.
    private const int Most = 50;

    /// <summary>The past awards for the lots of a case whose quantity is known; of one award that several sources publish, one.</summary>
    public static async Task<IReadOnlyList<PastUnitAward>> ForAsync(IReadOnlyList<CaseNotice> notices, IRegistry registry, CancellationToken cancellationToken)
    {
        var lots = notices.SelectMany(notice => notice.Notice.Lots).Select(lot => lot.Id).Distinct(StringComparer.Ordinal);
        var wanted = lots.Select(lot => LotQuantity.Of(notices, lot)).OfType<LotQuantity>().Select(lot => (lot.Cpv, lot.Unit)).Distinct().ToList();
        if (wanted.Count == 0) return [];
        var own = notices.Select(notice => notice.Record.Key).ToHashSet();
        var until = notices.LastOrDefault(notice => notice.Notice.Bids.Count > 0)?.Record.Published ?? DateOnly.MaxValue;
        var found = new List<PastUnitAward>();
        foreach (var cpv in wanted.Select(lot => lot.Cpv).Distinct(StringComparer.Ordinal)) found.AddRange(await registry.UnitAwardsAsync(cpv, cancellationToken));
        return [.. found
            .Where(past => wanted.Contains((past.Award.Cpv, past.Award.Unit)) && !own.Contains(past.Notice) && past.Published <= until)
            .OrderByDescending(past => past.Published).ThenBy(past => past.Notice.ToString(), StringComparer.Ordinal).ThenBy(past => past.Award.Lot, StringComparer.Ordinal)
            .DistinctBy(past => past.Award)
            .GroupBy(past => (past.Award.Cpv, past.Award.Unit))
            .SelectMany(alike => alike.Take(Most))];
    }
}
