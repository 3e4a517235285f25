using System.Text.RegularExpressions;

namespace TenderWatch.Extraction.BidFiles;

/// <summary>What a column of a file of bids holds.</summary>
internal enum BidColumn
{
    Bidder,
    Lot,
    Price,
    Currency,
    Quantity,
    UnitPrice,
    Estimate,
    Variant,
    Won,
}

/// <summary>The Dutch and English names of the columns.</summary>
internal static partial class BidColumns
{
    private static readonly Dictionary<string, BidColumn> Names = new(StringComparer.Ordinal);

    static BidColumns()
    {
        Add(BidColumn.Bidder, "inschrijver", "naam inschrijver", "bidder", "tenderer", "leverancier", "supplier", "bedrijf", "company", "onderneming", "gegadigde", "aanbieder");
        Add(BidColumn.Lot, "perceel", "perceelnummer", "perceel nr", "lot", "lot id", "lotid", "lot number", "lot no");
        Add(BidColumn.Price, "prijs", "price", "inschrijfprijs", "inschrijfsom", "inschrijvingssom", "totaalprijs", "totale prijs", "totaal", "total price", "total", "tender price", "bid price",
            "bedrag", "amount", "value", "waarde", "prijs excl btw", "price excl vat");
        Add(BidColumn.Currency, "valuta", "munt", "munteenheid", "currency");
        Add(BidColumn.Quantity, "aantal", "hoeveelheid", "quantity", "number of units");
        Add(BidColumn.UnitPrice, "eenheidsprijs", "stukprijs", "prijs per eenheid", "prijs per stuk", "unit price", "price per unit", "unitprice");
        Add(BidColumn.Estimate, "raming", "geraamde waarde", "estimate", "estimated value");
        Add(BidColumn.Variant, "variant", "is variant");
        Add(BidColumn.Won, "gegund", "gewonnen", "winnaar", "winner", "won", "awarded");
    }

    /// <summary>The meaning of a column title; <see langword="null"/> for one that is none of ours.</summary>
    public static BidColumn? Of(string title)
    {
        if (IncludesVat(title)) return null;
        var plain = Fold(Parentheses().Replace(title, " "));
        if (Names.TryGetValue(plain, out var column)) return column;
        // "Prijs in EUR", "Inschrijfsom € excl. btw"
        return Names.TryGetValue(Fold(Addition().Replace(plain, " ")), out column) ? column : null;
    }

    /// <summary>Whether a title says that VAT is in the figures: those are not the prices that the law compares.</summary>
    public static bool IncludesVat(string title) => Including().IsMatch(title);

    /// <summary>The currency that a title names: <c>Prijs (EUR)</c>.</summary>
    public static string? CurrencyIn(string title) =>
        title.Contains('€', StringComparison.Ordinal) ? "EUR" : Code().Match(title) is { Success: true } match ? match.Groups["code"].Value : null;

    private static void Add(BidColumn column, params ReadOnlySpan<string> names)
    {
        foreach (var name in names) Names.Add(name, column);
    }

    // Lower case, words with one space between them.
    private static string Fold(string title) => string.Join(
        ' ', string.Concat(title.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parentheses();

    [GeneratedRegex(@"\b(in|eur|euro|usd|gbp|chf|excl|exclusief|zonder|without|btw|vat|ex|net|netto)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Addition();

    [GeneratedRegex(@"\b(incl|inclusief|including|inc)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Including();

    [GeneratedRegex(@"\b(?<code>EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
