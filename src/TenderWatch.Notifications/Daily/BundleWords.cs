using TenderWatch.Core.Languages;

namespace TenderWatch.Notifications.Daily;

/// <summary>The fixed words of what is told of many cases together.</summary>
internal static class BundleWords
{
    public static readonly LocalizedText Daily = new("Dagoverzicht", "Daily overview");
    public static readonly LocalizedText Open = new("Overzicht openen", "Open the overview");
    public static readonly LocalizedText Waiting = new("Wacht op u", "Waiting for you");
    public static readonly LocalizedText Step = new("een stap in een procedure over een prijs", "a step in a procedure on a price");
    public static readonly LocalizedText Due = new("Termijnen binnen zeven dagen", "Deadlines within seven days");
    public static readonly LocalizedText Opened = new("Nieuwe zaken", "New cases");
    public static readonly LocalizedText Changed = new("Gewijzigde zaken", "Changed cases");
    public static readonly LocalizedText Sources = new("Bronnen die aandacht nodig hebben", "Sources that need attention");
    public static readonly LocalizedText Checkpoint = new("Controlepunt van de logboeken", "Checkpoint of the ledgers");
    public static readonly LocalizedText CheckpointNumber = new("Controlepunt", "Checkpoint");
    public static readonly LocalizedText Key = new("sleutel", "key");
    public static readonly LocalizedText Unchecked = new("nog niet gecontroleerd", "not checked yet");
    public static readonly LocalizedText KeepIt = new(
        "Bewaar dit bericht: wie de opslag later wijzigt, kan deze waarde niet meer kloppend maken (tenderwatch verify --checkpoint).",
        "Keep this message: whoever alters the storage later cannot make this value fit any more (tenderwatch verify --checkpoint).");

    public static readonly LocalizedText WhyFlood = new(
        "Er waren zo veel berichten dat zij in dit ene bericht zijn samengevoegd. Elk staat op de pagina van zijn zaak.",
        "There were so many messages that they were put together into this one. Each stands on the page of its case.");

    public static LocalizedText Flood(int count) => LocalizedText.Of(nl => $"Berichten over {nl.Number(count)} zaken", en => $"Messages about {en.Number(count)} cases");

    public static LocalizedText Count(Bundle bundle)
    {
        if (bundle.Opened.Count + bundle.Changed.Count + bundle.Due.Count + bundle.Waiting.Count + bundle.Sources.Count == 0) return new("geen nieuws", "no news");
        (int Number, string Nl, string En)[] counts =
        [
            (bundle.Waiting.Count, "wacht op u", "waiting for you"),
            (bundle.Due.Count, "met een termijn binnen zeven dagen", "with a deadline within seven days"),
            (bundle.Opened.Count, "nieuw", "new"),
            (bundle.Changed.Count, "gewijzigd", "changed"),
            (bundle.Sources.Count, "bron in de problemen", "source in trouble"),
        ];
        return LocalizedText.Of(
            nl => string.Join(", ", counts.Where(count => count.Number > 0).Select(count => $"{nl.Number(count.Number)} {count.Nl}")),
            en => string.Join(", ", counts.Where(count => count.Number > 0).Select(count => $"{en.Number(count.Number)} {count.En}")));
    }
}
