using System.Globalization;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Cases;

/// <summary>The quantity of the whole procurement and what one unit of it was awarded for.</summary>
internal static class UnitPrice
{
    /// <summary>The sum over the lots, where every lot states a quantity in the same unit.</summary>
    public static Fact? Quantity(IReadOnlyList<string> lots, IReadOnlyList<Fact> sheet)
    {
        var quantities = sheet.Where(fact => fact.Name == FactNames.Quantity && fact.Subject is not null).ToList();
        if (quantities.Count == 0 || quantities.Count != lots.Count) return null;
        var summable = quantities.Count == 1 || (quantities[0].Unit is not null && quantities.TrueForAll(fact => fact.Unit == quantities[0].Unit));
        if (!summable || quantities.Exists(fact => Value(fact) is < 0 or > Reckoning.Largest)) return null;
        return new Fact
        {
            Name = FactNames.Quantity,
            Kind = FactKind.Number,
            Value = quantities.Sum(Value).Plain(),
            Unit = quantities[0].Unit,
            Origins = [.. quantities.SelectMany(fact => fact.Origins)],
            Derivation = quantities.Count == 1 ? null : string.Join(" + ", quantities.Select(fact => fact.Value)),
        };
    }

    /// <summary>The awarded value divided by the quantity, to the cent; only where the value is that of every lot.</summary>
    public static Fact? Of(CaseNotice award, IReadOnlyList<string> lots, Fact quantity)
    {
        var pieces = Value(quantity);
        if (!award.Notice.TotalValue.CanReckon() || pieces < Reckoning.Smallest || !CoversAll(award.Notice, lots)) return null;
        var value = award.Notice.TotalValue!;
        return new Fact
        {
            Name = FactNames.UnitPrice,
            Kind = FactKind.Money,
            Value = (value.Amount / pieces).Rounded().Plain(),
            Unit = value.Currency,
            Origins = [award.Origin("BT-161"), .. quantity.Origins],
            Derivation = $"{value.Amount.Plain()} / {quantity.Value}",
        };
    }

    private static bool CoversAll(Notice award, IReadOnlyList<string> lots) =>
        lots.All(lot => award.Results.Any(result => result.Lot == lot && result.Status is "selec-w" or null)) && award.Results.All(result => result.Status is "selec-w" or null);

    private static decimal Value(Fact fact) => decimal.Parse(fact.Value, NumberStyles.Number, CultureInfo.InvariantCulture);
}
