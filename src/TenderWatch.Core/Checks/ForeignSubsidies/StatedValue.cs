using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Checks.ForeignSubsidies;

/// <summary>A value of the procurement, or of a lot, as a notice states it.</summary>
/// <param name="Id">The figure: <c>estimate</c>.</param>
/// <param name="Label">What it is.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Origins">Where it stands.</param>
/// <param name="Derivation">How it was summed.</param>
internal sealed record StatedValue(string Id, LocalizedText Label, decimal Amount, string Currency, IReadOnlyList<FactOrigin> Origins, string? Derivation = null)
{
    private const int SummandsShownAtMost = 50;

    /// <summary>The threshold is in euro; nothing is converted.</summary>
    public bool InEuro => Currency == "EUR";

    /// <summary>As a figure of a finding.</summary>
    public Figure Figure => new(Id, Label, Amount, Currency, Origins, Derivation);

    /// <summary>The estimates of the whole procurement in a notice.</summary>
    public static IEnumerable<StatedValue> Estimates(CaseNotice notice)
    {
        var facts = notice.Notice;
        StatedValue?[] values =
        [
            Of("estimate", new("Geraamde waarde (BT-27)", "Estimated value (BT-27)"), facts.EstimatedValue, notice.Origin("BT-27")),
            Of("framework-maximum", new("Maximumwaarde raamovereenkomst (BT-271)", "Framework maximum (BT-271)"), facts.FrameworkMaximum, notice.Origin("BT-271")),
            Sum("lots-estimate", new("Som van de geraamde waarden van alle percelen (BT-27)", "Sum of the estimated values of all lots (BT-27)"),
                "BT-27", notice, lot => lot.EstimatedValue),
            Sum("lots-framework-maximum", new("Som van de maximumwaarden van alle percelen (BT-271)", "Sum of the framework maxima of all lots (BT-271)"),
                "BT-271", notice, lot => lot.FrameworkMaximum),
        ];
        return values.OfType<StatedValue>();
    }

    /// <summary>The estimates of a lot in a notice.</summary>
    public static IEnumerable<StatedValue> Estimates(CaseNotice notice, Lot lot)
    {
        StatedValue?[] values =
        [
            Of("lot-estimate", new("Geraamde waarde van het perceel (BT-27)", "Estimated value of the lot (BT-27)"), lot.EstimatedValue, notice.Origin("BT-27", lot.Id)),
            Of("lot-framework-maximum", new("Maximumwaarde van het perceel (BT-271)", "Framework maximum of the lot (BT-271)"),
                lot.FrameworkMaximum, notice.Origin("BT-271", lot.Id)),
        ];
        return values.OfType<StatedValue>();
    }

    /// <summary>What a notice says was awarded: an indication, for the test is on the estimate.</summary>
    public static IEnumerable<StatedValue> Awarded(CaseNotice notice)
    {
        StatedValue?[] values =
        [
            Of("awarded-value", new("Gegunde waarde (BT-161)", "Awarded value (BT-161)"), notice.Notice.TotalValue, notice.Origin("BT-161")),
            Of("awarded-framework-maximum", new("Maximumwaarde van de gegunde raamovereenkomsten (BT-118)", "Maximum value of the awarded frameworks (BT-118)"),
                notice.Notice.TotalFrameworkMaximum, notice.Origin("BT-118")),
        ];
        return values.OfType<StatedValue>();
    }

    private static StatedValue? Of(string id, LocalizedText label, Money? money, FactOrigin origin) =>
        money.CanReckon() ? new(id, label, money!.Amount, money.Currency, [origin]) : null;

    // Only a sum over every lot, in one currency, is the value of the procurement (art. 16(8) of Directive 2014/25/EU adds all lots).
    private static StatedValue? Sum(string id, LocalizedText label, string field, CaseNotice notice, Func<Lot, Money?> value)
    {
        var lots = notice.Notice.Lots;
        var values = lots.Select(value).ToList();
        if (values.Count < 2 || !values.TrueForAll(money => money.CanReckon()) || values.Select(money => money!.Currency).Distinct(StringComparer.Ordinal).Count() > 1) return null;
        var summands = string.Join(" + ", values.Take(SummandsShownAtMost).Select(money => money!.Amount.Plain()));
        return new(id, label, values.Sum(money => money!.Amount), values[0]!.Currency,
            [.. lots.Select(lot => notice.Origin(field, lot.Id))], values.Count > SummandsShownAtMost ? summands + " + …" : summands);
    }
}
