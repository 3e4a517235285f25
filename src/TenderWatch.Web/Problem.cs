using TenderWatch.Core.Languages;

namespace TenderWatch.Web;

/// <summary>Why a request has no result: in words for pages, as RFC 9457 problem details for the API.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">A stable code.</param>
/// <param name="Title">What is wrong.</param>
/// <param name="Detail">What to do.</param>
public sealed record Problem(int Status, string Code, LocalizedText Title, LocalizedText Detail)
{
    /// <summary>Which parts of the request are wrong.</summary>
    public IReadOnlyList<ProblemError> Errors { get; init; } = [];

    internal static Problem UnknownCase { get; } = new(404, "unknown-case",
        new("Deze zaak is er niet", "There is no such case"),
        new("Het nummer is onbekend. Kijk of het adres volledig is overgenomen, of zoek de zaak in het overzicht op titel of koper.",
            "The number is unknown. Check that the address was copied completely, or search the overview for its title or buyer."));

    internal static Problem UnknownRecheck { get; } = new(404, "unknown-recheck",
        new("Deze hercontrole is er niet", "There is no such recheck"),
        new("Niemand vroeg in deze zaak om een hercontrole met dit nummer.", "Nobody asked for a recheck with this number in this case."));

    internal static Problem UnknownFact { get; } = new(404, "unknown-fact",
        new("Dit feit is er niet", "There is no such fact"),
        new("De zaak heeft geen feit uit tekst met dit nummer (meer). GET /api/cases/{id}/facts noemt ze.", "The case has no fact from text with this number (any more). GET /api/cases/{id}/facts lists them."));

    internal static Problem UnknownEntry { get; } = new(404, "unknown-entry",
        new("Deze invoer is er niet", "There is no such entry"),
        new("In de zaak zijn geen inschrijvingen, indiening of opgave met deze SHA-256 ingevoerd, of zij zijn al ingetrokken. GET /api/cases/{id} noemt wat is ingevoerd.", "No tenders, filing or statement with this SHA-256 were entered into the case, or they were withdrawn already. GET /api/cases/{id} lists what was entered."));

    internal static Problem UnknownNotice { get; } = new(404, "unknown-notice",
        new("Deze aankondiging is niet bekend", "This notice is not known"),
        new("Open een zaak op haar adres met POST /api/cases, of wacht tot haar bron is gelezen.", "Open a case on its address with POST /api/cases, or wait until its source has been read."));

    internal static Problem UnknownEvidence { get; } = new(404, "unknown-evidence",
        new("Dit bewijs kan niet worden gegeven", "This evidence cannot be given"),
        new("Onder dit adres staan geen openbare bytes, of ze komen niet meer overeen met hun SHA-256. Een adres heeft 64 hexadecimale tekens. Klopt het adres, laat dan 'tenderwatch verify' draaien.",
            "There are no public bytes at this address, or they no longer match their SHA-256. An address has 64 hexadecimal digits. If it is right, have 'tenderwatch verify' run."));

    internal static Problem UnknownTemplate { get; } = new(404, "unknown-template",
        new("Deze vragenlijst is er niet", "There is no such questionnaire"),
        new("De bladzijde van de zaak noemt de vragenlijsten die in gebruik zijn; eigen lijsten staan in de instelling TenderWatch:Answers:Templates.",
            "The page of the case names the questionnaires in use; those of your own stand in the setting TenderWatch:Answers:Templates."));

    internal static Problem UnknownRule { get; } = new(404, "unknown-rule",
        new("Deze regel is er niet", "There is no such rule"),
        new("Geen controle van dit programma heeft deze naam. De bladzijde Regels noemt ze alle; een bevinding van een oudere versie kan een regel noemen die er niet meer is.",
            "No check of this program has this name. The page Rules names them all; a finding of an older version may name a rule that is gone."));

    internal static Problem Deleted(Core.Evidence.Tombstones.Tombstone tombstone) => new(410, "deleted",
        new("Dit bewijs is verwijderd volgens de bewaartermijn", "This evidence was deleted under retention"), Core.Evidence.Tombstones.TombstoneWords.Of(tombstone));

    internal static Problem AccessNotRecorded { get; } = new(503, "access-not-recorded",
        new("De inzage kon niet worden vastgelegd", "The access could not be recorded"),
        new("Wie vertrouwelijke stukken inziet, staat in het logboek. Dat kon nu niet worden geschreven, dus is niets vertrouwelijks getoond. Probeer het over een minuut opnieuw; blijft het zo, laat dan de beheerder de logregels van de dienst bekijken.",
            "Whoever looks at confidential documents stands in the ledger. It could not be written now, so nothing confidential was shown. Try again in a minute; if it stays so, have the engineer look at the service's log."));

    internal static Problem UnknownPage { get; } = new(404, "unknown-page",
        new("Deze bladzijde is er niet", "There is no such page"),
        new("Het adres is onbekend. Begin bij het overzicht van alle zaken.", "The address is unknown. Start from the overview of all cases."));

    internal static Problem Broken { get; } = new(500, "broken",
        new("Er ging iets mis", "Something went wrong"),
        new("De bladzijde kon niet worden gemaakt. Er is niets gewijzigd. Probeer het over een minuut opnieuw.",
            "The page could not be made. Nothing was changed. Try again in a minute."));

    internal static Problem NotReady { get; } = new(503, "not-ready",
        new("De opslag antwoordt niet", "The storage does not answer"),
        new("Kijk of de opslag bereikbaar is en of de dienst er toegang toe heeft; de logregels van de dienst noemen de oorzaak.",
            "Check that the storage can be reached and that the service has access to it; the service's log names the cause."));
}

/// <summary>A part of a request that is wrong.</summary>
/// <param name="Field">Its name: a member of the body, a parameter of the query, a header.</param>
/// <param name="Detail">What is wrong with it and what to do.</param>
public sealed record ProblemError(string Field, string Detail);
