namespace TenderWatch.Sources.TenderNed.Rendering;

/// <summary>Currencies by ISO 4217 code and by the names that renderings use.</summary>
internal static class Currencies
{
    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal)
    {
        "EUR", "USD", "GBP", "CHF", "NOK", "SEK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN", "ISK", "TRY", "UAH", "RSD",
        "CAD", "AUD", "NZD", "JPY", "CNY", "KRW", "INR", "ILS", "SGD", "HKD", "ANG", "AWG", "XCG",
    };

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Euro"] = "EUR",
        ["€"] = "EUR",
        ["US-dollar"] = "USD",
        ["US dollar"] = "USD",
        ["Pond sterling"] = "GBP",
        ["Pound sterling"] = "GBP",
        ["Zwitserse frank"] = "CHF",
        ["Swiss franc"] = "CHF",
    };

    public static string? Code(string text)
    {
        text = text.Trim();
        return Codes.Contains(text) ? text : Names.GetValueOrDefault(text);
    }
}
