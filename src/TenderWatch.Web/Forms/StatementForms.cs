using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Core.Supply;

namespace TenderWatch.Web.Forms;

/// <summary>Statements on the supply that officers enter on the page of a case, in fields or as a file. What stands in the fields is stored as the file that says the same.</summary>
internal sealed class StatementForms(StatementEntry statements)
{
    /// <summary>So many suppliers of a component, and origins of goods, have fields.</summary>
    public const int Rows = 4;

    private static readonly string[] SupplierFields = ["supplier", "supplier-share", "supplier-country", "supplier-all", "supplier-production"];
    private static readonly string[] OwnerFields = ["company", "owner", "owner-percent", "owner-country", "owner-state", "owner-quote"];
    private static readonly string[] GoodsFields = ["goods-bidder", "goods-country", "goods-percent"];

    public Task<IReadOnlyList<FormFault>> TakeAsync(string id, IFormCollection form, HttpContext context) => TypedFields.EnterAsync(id, form, context, statements.EnterAsync, Read, "title");

    private static SupplyStatement Read(TypedFields fields)
    {
        foreach (var (path, field) in new[] { ("$.source.publisher", "publisher"), ("$.source.url", "url"), ("$.components", "suppliers"), ("$.ownership", "ownership"), ("$.goods", "goods"), ("$.stock", "stock") }) fields.Place(path, field);
        return new SupplyStatement
        {
            Source = new(fields.Text("title") ?? "", fields.Text("publisher") ?? "", fields.Day("date", "date"), Address(fields)),
            Components = ComponentOf(fields) is { } component ? [component] : [],
            Ownership = !fields.IsFilled(OwnerFields) ? [] :
                [new(fields.Text("company") ?? "", fields.Text("owner") ?? "", fields.Text("owner-quote") ?? "", fields.Number("owner-percent", "ownership"), fields.Country("owner-country"), fields.Choice("owner-state"))],
            Goods = GoodsOf(fields),
            Stock = !fields.IsFilled("stock-until", "stock-quote") ? null : StockOf(fields),
        };
    }

    private static Uri? Address(TypedFields fields)
    {
        if (fields.Text("url") is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address)) return address;
        fields.Refuse("url", null, new("een adres met http of https.", "an http or https address."));
        return null;
    }

    private static ComponentSupply? ComponentOf(TypedFields fields)
    {
        var rows = Enumerable.Range(0, Rows).Where(row => fields.IsFilled(SupplierFields.Select(field => $"{field}-{row}"))).ToList();
        if (rows.Count == 0 && !fields.IsFilled("component", "component-quote")) return null;
        foreach (var (place, row) in rows.Index()) fields.Place($"$.components[0].suppliers[{place}]", "suppliers", row);
        return new ComponentSupply(fields.Text("component") ?? "",
            [.. rows.Select(row => new ComponentSupplier(fields.Text($"supplier-{row}") ?? "", fields.Country($"supplier-country-{row}"), fields.Number($"supplier-share-{row}", "suppliers", row), fields.Choice($"supplier-all-{row}"), fields.Country($"supplier-production-{row}")))],
            fields.Text("component-quote") ?? "");
    }

    private static IReadOnlyList<GoodsOrigin> GoodsOf(TypedFields fields)
    {
        var rows = Enumerable.Range(0, Rows).Where(row => fields.IsFilled(GoodsFields.Select(field => $"{field}-{row}"))).ToList();
        if (rows.Count == 0 && fields.IsFilled("goods-quote")) fields.Refuse("goods", null, new("vul ten minste één regel in.", "fill in one row at least."));
        foreach (var (place, row) in rows.Index()) fields.Place($"$.goods[{place}]", "goods", row);
        return [.. rows.Select(row => new GoodsOrigin(fields.Text($"goods-bidder-{row}") ?? "", fields.Country($"goods-country-{row}") ?? "", fields.Number($"goods-percent-{row}", "goods", row) ?? 0, fields.Text("goods-quote") ?? ""))];
    }

    private static StockHorizon? StockOf(TypedFields fields)
    {
        if (fields.Day("stock-until", "stock") is { } until) return new StockHorizon(until, fields.Text("stock-quote") ?? "");
        if (!fields.IsFilled("stock-until")) fields.Refuse("stock", null, new("noem de laatste dag.", "name the last day."));
        return null;
    }
}
