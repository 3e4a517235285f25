namespace TenderWatch.Core.Languages;

/// <summary>Codes of eForms in words, by code list as a notice names it. A code that is not known stands as it is.</summary>
public static class CodeWords
{
    internal const string ProcedureTypes = "procurement-procedure-type";
    internal const string LegalBases = "legal-basis";
    internal const string Results = "winner-selection-status";
    internal const string Countries = "country";
    internal const string WithheldFields = "non-publication-identifier";

    private static readonly Dictionary<(string List, string Code), LocalizedText> Words = new()
    {
        [(ProcedureTypes, "open")] = new("Openbare procedure", "Open procedure"),
        [(ProcedureTypes, "restricted")] = new("Niet-openbare procedure", "Restricted procedure"),
        [(ProcedureTypes, "neg-w-call")] = new("Onderhandelingsprocedure met voorafgaande oproep", "Negotiated procedure with prior call"),
        [(ProcedureTypes, "neg-wo-call")] = new("Onderhandelingsprocedure zonder voorafgaande oproep", "Negotiated procedure without prior call"),
        [(ProcedureTypes, "comp-dial")] = new("Concurrentiegerichte dialoog", "Competitive dialogue"),
        [(ProcedureTypes, "innovation")] = new("Innovatiepartnerschap", "Innovation partnership"),
        [(ProcedureTypes, "comp-tend")] = new("Aanbesteding van openbaar personenvervoer", "Competitive tendering of public passenger transport"),
        [(ProcedureTypes, "exp-int-rail")] = new("Spoedprocedure na verzoek om een vergunning", "Request for expression of interest, rail"),
        [(ProcedureTypes, "oth-mult")] = new("Andere procedure in meer stappen", "Other multiple-stage procedure"),
        [(ProcedureTypes, "oth-single")] = new("Andere procedure in één stap", "Other single-stage procedure"),
        [(ProcedureTypes, "unpublished")] = new("niet openbaar", "withheld"),

        [(LegalBases, "32014L0023")] = new("Richtlijn 2014/23/EU (concessies)", "Directive 2014/23/EU (concessions)"),
        [(LegalBases, "32014L0024")] = new("Richtlijn 2014/24/EU (overheidsopdrachten)", "Directive 2014/24/EU (public contracts)"),
        [(LegalBases, "32014L0025")] = new("Richtlijn 2014/25/EU (speciale sectoren)", "Directive 2014/25/EU (utilities)"),
        [(LegalBases, "32009L0081")] = new("Richtlijn 2009/81/EG (defensie en veiligheid)", "Directive 2009/81/EC (defence and security)"),
        [(LegalBases, "32004L0017")] = new("Richtlijn 2004/17/EG (speciale sectoren)", "Directive 2004/17/EC (utilities)"),
        [(LegalBases, "32004L0018")] = new("Richtlijn 2004/18/EG (overheidsopdrachten)", "Directive 2004/18/EC (public contracts)"),
        [(LegalBases, "32007R1370")] = new("Verordening (EG) nr. 1370/2007 (personenvervoer)", "Regulation (EC) No 1370/2007 (passenger transport)"),
        [(LegalBases, "32018R1046")] = new("Verordening (EU, Euratom) 2018/1046 (Financieel Reglement)", "Regulation (EU, Euratom) 2018/1046 (Financial Regulation)"),
        [(LegalBases, "32024R2509")] = new("Verordening (EU, Euratom) 2024/2509 (Financieel Reglement)", "Regulation (EU, Euratom) 2024/2509 (Financial Regulation)"),
        [(LegalBases, "other")] = new("Andere", "Other"),

        [(Results, "selec-w")] = new("Winnaar gekozen", "Winner chosen"),
        [(Results, "clos-nw")] = new("Geen winnaar gekozen, procedure gesloten", "No winner chosen, procedure closed"),
        [(Results, "open-nw")] = new("Nog geen winnaar gekozen, procedure loopt", "No winner chosen yet, procedure still open"),

        [("form-type", "planning")] = new("Vooraankondiging", "Planning"),
        [("form-type", "consultation")] = new("Marktconsultatie", "Consultation"),
        [("form-type", "competition")] = new("Aankondiging van een opdracht", "Call for competition"),
        [("form-type", "change")] = new("Rectificatie", "Change of a notice"),
        [("form-type", "result")] = new("Resultaat", "Result"),
        [("form-type", "dir-awa-pre")] = new("Vooraankondiging van onderhandse gunning", "Direct award prenotification"),
        [("form-type", "cont-modif")] = new("Wijziging van een opdracht", "Contract modification"),
        [("form-type", "compl")] = new("Voltooiing van een opdracht", "Contract completion"),

        [("contract-nature", "works")] = new("Werken", "Works"),
        [("contract-nature", "supplies")] = new("Leveringen", "Supplies"),
        [("contract-nature", "services")] = new("Diensten", "Services"),
        [("contract-nature", "combined")] = new("Gecombineerd", "Combined"),

        [("framework-agreement", "none")] = new("Geen raamovereenkomst", "No framework agreement"),
        [("framework-agreement", "fa-wo-rc")] = new("Raamovereenkomst zonder nieuwe oproep", "Framework agreement without reopening of competition"),
        [("framework-agreement", "fa-w-rc")] = new("Raamovereenkomst met nieuwe oproep", "Framework agreement with reopening of competition"),
        [("framework-agreement", "fa-mix")] = new("Raamovereenkomst, deels met en deels zonder nieuwe oproep", "Framework agreement, partly with and partly without reopening of competition"),

        [("non-award-justification", "all-rej")] = new("Alle inschrijvingen zijn afgewezen", "All tenders were rejected"),
        [("non-award-justification", "chan-need")] = new("De behoefte is veranderd", "The need changed"),
        [("non-award-justification", "ins-fund")] = new("Onvoldoende middelen", "Insufficient funds"),
        [("non-award-justification", "no-rece")] = new("Geen inschrijvingen ontvangen", "No tenders were received"),
        [("non-award-justification", "no-signed")] = new("De opdracht is niet ondertekend", "The contract was not signed"),
        [("non-award-justification", "one-admis")] = new("Slechts één toelaatbare inschrijving", "Only one admissible tender"),
        [("non-award-justification", "rev-body")] = new("Beslissing van een beroepsinstantie", "Decision of a review body"),
        [("non-award-justification", "rev-buyer")] = new("Beslissing van de koper na een klacht", "Decision of the buyer after a complaint"),
        [("non-award-justification", "tch-pro-err")] = new("Technische of procedurele fout", "Technical or procedural error"),
        [("non-award-justification", "other")] = new("Andere reden", "Other reason"),

        [("non-publication-justification", "eo-int")] = new("Commerciële belangen van een onderneming", "Commercial interests of an economic operator"),
        [("non-publication-justification", "fair-comp")] = new("Eerlijke mededinging", "Fair competition"),
        [("non-publication-justification", "law-enf")] = new("Rechtshandhaving", "Law enforcement"),
        [("non-publication-justification", "oth-int")] = new("Ander openbaar belang", "Other public interest"),

        [(WithheldFields, "win-ten-val")] = new("Waarde van de winnende inschrijving", "Value of the winning tender"),
        [(WithheldFields, "ten-val-low")] = new("Laagste inschrijving", "Lowest tender"),
        [(WithheldFields, "ten-val-hig")] = new("Hoogste inschrijving", "Highest tender"),
        [(WithheldFields, "not-val")] = new("Waarde van de aankondiging", "Value of the notice"),
        [(WithheldFields, "not-max-val")] = new("Maximumwaarde van de raamovereenkomsten", "Maximum value of the frameworks"),
        [(WithheldFields, "not-app-val")] = new("Benaderde waarde van de raamovereenkomsten", "Approximate value of the frameworks"),
        [(WithheldFields, "max-val")] = new("Maximumwaarde van de raamovereenkomst", "Maximum value of the framework"),
        [(WithheldFields, "ree-val")] = new("Opnieuw geraamde waarde", "Re-estimated value"),
        [(WithheldFields, "rec-sub-cou")] = new("Aantal ontvangen inschrijvingen", "Number of tenders received"),
        [(WithheldFields, "rec-sub-typ")] = new("Soort ontvangen inschrijvingen", "Type of tenders received"),
        [(WithheldFields, "ten-ran")] = new("Rangorde van de inschrijving", "Rank of the tender"),
        [(WithheldFields, "win-ten-var")] = new("Of de winnende inschrijving een variant is", "Whether the winning tender is a variant"),
        [(WithheldFields, "win-cho")] = new("Of een winnaar is gekozen", "Whether a winner was chosen"),
        [(WithheldFields, "no-awa-rea")] = new("Reden om niet te gunnen", "Reason for not awarding"),
        [(WithheldFields, "sub-con")] = new("Onderaanneming", "Subcontracting"),
        [(WithheldFields, "sub-val")] = new("Waarde van de onderaanneming", "Value of subcontracting"),
        [(WithheldFields, "sub-per")] = new("Percentage van de onderaanneming", "Percentage of subcontracting"),
        [(WithheldFields, "pro-typ")] = new("Soort procedure", "Type of procedure"),
        [(WithheldFields, "pro-fea")] = new("Kenmerken van de procedure", "Features of the procedure"),
        [(WithheldFields, "pro-acc")] = new("Versnelde procedure", "Accelerated procedure"),
        [(WithheldFields, "dir-awa-jus")] = new("Grond voor onderhandse gunning", "Ground for direct award"),
        [(WithheldFields, "dir-awa-tex")] = new("Toelichting op de onderhandse gunning", "Explanation of the direct award"),

        [("platform-status", "cancelled")] = new("Ingetrokken", "Cancelled"),
        [("platform-status", "removed")] = new("Van het platform verwijderd", "Removed from the platform"),

        [("platform-procedure", "open")] = new("Openbare procedure", "Open procedure"),
        [("platform-procedure", "restricted")] = new("Niet-openbare procedure", "Restricted procedure"),
        [("platform-procedure", "competitive-negotiation")] = new("Mededingingsprocedure met onderhandeling", "Competitive procedure with negotiation"),
        [("platform-procedure", "negotiated-with-call")] = new("Onderhandelingsprocedure met voorafgaande oproep", "Negotiated procedure with prior call"),
        [("platform-procedure", "competitive-dialogue")] = new("Concurrentiegerichte dialoog", "Competitive dialogue"),
        [("platform-procedure", "direct-negotiation")] = new("Rechtstreekse onderhandeling", "Direct negotiation"),
        [("platform-procedure", "mini-competition")] = new("Minicompetitie", "Mini-competition"),
        [("platform-procedure", "qualification-system")] = new("Kwalificatiesysteem (erkenningsregeling)", "Qualification system"),
        [("platform-procedure", "dynamic-purchasing-system")] = new("Dynamisch aankoopsysteem", "Dynamic purchasing system"),
        [("platform-procedure", "market-research")] = new("Marktonderzoek", "Market research"),
        [("platform-procedure", "below-threshold")] = new("Procedure onder de Europese drempel", "Procedure below the European threshold"),

        [("fsr-conclusion", "fsr-adm-clos")] = new("Gemeld; voorlopig onderzoek administratief gesloten", "Notified; preliminary review closed administratively"),
        [("fsr-conclusion", "fsr-commit")] = new("Toezeggingen", "Commitments"),
        [("fsr-conclusion", "fsr-irregul")] = new("Onregelmatige inschrijving", "Irregular tender"),
        [("fsr-conclusion", "fsr-no-obj")] = new("Geen bezwaar", "No objection"),
        [("fsr-conclusion", "fsr-proh")] = new("Gunning verboden", "Award prohibited"),
        [("fsr-conclusion", "fsr-stand")] = new("Verklaring; gunning volgens de regels", "Declaration; standard award"),
        [("fsr-conclusion", "fsr-meat")] = new("Verklaring; economisch meest voordelige inschrijving", "Declaration; most economically advantageous tender"),
    };

    /// <summary>A code in a language.</summary>
    public static string Of(string? list, string code, Language language)
    {
        var name = list switch { null => "", "eforms-country" or "nationality" => Countries, "eforms-legal-basis" => LegalBases, _ => list };
        if (name == Countries) return CountryWords.Of(code, language);
        return Words.TryGetValue((name, code), out var words) ? words.In(language) : code;
    }
}
