using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.AbnormallyLow.Panels;

/// <summary>The panel in sentences: what the methods of other countries would say, what the conclusion hangs on, and what is context.</summary>
internal static class PanelRemarks
{
    private const int MostNamed = 10;

    private static readonly LocalizedText Calibration = new(
        "Hoe streng methoden zijn verschilt veel: van 638 Franse werken boven EUR 200.000 (2010-2011) trof de Franse 20/10-regel er ongeveer 20 %, het Europese voorstel van 2011 ongeveer 2 %.",
        "Methods differ much in how strict they are: of 638 French works contracts above EUR 200,000 (2010-2011) the French 20/10 rule hit about 20 %, the European draft of 2011 about 2 %.");

    public static LocalizedText Summary(PanelResult result)
    {
        var asking = string.Join(", ", result.Asking.Take(MostNamed).Select(bid => result.Lot.Bids[bid].Label)) + (result.Asking.Count > MostNamed ? ", …" : "");
        return result.Verdict switch
        {
            Verdict.Flagged => new($"Lijkt laag, vraag om een toelichting: {asking}.", $"Appears low, ask for an explanation: {asking}."),
            Verdict.Clear => new("Geen van de vergelijkingen geeft aanleiding om een toelichting te vragen.", "None of the comparisons gives reason to ask for an explanation."),
            _ => new("Niet te beoordelen: er is niets om een prijs mee te vergelijken.", "Not assessable: there is nothing to compare a price with."),
        };
    }

    public static IEnumerable<LocalizedText> Of(PanelResult result)
    {
        foreach (var remark in UnitPrices.Remarks(result.Lot)) yield return remark;
        foreach (var hinge in HingeWords.Of(result.Lot.Bids, result.Hinges, new("de vergelijkingen", "the comparisons"))) yield return hinge;
        if (result.Lot.Bids.Count > Sensitivity.MostBids)
        {
            yield return LocalizedText.Of(
                w => $"Bij meer dan {w.Exact(Sensitivity.MostBids)} inschrijvingen is niet nagegaan van welke andere inschrijving de uitkomst afhangt.",
                w => $"With more than {w.Exact(Sensitivity.MostBids)} tenders it was not reckoned on which other tender the outcome hangs.");
        }

        foreach (var method in OfMethods(result)) yield return method;
        if (result.Past is { } past) yield return OfPast(result.Lot, past);
        if (OfScreens(result.Screens) is { } screens) yield return screens;
    }

    private static IEnumerable<LocalizedText> OfMethods(PanelResult result)
    {
        foreach (var law in result.Methods.Where(reading => reading.Applies)) yield return law.Conclusion(result.Lot.Bids);
        var shown = result.Methods.Where(reading => !reading.Applies).ToList();
        foreach (var group in shown.Where(reading => reading.Flagged.Count > 0).GroupBy(reading => string.Join(", ", reading.Flagged.Take(MostNamed).Select(bid => result.Lot.Bids[bid].Label)), StringComparer.Ordinal))
        {
            yield return new(
                $"Ter vergelijking, geen recht voor deze aanbesteding: naar {group.Key} zou worden gevraagd volgens {Names(group, Language.Nl)}.",
                $"For comparison, no law for this procurement: {group.Key} would be asked about according to {Names(group, Language.En)}.");
        }

        var silent = shown.Where(reading => reading.Verdict == Verdict.Clear).ToList();
        if (silent.Count > 0)
        {
            yield return new(
                $"Ter vergelijking, geen recht voor deze aanbesteding: naar geen prijs zou worden gevraagd volgens {Names(silent, Language.Nl)}.",
                $"For comparison, no law for this procurement: no price would be asked about according to {Names(silent, Language.En)}.");
        }

        var unable = shown.Where(reading => reading.Lacks is not null).GroupBy(reading => reading.Lacks!.Why).ToList();
        if (unable.Count > 0 && result.Lot.Bids.Count > 1)
        {
            yield return new(
                $"Niet te berekenen: {string.Join("; ", unable.Select(group => $"{Names(group, Language.Nl)} ({group.Key.Nl})"))}.",
                $"Not reckoned: {string.Join("; ", unable.Select(group => $"{Names(group, Language.En)} ({group.Key.En})"))}.");
        }

        if (result.Methods.Any(reading => reading.Verdict == Verdict.Flagged && reading.Method.Id is "FR-DOUBLE-MEAN" or "EU-DRAFT-2011")) yield return Calibration;
    }

    private static LocalizedText OfPast(PanelLot lot, PastComparison past) => LocalizedText.Of(
        w => $"{lot.Bids[past.Bid].Label} kost per eenheid {w.Number(past.Percent, 2)} % van de mediaan van {w.Exact(past.Awards.Count)} eerdere gunningen; context, geen grond voor een vraag.",
        w => $"{lot.Bids[past.Bid].Label} costs per unit {w.Number(past.Percent, 2)} % of the median of {w.Exact(past.Awards.Count)} past awards; context, no ground for a question.");

    private static LocalizedText? OfScreens(Screens screens) => screens is { Count: >= 3, Variation: { } variation, Difference: { } difference }
        ? LocalizedText.Of(
            w => $"Spreiding van de prijzen: variatiecoëfficiënt {w.Number(variation * 100, 2)} %, de op een na laagste {w.Number(difference * 100, 2)} % boven de laagste; context, geen grond voor een vraag.",
            w => $"Spread of the prices: coefficient of variation {w.Number(variation * 100, 2)} %, the second lowest {w.Number(difference * 100, 2)} % above the lowest; context, no ground for a question.")
        : null;

    // Where it is off, the reason tells that it is not confirmed.
    private static string Names(IEnumerable<MethodReading> readings, Language language) => string.Join(", ", readings.Select(reading =>
        reading.Method.Name.In(language).Replace(",", ":", StringComparison.Ordinal)
            + (reading is { IsUnconfirmed: true, Lacks: null } ? new LocalizedText(" (niet bevestigd)", " (not confirmed)").In(language) : "")));
}
