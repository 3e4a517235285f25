using TenderWatch.Core.Cases;

namespace TenderWatch.Core.Supply;

/// <summary>What documents state, as facts of the sheet with the words they come from.</summary>
internal static class StatedFacts
{
    public static IEnumerable<Fact> Of(IReadOnlyList<CaseStatement> statements) => statements.SelectMany(Of);

    private static IEnumerable<Fact> Of(CaseStatement statement)
    {
        foreach (var component in statement.Content.Components)
        {
            foreach (var supplier in component.Suppliers)
                yield return Text(FactNames.ComponentSupplier, component.Component, Described(supplier.Name, supplier.SharePercent, supplier.Country), statement.Origin("components", component.Component, component.Quote));
        }

        foreach (var owned in statement.Content.Ownership)
            yield return Text(FactNames.Owner, owned.Company, Described(owned.Owner, owned.Percent, owned.Country), statement.Origin("ownership", owned.Company, owned.Quote));

        foreach (var goods in statement.Content.Goods)
            yield return Text(FactNames.GoodsOrigin, goods.Bidder, Described(goods.Country, goods.Percent, null), statement.Origin("goods", goods.Bidder, goods.Quote));

        if (statement.Content.Stock is { } stock)
        {
            yield return new Fact
            {
                Name = FactNames.StockUntil,
                Kind = FactKind.Date,
                Value = AwardFacts.Iso(stock.Until),
                Origins = [statement.Origin("stock", null, stock.Quote)],
            };
        }
    }

    // A name with its part and country reads the same in both languages.
    private static string Described(string name, decimal? percent, string? country)
    {
        var parts = new[] { percent is { } part ? part.Plain() + " %" : null, country }.OfType<string>().ToArray();
        return parts.Length == 0 ? name : $"{name} ({string.Join(", ", parts)})";
    }

    private static Fact Text(string name, string subject, string value, FactOrigin origin) => new() { Name = name, Subject = subject, Kind = FactKind.Text, Value = value, Origins = [origin] };
}
