using System.Globalization;
using System.Text.RegularExpressions;

namespace TenderWatch.Sources.TenderNed.Rendering;

/// <summary>Wordings of codes as the eForms SDK translates them, back to the codes. An unknown wording is absent, not guessed.</summary>
internal static partial class RenderedCodes
{
    private static readonly Dictionary<string, string> Submissions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Inschrijvingen"] = "tenders",
        ["Tenders"] = "tenders",
        ["Verzoeken tot deelname"] = "part-req",
        ["Requests to participate"] = "part-req",
        ["Elektronisch ingediende inschrijvingen"] = "t-esubm",
        ["Tenders submitted electronically"] = "t-esubm",
        ["Inschrijvingen van micro-ondernemingen"] = "t-micro",
        ["Inschrijvingen van kleine inschrijvers"] = "t-small",
        ["Inschrijvingen van middelgrote inschrijvers"] = "t-med",
        ["Inschrijvingen van micro-, kleine en middelgrote inschrijvers"] = "t-sme",
        ["Tenders from micro, small or medium tenderers"] = "t-sme",
        ["Inschrijvingen van inschrijvers die in landen buiten de Europese Economische Ruimte geregistreerd zijn"] = "t-no-eea",
        ["Tenders from tenderers registered in countries outside of the European Economic Area"] = "t-no-eea",
        ["Inschrijvingen van inschrijvers die geregistreerd zijn in een ander land van de Europese Economische Ruimte dan het land van de koper"] = "t-oth-eea",
        ["Tenders from tenderers registered in other European Economic Area countries than the country of the buyer"] = "t-oth-eea",
        ["Inschrijvingen die zijn gecontroleerd en niet-ontvankelijk zijn bevonden"] = "t-verif-inad",
        ["Inschrijvingen die zijn gecontroleerd en niet-ontvankelijk zijn bevonden vanwege een abnormaal lage prijs of abnormaal lage kosten"] = "t-verif-inad-low",
        ["Inschrijvingen waarvan niet is gecontroleerd of zij ontvankelijk of niet-ontvankelijk zijn"] = "t-no-verif",
    };

    private static readonly Dictionary<string, string> NotAwarded = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Alle inschrijvingen, verzoeken tot deelname of projecten zijn ingetrokken of niet-ontvankelijk bevonden"] = "all-rej",
        ["Besluit van de koper, wegens gewijzigde behoeften"] = "chan-need",
        ["Besluit van de koper, wegens ontoereikende middelen"] = "ins-fund",
        ["Er zijn geen inschrijvingen, verzoeken tot deelname of projecten ontvangen"] = "no-rece",
        ["De hoogst gerangschikte inschrijver(s) weigerde(n) het contract te ondertekenen"] = "no-signed",
        ["Er is slechts één ontvankelijk(e) inschrijving, verzoek tot deelname of project ontvangen"] = "one-admis",
        ["Andere"] = "other",
        ["All tenders, requests to participate or projects were withdrawn or found inadmissible"] = "all-rej",
        ["Decision of the buyer, because of a change in needs"] = "chan-need",
        ["Decision of the buyer, because of insufficient funds"] = "ins-fund",
        ["No tenders, requests to participate or projects were received"] = "no-rece",
        ["The highest ranked tenderer(s) refused to sign the contract"] = "no-signed",
        ["Only one admissible tender, request to participate or project was received"] = "one-admis",
        ["Other"] = "other",
        ["Besluit van een beroepsinstantie of een andere rechterlijke instantie"] = "rev-body",
        ["Besluit van de koper, volgend op een verzoek van een inschrijver tot herziening van de gunning"] = "rev-buyer",
        ["Besluit van de koper, niet volgend op een verzoek van een inschrijver tot herziening van de gunning, vanwege technische of procedurele fouten"] = "tch-pr-error",
    };

    public static string? Submission(string? text) => text is null ? null : Submissions.GetValueOrDefault(text);

    public static string? NotAwardedReason(string? text) => text is null ? null : NotAwarded.GetValueOrDefault(text);

    public static string? SelectionStatus(string? text) => text?.TrimEnd('.').ToLowerInvariant() switch
    {
        "er is ten minste één winnaar gekozen" or "at least one winner was chosen" => "selec-w",
        "er is geen winnaar gekozen en de mededinging is gesloten" or "no winner was chosen and the competition is closed" => "clos-nw",
        "er is nog geen winnaar gekozen, maar de mededinging loopt nog" or "the winner was not yet chosen, but the competition is still ongoing" => "open-nw",
        _ => null,
    };

    public static string? ContractNature(string? text) => text?.ToLowerInvariant() switch
    {
        "diensten" or "services" => "services",
        "leveringen" or "supplies" => "supplies",
        "werken" or "works" => "works",
        _ => null,
    };

    public static string? ProcedureType(string? text)
    {
        var name = text?.ToLowerInvariant();
        return name switch
        {
            null => null,
            "openbaar" or "open" => "open",
            "niet-openbaar" or "restricted" => "restricted",
            "concurrentiegerichte dialoog" or "competitive dialogue" => "comp-dial",
            "innovatiepartnerschap" or "innovation partnership" => "innovation",
            "onderhandelingsprocedure zonder voorafgaande oproep tot mededinging" or "negotiated without prior call for competition" => "neg-wo-call",
            "andere procedure in meerdere fasen" or "other multiple stage procedure" => "oth-mult",
            "andere procedure in één fase" or "other single stage procedure" => "oth-single",
            _ when name.StartsWith("onderhandelingsprocedure met voorafgaande oproep", StringComparison.Ordinal)
                || name.StartsWith("negotiated with prior publication of a call for competition", StringComparison.Ordinal) => "neg-w-call",
            _ => null,
        };
    }

    public static string? Framework(string? text) => text?.ToLowerInvariant() switch
    {
        "geen raamovereenkomst" or "none" or "no framework agreement" => "none",
        "raamovereenkomst, zonder hernieuwde oproep tot mededinging" or "framework agreement, without reopening of competition" => "fa-wo-rc",
        "raamovereenkomst, met hernieuwde oproep tot mededinging" or "framework agreement, with reopening of competition" => "fa-w-rc",
        "raamovereenkomst, deels zonder en deels met hernieuwde oproep tot mededinging" or "framework agreement, partly without reopening and partly with reopening of competition" => "fa-mix",
        _ => null,
    };

    public static string? OperatorSize(string? text) => text?.ToLowerInvariant() switch
    {
        "micro" or "micro-onderneming" => "micro",
        "klein" or "kleine onderneming" or "small" => "small",
        "middelgroot" or "middelgrote onderneming" or "medium" => "medium",
        "groot" or "grote onderneming" or "large" => "large",
        "micro, klein of middelgroot" or "micro, small, or medium" => "sme",
        _ => null,
    };

    public static bool? YesOrNo(string? text) => text?.ToLowerInvariant() switch
    {
        "ja" or "yes" => true,
        "nee" or "neen" or "no" => false,
        _ => null,
    };

    /// <summary>"8 Jaar" is <c>P8Y</c>.</summary>
    public static string? Duration(string? text)
    {
        if (text is null || PeriodForm().Match(text) is not { Success: true } match) return null;
        var unit = match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "dag" or "dagen" or "day" or "days" => "D",
            "week" or "weken" or "weeks" => "W",
            "maand" or "maanden" or "month" or "months" => "M",
            "jaar" or "jaren" or "year" or "years" => "Y",
            _ => null,
        };
        return unit is null ? null : $"P{int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)}{unit}";
    }

    /// <summary>"Richtlijn 2014/25/EU" is <c>32014L0025</c>, its CELEX number.</summary>
    public static string? LegalBasis(string? text)
    {
        if (text is null || DirectiveForm().Match(text) is not { Success: true } match) return null;
        return $"3{match.Groups["year"].Value}L{match.Groups["number"].Value.PadLeft(4, '0')}";
    }

    [GeneratedRegex("^(?<count>[0-9]{1,5}) (?<unit>[A-Za-z]+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PeriodForm();

    [GeneratedRegex("^(Richtlijn|Directive) (?<year>(19|20)[0-9]{2})/(?<number>[0-9]{1,4})/E[UGC]$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DirectiveForm();
}
