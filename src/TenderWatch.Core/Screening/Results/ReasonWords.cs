using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Screening.Results;

/// <summary>A reason in words.</summary>
/// <param name="Code">Its name in the result.</param>
/// <param name="Text">What it means.</param>
/// <param name="Fields">The OCDS fields to look at.</param>
internal sealed record ReasonWord(string Code, LocalizedText Text, params string[] Fields);

/// <summary>The reasons in words, by their place.</summary>
internal static class ReasonWords
{
    /// <summary>One for each <see cref="Reason"/> but the first.</summary>
    public static ReasonWord Of(Reason reason) => All[(int)reason - 1];

    private static readonly ReasonWord[] All =
    [
        new("tender-cancelled", new("De procedure is ingetrokken.", "The procedure was cancelled."), "/tender/status"),
        new("method-details-excluded", new("De instellingen sluiten deze soort procedure uit.", "The settings exclude this kind of procedure."), "/tender/procurementMethodDetails"),
        new("method-not-selected", new("De procedure is er geen van de soorten waarnaar de indicator kijkt, of vermeldt haar soort niet.", "The procedure is none of the kinds that the indicator looks at, or does not state its kind."), "/tender/procurementMethod"),
        new("prices-not-compared", new("De instellingen vergelijken in deze soort procedure geen prijzen.", "The settings compare no prices in this kind of procedure."), "/tender/procurementMethodDetails"),
        new("no-submission-period", new("Begin of einde van de inschrijvingstermijn ontbreekt.", "Start or end of the submission period is not stated."), "/tender/tenderPeriod/startDate", "/tender/tenderPeriod/endDate"),
        new("unreadable-period", new("Begin of einde van de inschrijvingstermijn is geen tijdstip met tijd en tijdzone (RFC 3339).", "Start or end of the submission period is no moment with time and offset (RFC 3339)."), "/tender/tenderPeriod/startDate", "/tender/tenderPeriod/endDate"),
        new("no-number-of-tenderers", new("Het aantal inschrijvers ontbreekt of is geen getal.", "The number of tenderers is not stated or is no number."), "/tender/numberOfTenderers"),
        new("no-awards", new("Er staat geen lijst van gunningen in.", "There is no list of awards."), "/awards"),
        new("no-active-award", new("Er is geen van kracht zijnde gunning met een leverancier.", "There is no active award with a supplier."), "/awards/status", "/awards/suppliers/id"),
        new("award-not-final", new("Een gunning is nog niet definitief of heeft een onbekende status.", "An award is not final yet, or has an unknown status."), "/awards/status"),
        new("several-awards", new("Er zijn verscheidene gunningen van kracht; niet bekend is welke inschrijvingen met elkaar concurreren.", "Several awards are active; which bids compete with each other is not known."), "/awards/status"),
        new("no-single-supplier", new("De gunning noemt niet precies één leverancier met een id.", "The award does not name exactly one supplier with an id."), "/awards/suppliers/id"),
        new("no-bids", new("Er staan geen ingediende inschrijvingen in.", "There are no submitted bids."), "/bids/details"),
        new("no-valid-bids", new("Er is geen geldige inschrijving met de benodigde gegevens.", "There is no valid bid with what is needed."), "/bids/details/status", "/bids/details/tenderers/id"),
        new("no-priced-bids", new("Geen inschrijving heeft bedrag, valuta en inschrijver.", "No bid has an amount, a currency and a tenderer."), "/bids/details/value/amount", "/bids/details/value/currency", "/bids/details/tenderers/id"),
        new("no-bid-dates", new("Geen geldige inschrijving vermeldt wanneer zij is ontvangen.", "No valid bid states when it was received."), "/bids/details/date"),
        new("other-currency", new("Alle prijzen luiden in een andere valuta dan de hoofdvaluta.", "All prices are in another currency than the main one."), "/bids/details/value/currency"),
        new("no-bid-of-winner", new("De leverancier heeft geen geldige inschrijving met een prijs.", "The supplier has no valid bid with a price."), "/bids/details/tenderers/id", "/bids/details/value/amount"),
        new("no-other-bid", new("Naast de winnende is er geen geldige inschrijving met een prijs.", "Beside the winning bid there is no valid one with a price."), "/bids/details/value/amount"),
        new("winner-not-lowest", new("De winnende inschrijving is niet de laagste: er is niet op prijs alleen gegund.", "The winning bid is not the lowest: the award was not made on price alone."), "/bids/details/value/amount"),
        new("winner-price-zero", new("De winnende prijs is 0; een verhouding bestaat dan niet.", "The winning price is 0; then there is no ratio."), "/bids/details/value/amount"),
        new("no-classifications", new("Geen gunning aan één leverancier heeft posten met een classificatie.", "No award to a single supplier has items with a classification."), "/awards/items/classification/id"),
        new("nothing-to-compare-with", new("De gegevens bevatten niets om mee te vergelijken.", "The data holds nothing to compare with.")),
        new("fence-not-above-zero", new("De grens uit de gegevens ligt niet boven 0; dan onderscheidt zij niets.", "The fence from the data is not above 0; then it tells nothing apart.")),
        new("too-few", new("Te weinig inschrijvingen of procedures om te beoordelen.", "Too few bids or processes to be judged.")),
        new("bid-without-price", new("Van een geldige inschrijving ontbreekt de prijs, of zij is zo klein dat zij een plaatshouder kan zijn (1 of minder); elk gemiddelde zou anders zijn.", "The price of a valid bid is absent, or so small that it may be a placeholder (1 or less); every mean would be another."), "/bids/details/value/amount"),
        new("several-bids-of-one", new("Een inschrijver heeft meer dan één geldige inschrijving: het kunnen percelen of varianten zijn, die niet met elkaar concurreren.", "A tenderer has more than one valid bid: they may be lots or variants, which do not compete with each other."), "/bids/details/tenderers/id", "/bids/details/relatedLots"),
    ];
}
