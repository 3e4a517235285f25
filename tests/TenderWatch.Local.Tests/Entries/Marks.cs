namespace TenderWatch.Local.Tests.Entries;

/// <summary>What must not be found outside confidential evidence: a price however it is written, a name, and what follows from the price.</summary>
internal static class Marks
{
    // With letters that no hexadecimal digit has: digests are random, and one of thousands could hold six given digits by chance.
    public const string Bidder = "Merkhoff-7x3q9z Metering";
    public const string Filer = "Zwijgrecht-51w0yk Holding";

    /// <summary>The marked price is far below the others and the estimate of EUR 24 million, so that every comparison asks about it.</summary>
    public const string Bids = $"Inschrijver;Prijs;Valuta\n{Bidder};9424242,17;EUR\nAndere Modules B.V.;21424242,17;EUR\nDerde Modules B.V.;23848484,17;EUR\n";

    public const string Filing = $$"""
        {"bidder":"{{Bidder}}","stage":"tender","kind":"declaration","received":"2026-01-05","complete":"2026-01-05",
         "parties":[{"name":"{{Filer}}","role":"holding","contributions":[{"country":"CHN","amount":5424242.17,"granted":"2025-03-01"}]}]}
        """;

    private static readonly string[] Traces =
    [
        "Merkhoff", "7x3q9z", "Andere Modules", "Derde Modules", "Zwijgrecht", "51w0yk",
        // Prices and contribution, the mean 18,232,322.84 (rounded), the gap to the next 56.01 %.
        .. Written("9", "424", "242", "17"), .. Written("21", "424", "242", "17"), .. Written("23", "848", "484", "17"), .. Written("5", "424", "242", "17"), .. Written("18", "232", "322", "84"),
        // With what stands about the gap wherever it is told: the lines of a PDF have coordinates like it.
        "56.01 %", "56,01 %", "56.01\u00A0%", "56,01\u00A0%", ":56.01", "\"56.01",
    ];

    /// <summary>The marks in a text.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Traces.Where(trace => text.Contains(trace, StringComparison.OrdinalIgnoreCase))];

    private static string[] Written(string millions, string thousands, string ones, string cents) =>
    [
        $"{millions}{thousands}{ones}.{cents}", $"{millions}{thousands}{ones},{cents}", $"{millions}.{thousands}.{ones}", $"{millions},{thousands},{ones}", $"{millions} {thousands} {ones}", $"{millions}{thousands}{ones}",
    ];
}
