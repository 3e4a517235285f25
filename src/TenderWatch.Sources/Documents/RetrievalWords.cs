using TenderWatch.Core.Languages;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Texts;

namespace TenderWatch.Sources.Documents;

/// <summary>Why a document was not retrieved, for those who wait for it.</summary>
internal static class RetrievalWords
{
    /// <summary>TenderNed says that it found a virus.</summary>
    public static RetrievalFailure Virus { get; } = new("virus", new("TenderNed vond een virus in het stuk; het is niet opgehaald.", "TenderNed found a virus in the document; it was not retrieved."));

    /// <summary>The link of a notice is none.</summary>
    public static RetrievalFailure NoAddress { get; } = new("no-address", new("De link in de aankondiging is geen adres op het web; er is niets opgevraagd.", "The link of the notice is no address on the web; nothing was asked for."));

    /// <summary>The list of documents of a publication is something else.</summary>
    public static RetrievalFailure NoList(Uri address) => new("shape", new($"{address} is geen lijst van stukken. De API van TenderNed is misschien veranderd.", $"{address} is no list of documents. TenderNed's API may have changed."));

    /// <summary>TenderNed says that a document has more bytes than are read.</summary>
    public static RetrievalFailure TooLarge(long bytes) => new("too-large", LocalizedText.Of(
        nl => $"Het stuk heeft {nl.Number(bytes)} bytes, meer dan Sources:MaximumDocumentBytes; het is niet opgehaald.",
        en => $"The document has {en.Number(bytes)} bytes, more than Sources:MaximumDocumentBytes; it was not retrieved."));

    /// <summary>A publication has more documents than are retrieved.</summary>
    public static RetrievalFailure TooMany(int count, int most) => new("too-many", LocalizedText.Of(
        nl => $"De publicatie heeft {nl.Number(count)} stukken, waarvan er {nl.Number(most)} zijn opgehaald. Verhoog Sources:Documents:MostPerNotice.",
        en => $"The publication has {en.Number(count)} documents, and {en.Number(most)} were retrieved. Raise Sources:Documents:MostPerNotice."));

    /// <summary>The host of a link is none of those that may be asked.</summary>
    public static RetrievalFailure HostNotAllowed(Uri address) => new("host-not-allowed", new(
        $"{address.Host} staat niet bij de adressen waarvan stukken mogen worden opgehaald, of de link is geen https; er is niets opgevraagd. Zet het in Sources:Documents:Hosts als het wel mag.",
        $"{address.Host} is none of the hosts from which documents may be retrieved, or is not asked by https; nothing was asked for. Name it in Sources:Documents:Hosts if it is to be."));

    /// <summary>The operator of the host does not want programs to ask for it.</summary>
    public static RetrievalFailure Robots(Uri address) => new("robots", new(
        $"De robots.txt van {address.Host} verbiedt het stuk op te vragen. Haal het met de hand op, of vraag het de beheerder.",
        $"The robots.txt of {address.Host} forbids to ask for the document. Retrieve it by hand, or ask its operator."));

    /// <summary>An answer that is no document. The English words are those of the source.</summary>
    /// <param name="failure">What the source said.</param>
    /// <param name="asked">What was asked for in Dutch, where it is not the document itself.</param>
    public static RetrievalFailure Of(SourceFailure failure, string? asked = null) => new(failure.Code, new(asked is null ? Dutch(failure.Code) : $"{asked} {Dutch(failure.Code)}", failure.Text));

    private static string Dutch(string code) => code switch
    {
        "challenge" => "De website vroeg om een browser. Haal het stuk met de hand op, of vraag de beheerder om toegang.",
        "empty-answer" => "Het antwoord was leeg. Probeer het later opnieuw.",
        "forbidden-address" => "Het adres ligt in een eigen of afgeschermd netwerk; er is niets opgevraagd.",
        "not-found" => "Op dit adres staat niets (meer).",
        "open-circuit" => "De website gaf te vaak geen antwoord en wordt even met rust gelaten. Probeer het later opnieuw.",
        "redirect" => "Het adres verwijst naar een website die niet is toegestaan, of in een kring; dat is niet gevolgd.",
        "refused" => "De website weigert toegang. Haal het stuk met de hand op.",
        "server-error" => "De website had bij elke poging een storing. Probeer het later opnieuw.",
        "timeout" => "De website antwoordde niet op tijd. Probeer het later opnieuw.",
        "too-large" => "Het antwoord is groter dan Sources:MaximumDocumentBytes, of wordt bij het uitpakken veel te groot. Haal het met de hand op.",
        "too-many-requests" => "De website vraagt om minder verzoeken. Probeer het later opnieuw.",
        "unreachable" => "De website was niet bereikbaar of brak de verbinding af. Probeer het later opnieuw.",
        _ => $"De website gaf een antwoord waar niets mee te doen is ({code}). Haal het stuk met de hand op.",
    };
}
