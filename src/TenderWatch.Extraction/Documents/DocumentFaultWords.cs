using TenderWatch.Core.Languages;

namespace TenderWatch.Extraction.Documents;

/// <summary>What could not be read of a document, for those who wait for it: which file, why, and what to do.</summary>
public static class DocumentFaultWords
{
    /// <summary>In words; the English ones are those of the reading itself.</summary>
    /// <param name="fault">The fault.</param>
    public static LocalizedText Of(DocumentFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return new((fault.Path.Length == 0 ? "Het stuk" : fault.Path) + ": " + Dutch(fault.Code), fault.Text);
    }

    private static string Dutch(string code) => code switch
    {
        "bomb" => "het archief of een bestand erin wordt bij het uitpakken veel groter dan een document is. Er is niets meer uitgelezen; pak het met de hand uit.",
        "damaged" => "het bestand is beschadigd of afgekapt. Vraag het opnieuw op, of open het en sla het opnieuw op.",
        "empty" => "het bestand is leeg.",
        "encrypted" => "het bestand heeft een wachtwoord. Vraag om een bestand zonder.",
        "macros" => "het bestand bevat macro's. Die zijn niet uitgevoerd; de tekst is wel gelezen.",
        "nested" => "het is een archief in te veel andere archieven. Pak het met de hand uit.",
        "old-format" => "het is een bestand van een oud Office (.doc, .xls), of een met een wachtwoord. Sla het op als PDF, .docx of .xlsx zonder wachtwoord.",
        "timeout" => "het lezen duurde te lang; wat tot dan was gelezen, is gebruikt. Bekijk de rest zelf.",
        "too-many-files" => "het archief bevat te veel bestanden. Er is niets meer uitgelezen; pak het met de hand uit.",
        "too-many-pages" => "het heeft te veel bladzijden of werkbladen; de eerste zijn gelezen. Bekijk de rest zelf.",
        "too-much-text" => "het bevat te veel tekst; wat na de grens komt, is niet gelezen. Bekijk de rest zelf.",
        "unknown-format" => "het is geen PDF, HTML, DOCX, XLSX, tekst of ZIP. Sla het op als PDF.",
        _ => $"het is niet gelezen ({code}). Bekijk het zelf.",
    };
}
