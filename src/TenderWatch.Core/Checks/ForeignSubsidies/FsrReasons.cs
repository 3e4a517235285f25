using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.ForeignSubsidies;

/// <summary>What the regulation asks of whom, and what the notices themselves say about it.</summary>
internal static class FsrReasons
{
    /// <summary>Who owes a filing: in a procurement in lots only those whose lots reach their own threshold (art. 28(2)).</summary>
    public static LocalizedText Debtor(bool inLots) => inLots
        ? new("wie op percelen van samen de perceeldrempel inschrijft", "whoever tenders for lots that together reach the threshold for lots")
        : new("elke inschrijver", "every tenderer");

    /// <summary>The filing that each tenderer owes.</summary>
    public static LocalizedText Duty(FsrThresholds thresholds, bool inLots) => LocalizedText.Of(
        w => $"{(inLots ? "Wie de plicht heeft" : "Elke inschrijver")} dient een melding in bij {w.Money(thresholds.ContributionsPerCountry, "EUR")} of meer aan buitenlandse financiële bijdragen per derde land in drie jaar, " +
            "en anders een verklaring. Welke bijdragen er zijn, staat niet in aankondigingen.",
        w => $"{(inLots ? "Whoever has the duty" : "Every tenderer")} files a notification where it received {w.Money(thresholds.ContributionsPerCountry, "EUR")} or more in foreign financial contributions per third country " +
            "in three years, and a declaration otherwise. Which contributions there are does not stand in notices.");

    /// <summary>That the two tracks are separate.</summary>
    public static LocalizedText SeparateTracks { get; } = new(
        "De uitkomst van deze procedure bij de Commissie vervangt het onderzoek naar een abnormaal lage inschrijving niet (art. 2.116 Aw 2012), en omgekeerd.",
        "The outcome of this procedure before the Commission does not replace the examination of an abnormally low tender (art. 2.116 Aw 2012), nor the other way round.");

    /// <summary>How the value compares with the threshold.</summary>
    public static LocalizedText Against(StatedValue value, decimal threshold) => LocalizedText.Of(
        w => $"{value.Label.Nl}: {w.Money(value.Amount, value.Currency)}, {(value.Amount >= threshold ? "op of boven" : "onder")} de drempel van " +
            $"{w.Money(threshold, "EUR")}; het verschil is {w.Money(Math.Abs(value.Amount - threshold), "EUR")}.",
        w => $"{value.Label.En}: {w.Money(value.Amount, value.Currency)}, {(value.Amount >= threshold ? "at or above" : "below")} the threshold of " +
            $"{w.Money(threshold, "EUR")}; the difference is {w.Money(Math.Abs(value.Amount - threshold), "EUR")}.");

    /// <summary>That an awarded value stands in for the estimate.</summary>
    public static LocalizedText IndicationOnly { get; } = new(
        "De toets gaat over de geraamde waarde zonder btw, opties inbegrepen. Die is niet (bruikbaar) openbaar; de gegunde waarde is alleen een aanwijzing.",
        "The test is on the estimated value without VAT, options included. That is not public, or not usably; the awarded value is only an indication.");

    /// <summary>The statements of the buyer, and where they contradict the value.</summary>
    public static IEnumerable<LocalizedText> Statement(BuyerStatement statement, StatedValue? value, decimal threshold)
    {
        if (statement.Lots.Any(lot => lot.Applies))
        {
            yield return new("De koper verklaart de verordening van toepassing (BT-681).", "The buyer states that the regulation applies (BT-681).");
        }
        else if (statement.Denies)
        {
            yield return new("De koper verklaart de verordening niet van toepassing (BT-681).", "The buyer states that the regulation does not apply (BT-681).");
        }

        if (statement.Applies && value is not null && value.Amount < threshold)
        {
            yield return new(
                "Dat stemt niet overeen met de vermelde waarde, die onder de drempel ligt. De koper kan toelichten welke waarde is geraamd.",
                "That does not agree with the stated value, which is below the threshold. The buyer can explain which value it estimated.");
        }

        if (statement.Denies && value is not null && value.Amount >= threshold)
        {
            yield return new(
                "Dat stemt niet overeen met de vermelde waarde, die de drempel bereikt. De koper kan toelichten hoe de waarde is geraamd.",
                "That does not agree with the stated value, which reaches the threshold. The buyer can explain how it estimated the value.");
        }

        foreach (var conclusion in statement.Conclusions)
        {
            var outcome = FsrConclusions.Text(conclusion.Code);
            yield return new($"Volgens de aankondiging voor {conclusion.Bid}: {outcome.Nl} (BT-682 {conclusion.Code}).", $"According to the notice for {conclusion.Bid}: {outcome.En} (BT-682 {conclusion.Code}).");
        }
    }

    /// <summary>What the procedure and the shape of the award mean for the filing.</summary>
    public static IEnumerable<LocalizedText> Procedure(IReadOnlyList<CaseNotice> notices)
    {
        var type = notices.LastOrDefault(notice => notice.Notice.ProcedureType is not null)?.Notice.ProcedureType;
        if (Filings.FilingStages.AreSeveral(type))
        {
            yield return new(
                "De procedure heeft meer fasen: inschrijvers dienen twee keer in, bij het verzoek tot deelname en bijgewerkt bij de inschrijving (art. 29(1)).",
                "The procedure has several stages: tenderers file twice, with the request to participate and, updated, with the tender (art. 29(1)).");
        }
        else if (type == "neg-wo-call")
        {
            yield return new(
                "Bij een onderhandse procedure zonder voorafgaande aankondiging kan de plicht beperkt zijn of ontbreken (art. 28(3)-(5); onbevestigd).",
                "In a negotiated procedure without prior publication the duty may be limited or absent (art. 28(3)-(5); unconfirmed).");
        }

        if (LotAward.Of(notices) is [var award] && award.Bids.Count(bid => bid.Won) > 1)
        {
            yield return new(
                "De gunning van één opdracht aan meer winnaars is geen verdeling in percelen: de drempel voor percelen geldt niet.",
                "The award of one contract to several winners is no division into lots: the threshold for lots does not apply.");
        }
    }
}
