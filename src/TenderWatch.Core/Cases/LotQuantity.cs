using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Cases;

/// <summary>How much of what a lot is about.</summary>
/// <param name="Value">How many (BT-25).</param>
/// <param name="Unit">The unit (BT-625).</param>
/// <param name="Cpv">The kind of thing, eight digits (BT-262).</param>
public sealed record LotQuantity(decimal Value, string Unit, string Cpv)
{
    /// <summary>That of a lot, from the latest notice that states it with its unit; of the only lot where none is named.</summary>
    /// <param name="notices">The notices of the case.</param>
    /// <param name="lot">The lot.</param>
    public static LotQuantity? Of(IReadOnlyList<CaseNotice> notices, string? lot) => notices.Reverse()
        .SelectMany(notice => notice.Notice.Lots.Where(one => lot is null ? notice.Notice.Lots.Count == 1 : one.Id == lot).Select(one => Of(one, notice.Notice)))
        .OfType<LotQuantity>().FirstOrDefault();

    private static LotQuantity? Of(Lot lot, Notice notice) =>
        lot.Quantity is { Unit: { } unit, Value: >= Reckoning.Smallest and <= Reckoning.Largest and var value } && Procurements.UnitAward.Digits(lot.Cpv.Concat(notice.Cpv).FirstOrDefault()) is { } cpv
            ? new LotQuantity(value, unit, cpv)
            : null;
}
