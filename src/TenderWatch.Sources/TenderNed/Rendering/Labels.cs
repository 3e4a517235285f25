namespace TenderWatch.Sources.TenderNed.Rendering;

/// <summary>What a label of the rendering of an eForms notice names.</summary>
internal enum Label
{
    Unknown,
    OfficialName,
    GroupMembers,
    RegistrationNumber,
    Country,
    OperatorSize,
    WinnerOfLots,
    Title,
    Description,
    AdditionalInformation,
    ProcedureId,
    ProcedureType,
    ContractNature,
    MainCpv,
    AdditionalCpv,
    LegalBasis,
    EstimatedValue,
    FrameworkMaximum,
    FrameworkReestimated,
    TotalValue,
    TotalFrameworkMaximum,
    TotalFrameworkApproximate,
    TenderValue,
    LowestTender,
    HighestTender,
    Quantity,
    Duration,
    OtherDuration,
    StartDate,
    EndDate,
    Renewals,
    RenewalDescription,
    OptionsDescription,
    Framework,
    Fsr,
    Deadline,
    SelectionStatus,
    NotAwardedReason,
    SubmissionKind,
    SubmissionCount,
    LotIdentifier,
    Rank,
    Variant,
    ContractReference,
    DecisionDate,
    ConclusionDate,
    WinnersHeading,
    LosersHeading,
    Winner,
    Tender,
    ContractInformation,
    Subcontractors,
    NoticeIdentifier,
    Subtype,
    PublicationNumber,
    PublicationDate,
}

/// <summary>The Dutch, older Dutch and English wordings, as published between November 2023 and October 2026.</summary>
internal static class Labels
{
    private static readonly Dictionary<string, Label> Wordings = new(StringComparer.Ordinal)
    {
        ["officiële naam"] = Label.OfficialName,
        ["official name"] = Label.OfficialName,
        ["registratienummer"] = Label.RegistrationNumber,
        ["registration number"] = Label.RegistrationNumber,
        ["land"] = Label.Country,
        ["country"] = Label.Country,
        ["omvang van de ondernemer"] = Label.OperatorSize,
        ["size of the economic operator"] = Label.OperatorSize,
        ["winnaar van deze percelen"] = Label.WinnerOfLots,
        ["winner of these lots"] = Label.WinnerOfLots,
        ["titel"] = Label.Title,
        ["title"] = Label.Title,
        ["beschrijving"] = Label.Description,
        ["description"] = Label.Description,
        ["aanvullende informatie"] = Label.AdditionalInformation,
        ["additional information"] = Label.AdditionalInformation,
        ["identificatiecode van de procedure"] = Label.ProcedureId,
        ["procedure identifier"] = Label.ProcedureId,
        ["type procedure"] = Label.ProcedureType,
        ["type of procedure"] = Label.ProcedureType,
        ["aard van het contract"] = Label.ContractNature,
        ["main nature of the contract"] = Label.ContractNature,
        ["nature of the contract"] = Label.ContractNature,
        ["belangrijkste classificatie"] = Label.MainCpv,
        ["main classification"] = Label.MainCpv,
        ["aanvullende classificatie"] = Label.AdditionalCpv,
        ["additional classification"] = Label.AdditionalCpv,
        ["rechtsgrondslag"] = Label.LegalBasis,
        ["rechtsgrondslag van de procedure"] = Label.LegalBasis,
        ["legal basis"] = Label.LegalBasis,
        ["procedure legal basis"] = Label.LegalBasis,
        ["geraamde waarde exclusief btw"] = Label.EstimatedValue,
        ["estimated value excluding vat"] = Label.EstimatedValue,
        ["maximumwaarde van de raamovereenkomst"] = Label.FrameworkMaximum,
        ["maximum value of the framework agreement"] = Label.FrameworkMaximum,
        ["opnieuw geraamde waarde van de raamovereenkomst"] = Label.FrameworkReestimated,
        ["herraming van de waarde van de raamovereenkomst"] = Label.FrameworkReestimated,
        ["re-estimated value of the framework agreement"] = Label.FrameworkReestimated,
        ["waarde van alle contracten toegekend in deze kennisgeving"] = Label.TotalValue,
        ["waarde van alle in het kader van deze procedure gegunde opdrachten"] = Label.TotalValue,
        ["value of all contracts awarded in this notice"] = Label.TotalValue,
        ["value of all contracts awarded in this procedure"] = Label.TotalValue,
        ["maximumwaarde van de raamovereenkomsten in deze aankondiging"] = Label.TotalFrameworkMaximum,
        ["maximumwaarde van de raamovereenkomsten in deze procedure"] = Label.TotalFrameworkMaximum,
        ["maximum value of the framework agreements in this notice"] = Label.TotalFrameworkMaximum,
        ["maximum value of the framework agreements in this procedure"] = Label.TotalFrameworkMaximum,
        ["waarde bij benadering van de raamovereenkomsten"] = Label.TotalFrameworkApproximate,
        ["geschatte waarde van de raamovereenkomsten"] = Label.TotalFrameworkApproximate,
        ["approximate value of the framework agreements"] = Label.TotalFrameworkApproximate,
        ["waarde van de aanbesteding"] = Label.TenderValue,
        ["waarde van het resultaat"] = Label.TenderValue,
        ["value of the tender"] = Label.TenderValue,
        ["value of the result"] = Label.TenderValue,
        ["waarde van de laagste ontvankelijke inschrijving"] = Label.LowestTender,
        ["value of the lowest admissible tender"] = Label.LowestTender,
        ["waarde van de hoogste ontvankelijke inschrijving"] = Label.HighestTender,
        ["value of the highest admissible tender"] = Label.HighestTender,
        ["hoeveelheid"] = Label.Quantity,
        ["quantity"] = Label.Quantity,
        ["looptijd"] = Label.Duration,
        ["duur"] = Label.Duration,
        ["duration"] = Label.Duration,
        ["andere looptijd"] = Label.OtherDuration,
        ["other duration"] = Label.OtherDuration,
        ["begindatum"] = Label.StartDate,
        ["start date"] = Label.StartDate,
        ["einddatum van de duur"] = Label.EndDate,
        ["duration end date"] = Label.EndDate,
        ["maximumaantal verlengingen"] = Label.Renewals,
        ["maximum renewals"] = Label.Renewals,
        ["overige informatie over verlengingen"] = Label.RenewalDescription,
        ["other information about renewals"] = Label.RenewalDescription,
        ["beschrijving van de opties"] = Label.OptionsDescription,
        ["description of the options"] = Label.OptionsDescription,
        ["het gaat om een raamovereenkomst"] = Label.Framework,
        ["framework agreement"] = Label.Framework,
        ["deze procedure valt onder de verordening inzake buitenlandse subsidies"] = Label.Fsr,
        ["verordening inzake buitenlandse subsidies"] = Label.Fsr,
        ["uiterste datum voor de ontvangst van inschrijvingen"] = Label.Deadline,
        ["termijn voor de ontvangst van inschrijvingen"] = Label.Deadline,
        ["termijn voor ontvangst van inschrijvingen"] = Label.Deadline,
        ["deadline for receipt of tenders"] = Label.Deadline,
        ["uiterste datum voor de ontvangst van verzoeken tot deelname"] = Label.Deadline,
        ["termijn voor de ontvangst van verzoeken tot deelname"] = Label.Deadline,
        ["termijn voor ontvangst van verzoeken tot deelname"] = Label.Deadline,
        ["deadline for receipt of requests to participate"] = Label.Deadline,
        ["termijn ontvangst antwoorden"] = Label.Deadline,
        ["selectiestatus winnaar"] = Label.SelectionStatus,
        ["winner selection status"] = Label.SelectionStatus,
        ["de reden waarom geen winnaar is gekozen"] = Label.NotAwardedReason,
        ["the reason why a winner was not chosen"] = Label.NotAwardedReason,
        ["type van de ontvangen inschrijvingen"] = Label.SubmissionKind,
        ["type of received submissions"] = Label.SubmissionKind,
        ["aantal ontvangen inschrijvingen of verzoeken tot deelname"] = Label.SubmissionCount,
        ["number of tenders or requests to participate received"] = Label.SubmissionCount,
        ["identificatiecode van het perceel of de groep percelen"] = Label.LotIdentifier,
        ["identifier of lot or group of lots"] = Label.LotIdentifier,
        ["plaats op de ranglijst van winnaars"] = Label.Rank,
        ["rank in the list of winners"] = Label.Rank,
        ["de inschrijving is een variant"] = Label.Variant,
        ["the tender is a variant"] = Label.Variant,
        ["identificatiecode van het contract"] = Label.ContractReference,
        ["contract identifier"] = Label.ContractReference,
        ["datum waarop de winnaar is gekozen"] = Label.DecisionDate,
        ["date on which the winner was chosen"] = Label.DecisionDate,
        ["datum van sluiting van het contract"] = Label.ConclusionDate,
        ["date of the conclusion of the contract"] = Label.ConclusionDate,
        ["informatie over winnaars"] = Label.WinnersHeading,
        ["information about winners"] = Label.WinnersHeading,
        ["niet-winnende inschrijvers"] = Label.LosersHeading,
        ["non-winning tenderers"] = Label.LosersHeading,
        ["winnaar"] = Label.Winner,
        ["winner"] = Label.Winner,
        ["inschrijving"] = Label.Tender,
        ["inschrijver"] = Label.Tender,
        ["tender"] = Label.Tender,
        ["tenderer"] = Label.Tender,
        ["informatie over het contract"] = Label.ContractInformation,
        ["contract information"] = Label.ContractInformation,
        ["subcontractanten van de winnaar"] = Label.Subcontractors,
        ["subcontractors of the winner"] = Label.Subcontractors,
        ["identificatiecode/versie van de aankondiging"] = Label.NoticeIdentifier,
        ["notice identifier/version"] = Label.NoticeIdentifier,
        ["subtype aankondiging"] = Label.Subtype,
        ["notice subtype"] = Label.Subtype,
        ["publicatienummer aankondiging"] = Label.PublicationNumber,
        ["notice publication number"] = Label.PublicationNumber,
        ["datum van bekendmaking"] = Label.PublicationDate,
        ["publication date"] = Label.PublicationDate,
    };

    // Labels that go on in more than one way ("… in deze aankondiging", "… in this notice"). None is the beginning of another amount's.
    private static readonly (string Beginning, Label Label)[] Beginnings =
    [
        ("officiële namen van de ondernemingen die deel uitmaken van een inschrijvende groep", Label.GroupMembers),
        ("waarde bij benadering van de raamovereenkomsten", Label.TotalFrameworkApproximate),
        ("geschatte waarde van de raamovereenkomsten", Label.TotalFrameworkApproximate),
        ("approximate value of the framework agreements", Label.TotalFrameworkApproximate),
        ("opnieuw geraamde waarde van de raamovereenkomst", Label.FrameworkReestimated),
        ("herraming van de waarde van de raamovereenkomst", Label.FrameworkReestimated),
    ];

    public static Label Of(string text)
    {
        var key = text.Normalize(System.Text.NormalizationForm.FormC).ToLowerInvariant();
        var bracket = key.IndexOf('(', StringComparison.Ordinal); // "belangrijkste classificatie (cpv)"
        if (bracket > 0) key = key[..bracket].TrimEnd();
        if (Wordings.TryGetValue(key, out var label)) return label;
        foreach (var (beginning, named) in Beginnings)
        {
            if (key.StartsWith(beginning, StringComparison.Ordinal)) return named;
        }

        return Label.Unknown;
    }

    /// <summary>The language of a rendering, from the names of its sections: ISO 639-3, or <see langword="null"/> for one that is not read.</summary>
    public static string? Language(IEnumerable<RenderedRow> rows)
    {
        foreach (var row in rows.Where(row => row.Level == 1))
        {
            switch (row.Label.ToLowerInvariant())
            {
                case "koper" or "perceel" or "resultaten" or "organisaties" or "wijziging":
                    return "nld";
                case "buyer" or "lot" or "results" or "organisations" or "change":
                    return "eng";
            }
        }

        return null;
    }
}
