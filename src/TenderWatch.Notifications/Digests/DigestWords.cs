using TenderWatch.Core.Languages;

namespace TenderWatch.Notifications.Digests;

/// <summary>The fixed words that mail and card share.</summary>
internal static class DigestWords
{
    public static readonly LocalizedText Facts = new("Feiten", "Facts");
    public static readonly LocalizedText Now = new("Wat nu", "What now");
    public static readonly LocalizedText Deadline = new("Termijn", "Deadline");
    public static readonly LocalizedText Turn = new("Aan zet", "Whose turn");
    public static readonly LocalizedText Prices = new("Bekendgemaakte prijzen", "Published prices");
    public static readonly LocalizedText PricesDrawn = new("De prijzen links, op een lijn vanaf nul.", "The prices on the left, on a line from zero.");
    public static readonly LocalizedText Asks = new("vraagt om een toelichting", "asks for an explanation");
    public static readonly LocalizedText Checks = new("Controles", "Checks");
    public static readonly LocalizedText Others = new("Andere controles", "Other checks");
    public static readonly LocalizedText Missing = new("Wat ontbreekt, en wie het kan geven", "What is missing, and who could give it");
    public static readonly LocalizedText OpenedBecause = new("Waarom deze zaak is geopend", "Why this case was opened");
    public static readonly LocalizedText Open = new("Zaak openen", "Open the case");
    public static readonly LocalizedText Shortened = new("Ingekort; alles staat op de pagina van de zaak.", "Shortened; everything is on the page of the case.");
    public static readonly LocalizedText Nature = new(
        "Een controle zegt niet dat iemand iets verkeerd deed: zij vraagt een mens om te kijken. Niets wordt automatisch afgewezen.",
        "A check does not say that anybody did anything wrong: it asks a person to look. Nothing is rejected automatically.");

    public static LocalizedText More(int count) =>
        LocalizedText.Of(nl => $"en nog {nl.Number(count)}, zie de pagina van de zaak", en => $"and {en.Number(count)} more, see the page of the case");
}
