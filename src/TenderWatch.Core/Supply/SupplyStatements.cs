using System.Collections.ObjectModel;
using System.Text.Json;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using static TenderWatch.Core.Languages.JsonFaults;

namespace TenderWatch.Core.Supply;

/// <summary>Reads statements and says of each member that cannot be used what is wrong with it.</summary>
public static class SupplyStatements
{
    /// <summary>The largest statement that is read, in bytes.</summary>
    public const int LargestBytes = 1024 * 1024;

    private const int MostItems = 500;
    private const int LongestQuote = 2000;

    private static readonly JsonSerializerOptions Strict = new(NoticeJson.Stored)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 8,
    };

    /// <summary>Reads a statement.</summary>
    /// <param name="json">Its bytes.</param>
    /// <param name="faults">What is wrong, each with the path of the member; empty where the statement can be used.</param>
    /// <returns>The statement, or <see langword="null"/> where there are faults.</returns>
    public static SupplyStatement? Read(ReadOnlySpan<byte> json, out IReadOnlyList<LocalizedText> faults)
    {
        if (json.Length > LargestBytes)
        {
            faults = [new($"De opgave is groter dan {LargestBytes / 1024} KiB.", $"The statement is larger than {LargestBytes / 1024} KiB.")];
            return null;
        }

        try
        {
            var statement = JsonSerializer.Deserialize<SupplyStatement>(json, Strict);
            faults = statement is null ? [JsonFaults.Null] : HasNulls(statement) ? [At("$", "in een lijst staat null waar iets hoort.", "null stands in a list where an item belongs.")] : [.. Validate(statement)];
            return faults.Count == 0 ? statement : null;
        }
        catch (JsonException wrong)
        {
            faults = [JsonFaults.Of(wrong, ReadOnlyDictionary<string, LocalizedText>.Empty, new("een opgave", "a statement"), "docs/supply.md")];
            return null;
        }
    }

    // The reader does not look for null in lists.
    private static bool HasNulls(SupplyStatement statement) =>
        statement.Components.Any(component => component is null || component.Suppliers.Any(supplier => supplier is null)) || statement.Ownership.Any(owned => owned is null) || statement.Goods.Any(goods => goods is null);

    private static IEnumerable<LocalizedText> Validate(SupplyStatement statement)
    {
        if (string.IsNullOrWhiteSpace(statement.Source.Title)) yield return At("$.source.title", "noem het document.", "name the document.");
        if (string.IsNullOrWhiteSpace(statement.Source.Publisher)) yield return At("$.source.publisher", "noem wie het document uitgaf.", "name who published the document.");
        if (statement.Source.Url is { } url && (!url.IsAbsoluteUri || url.Scheme is not ("https" or "http"))) yield return At("$.source.url", "een adres met http of https.", "an http or https address.");
        if (statement is { Components.Count: 0, Ownership.Count: 0, Goods.Count: 0, Stock: null }) yield return At("$", "de opgave zegt niets: geef leveranciers van een onderdeel (components), een eigenaar (ownership), herkomst van goederen (goods) of voorraad (stock).", "the statement says nothing: give suppliers of a component (components), an owner (ownership), origin of goods (goods) or stock (stock).");
        if (statement.Components.Count + statement.Ownership.Count + statement.Goods.Count > MostItems) yield return At("$", $"meer dan {MostItems} gegevens.", $"more than {MostItems} items.");
        foreach (var fault in Components(statement).Concat(Owners(statement)).Concat(Goods(statement))) yield return fault;
        if (statement.Stock is { } stock && Quoted(stock.Quote) is { } wrong) yield return At("$.stock.quote", wrong);
    }

    private static IEnumerable<LocalizedText> Components(SupplyStatement statement)
    {
        foreach (var (place, component) in statement.Components.Index())
        {
            var path = $"$.components[{place}]";
            if (string.IsNullOrWhiteSpace(component.Component)) yield return At($"{path}.component", "noem het onderdeel.", "name the component.");
            if (Quoted(component.Quote) is { } wrong) yield return At($"{path}.quote", wrong);
            foreach (var (number, supplier) in component.Suppliers.Index())
            {
                if (string.IsNullOrWhiteSpace(supplier.Name)) yield return At($"{path}.suppliers[{number}].name", "noem de leverancier.", "name the supplier.");
                if (Percentage(supplier.SharePercent) is { } share) yield return At($"{path}.suppliers[{number}].sharePercent", share);
                if (Country(supplier.Country) is { } country) yield return At($"{path}.suppliers[{number}].country", country);
                if (Country(supplier.ProductionCountry) is { } production) yield return At($"{path}.suppliers[{number}].productionCountry", production);
            }

            if (component.Suppliers.Sum(supplier => supplier.SharePercent is > 0 and <= 100 and { } share ? share : 0) > 100) yield return At($"{path}.suppliers", "de aandelen zijn samen meer dan 100 %.", "the shares add up to more than 100 %.");
        }
    }

    private static IEnumerable<LocalizedText> Owners(SupplyStatement statement)
    {
        foreach (var (place, owned) in statement.Ownership.Index())
        {
            var path = $"$.ownership[{place}]";
            if (string.IsNullOrWhiteSpace(owned.Company) || string.IsNullOrWhiteSpace(owned.Owner)) yield return At(path, "noem het bedrijf en zijn eigenaar.", "name the company and its owner.");
            if (Percentage(owned.Percent) is { } percent) yield return At($"{path}.percent", percent);
            if (Country(owned.Country) is { } country) yield return At($"{path}.country", country);
            if (Quoted(owned.Quote) is { } wrong) yield return At($"{path}.quote", wrong);
        }
    }

    private static IEnumerable<LocalizedText> Goods(SupplyStatement statement)
    {
        foreach (var (place, goods) in statement.Goods.Index())
        {
            var path = $"$.goods[{place}]";
            if (string.IsNullOrWhiteSpace(goods.Bidder)) yield return At($"{path}.bidder", "noem de inschrijver.", "name the bidder.");
            if (Percentage(goods.Percent) is { } percent) yield return At($"{path}.percent", percent);
            if (Country(goods.Country) is { } country) yield return At($"{path}.country", country);
            if (Quoted(goods.Quote) is { } wrong) yield return At($"{path}.quote", wrong);
        }

        foreach (var bidder in statement.Goods.GroupBy(goods => goods.Bidder, StringComparer.OrdinalIgnoreCase).Where(bidder => bidder.Sum(goods => goods.Percent is > 0 and <= 100 ? goods.Percent : 0) > 100))
            yield return At("$.goods", $"de delen van {bidder.Key} zijn samen meer dan 100 %.", $"the parts of {bidder.Key} add up to more than 100 %.");
    }

    private static LocalizedText? Percentage(decimal? percent) => percent is null or (> 0 and <= 100) ? null : new("een percentage boven 0 en hoogstens 100.", "a percentage above 0 and at most 100.");

    private static LocalizedText? Country(string? code) =>
        code is null || CountryWords.IsKnown(code) ? null : new($"'{code}' is geen land; schrijf drie hoofdletters, zoals NLD.", $"'{code}' is no country; write three capitals, such as NLD.");

    private static LocalizedText? Quoted(string quote) => quote.Trim().Length switch
    {
        0 => new("geef de woorden van het document die dit zeggen.", "give the words of the document that say so."),
        > LongestQuote => new($"hoogstens {LongestQuote} tekens.", $"at most {LongestQuote} characters."),
        _ => null,
    };
}
