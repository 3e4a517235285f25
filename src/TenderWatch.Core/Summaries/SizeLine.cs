using System.Globalization;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Texts;

namespace TenderWatch.Core.Summaries;

/// <summary>For how much and how many. An amount of one lot is never told as that of the whole, and amounts of lots are not added up.</summary>
internal static class SizeLine
{
    // What was awarded says more than what was announced.
    private static readonly string[] Values = [FactNames.TotalValue, FactNames.TotalFrameworkMaximum, FactNames.FrameworkMaximum, FactNames.EstimatedValue];

    public static IEnumerable<SummarySentence> Of(SummaryFacts known)
    {
        var values = Values.Select(known.Whole).OfType<Fact>().OrderBy(fact => fact.Kind == FactKind.Money ? 0 : 1).ToList();
        if (values is [var value, ..]) yield return Stated(value);
        else if (Values.Select(known.All).FirstOrDefault(facts => facts.Count > 0) is { } perLot) yield return OfLots(perLot);
        else if (known.All(FactNames.BidValue) is { Count: > 0 } bids) yield return OfBids(bids);
        else if (Amount(known) is { } amount) yield return amount;
        else yield return SummaryFacts.Absent("De publicaties noemen geen waarde.", "The publications state no value.", "BT-27", "BT-271", "BT-161", "BT-118");

        // The estimate beside the award: the two are what people compare.
        if (values is [{ Name: not FactNames.EstimatedValue }, ..] && values.Find(fact => fact.Name == FactNames.EstimatedValue && fact.Kind == FactKind.Money) is { } estimate) yield return Stated(estimate);
        if (Quantity(known) is { } quantity) yield return quantity;
    }

    private static SummarySentence Stated(Fact fact) => SummaryFacts.Say(language => $"{FactNames.Label(fact.Name).In(language)}: {SummaryFacts.Value(fact, language)}.", fact);

    private static SummarySentence OfLots(IReadOnlyList<Fact> facts)
    {
        var label = FactNames.Label(facts[0].Name);
        var amounts = facts.Where(fact => fact.Kind == FactKind.Money).Select(fact => decimal.Parse(fact.Value, CultureInfo.InvariantCulture)).ToList();
        if (amounts.Count < facts.Count || facts.Select(fact => fact.Unit).Distinct(StringComparer.Ordinal).Count() > 1)
            return SummaryFacts.Say(language => $"{label.In(language)}: {new LocalizedText($"per perceel vermeld, {facts.Count} maal.", $"stated for each lot, {facts.Count} times.").In(language)}", facts);
        var (least, most, unit) = (amounts.Min(), amounts.Max(), facts[0].Unit ?? "");
        return SummaryFacts.Say(
            language => $"{label.In(language)}, {new LocalizedText($"per perceel ({facts.Count})", $"for each lot ({facts.Count})").In(language)}: " + (least == most
                ? $"{Wording.For(language).Money(least, unit)}."
                : $"{Wording.For(language).Money(least, unit)} {new LocalizedText("tot", "to").In(language)} {Wording.For(language).Money(most, unit)}."),
            facts);
    }

    // Winning tenders of several lots are no total of a purchase.
    private static SummarySentence OfBids(IReadOnlyList<Fact> bids) => bids.Count == 1
        ? Stated(bids[0])
        : SummaryFacts.Say(
            language => new LocalizedText($"De publicaties noemen geen waarde van het geheel, wel van {bids.Count} inschrijvingen.", $"The publications state no value of the whole, but that of {bids.Count} tenders.").In(language), bids);

    private static SummarySentence? Amount(SummaryFacts known) => known.Text(TextFactKind.Money) is { Fact.Sense: TextSense.Estimated or TextSense.Maximum } read
        ? SummaryFacts.SayOf(language => $"{new LocalizedText("Bedrag in de tekst", "Amount in the text").In(language)}: {SummaryFacts.Value(read.Fact, language)}.", [read.Origin])
        : null;

    private static SummarySentence? Quantity(SummaryFacts known)
    {
        if (known.Whole(FactNames.Quantity) is { } quantity)
        {
            var price = known.Whole(FactNames.UnitPrice);
            return SummaryFacts.Say(
                language => $"{FactNames.Label(FactNames.Quantity).In(language)}: {SummaryFacts.Value(quantity, language)}"
                    + (price is null ? "." : $"; {Lower(FactNames.Label(FactNames.UnitPrice).In(language))}: {SummaryFacts.Value(price, language)} ({new LocalizedText("berekend", "calculated").In(language)})."),
                [.. price is null ? (Fact[])[] : [price], quantity]);
        }

        return known.All(FactNames.Quantity).Count == 0 && known.Text(TextFactKind.Quantity) is { } read
            ? SummaryFacts.SayOf(language => $"{new LocalizedText("Hoeveelheid in de tekst", "Quantity in the text").In(language)}: {SummaryFacts.Value(read.Fact, language)}.", [read.Origin])
            : null;
    }

    private static string Lower(string label) => char.ToLowerInvariant(label[0]) + label[1..];
}
