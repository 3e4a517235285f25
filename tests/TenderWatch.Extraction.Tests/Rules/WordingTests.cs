using CsCheck;
using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Rules;

namespace TenderWatch.Extraction.Tests.Rules;

/// <summary>Wordings that must be read exactly, and wordings that must not be read.</summary>
public sealed class WordingTests
{
    [Theory]
    // The facts of the DSMR6 E-meter as the answers to Parliament and the reconstructed notices state them.
    [InlineData("De verwachte afname is 7.933.740 meters.", "Quantity 7933740 meters Estimated")]
    [InlineData("Openbaar bekend: voorwerp, 7.933.740 meters, EUR 592.517.432, looptijd en verlengingen.", "Quantity 7933740 meters Stated|Money 592517432 EUR Stated")]
    [InlineData("de twee winnaars met hun aandeel (60 % en 40 % van de afname)", "Percentage 60 % Stated|Shares 60/40 % Stated|Percentage 40 % Stated")]
    [InlineData("De meetmodule komt voor 60 procent van de ene en voor 40 procent van de andere leverancier.", "Percentage 60 % Stated|Shares 60/40 % Stated|Percentage 40 % Stated")]
    [InlineData("De looptijd is 8 jaar, met de mogelijkheid om 3 maal 2 jaar te verlengen.", "Duration P8Y  Stated|Renewals R3/P2Y  Stated")]
    [InlineData("Een contract van acht jaar met de mogelijkheid tot verlenging met 3 keer 2 jaar.", "Duration P8Y  Stated|Renewals R3/P2Y  Stated")]
    [InlineData("3 x 2 jaar: de looptijd van 8 jaar kan drie keer met telkens twee jaar worden verlengd.", "Renewals R3/P2Y  Stated|Duration P8Y  Stated|Renewals R3/P2Y  Stated")]
    [InlineData("ten minste één leverancier komt uit een land van de GPA", "Origin GPA  Minimum")]
    [InlineData("Er zijn minimaal twee leveranciers per hardwarecomponent vereist.", "Suppliers 2  Minimum")]
    [InlineData("The contract is worth EUR 592,517,432 for 7,933,740 units, split 60/40 between two suppliers, for an initial term of 8 years plus 3 x 2-year options.",
        "Money 592517432 EUR Stated|Quantity 7933740 units Stated|Shares 60/40 % Stated|Suppliers 2  Stated|Duration P8Y  Stated|Renewals R3/P2Y  Stated")]
    // Numbers and amounts.
    [InlineData("circa 2,5 miljoen euro per jaar", "Money 2500000 EUR Estimated per year")]
    [InlineData("The budget is EUR 1.2 million.", "Money 1200000 EUR Stated")]
    [InlineData("De waarde is € 1,5 mln. en niet meer.", "Money 1500000 EUR Stated")]
    [InlineData("ten hoogste 12.345 stuks", "Quantity 12345 stuks Maximum")]
    // Terms.
    [InlineData("een looptijd van 4 + 2 + 2 jaar", "Duration P4Y  Stated|Renewals R2/P2Y  Stated")]
    [InlineData("De raamovereenkomst geldt voor een periode van vier jaar met tweemaal een optie tot verlenging van 12 maanden.", "Duration P4Y  Stated|Renewals R2/P12M  Stated")]
    [InlineData("The framework has a duration of 48 months with two optional extensions of 12 months each.", "Duration P48M  Stated|Renewals R2/P12M  Stated")]
    // Deadlines and periods.
    [InlineData("Inschrijvingen moeten uiterlijk 31 maart 2025 om 12:00 uur zijn ingediend.", "Deadline 2025-03-31T12:00  Stated")]
    [InlineData("Tenders must be submitted no later than March 31, 2025.", "Deadline 2025-03-31  Stated")]
    [InlineData("van 1 januari 2024 tot en met 29 februari 2028", "Period 2024-01-01/2028-02-29  Stated")]
    // Lots, suppliers, agreement.
    [InlineData("De opdracht is verdeeld in 3 percelen. Er mag op maximaal 2 percelen worden ingeschreven.", "Lots 3  Stated")]
    [InlineData("Er is geen sprake van perceelvorming.", "Lots 1  Stated")]
    [InlineData("een raamovereenkomst met één Opdrachtnemer", "Suppliers 1  Stated")]
    [InlineData("De opdracht valt onder de Overeenkomst inzake overheidsopdrachten (GPA).", "Gpa true  Stated")]
    [InlineData("The procurement is not covered by the GPA.", "Gpa false  Stated")]
    public void A_wording_is_read_exactly(string text, string expected) => Assert.Equal(expected.Split('|'), Read(text));

    [Theory]
    [InlineData("De waarde bedraagt € 14.000.00 exclusief btw.")] // malformed in a real notice
    [InlineData("tussen € 1 en € 2 miljoen")]
    [InlineData("€ 1 - 2 miljoen")]
    [InlineData("de komende 5 tot 10 jaar")]
    [InlineData("op lange termijn (10-15jr)")]
    [InlineData("500.000-700.000 accounts")]
    [InlineData("5 jaar ervaring met contracten; garantie van 10 jaar; de afgelopen 3 jaar")]
    [InlineData("De transitieperiode van zes maanden vangt aan in januari 2020.")]
    [InlineData("Tot uiterlijk 26 augustus 2028.")]
    [InlineData("twee (3) jaar looptijd")]
    [InlineData("CPV 18444000-3, NEN 7510, artikel 2.116, 24/7/365, versie 3.2.0.0")]
    [InlineData("Perceel 2 woningen en Lot 3 units")]
    [InlineData("appoint one supplier to represent the group of suppliers if the agreement is awarded")]
    [InlineData("één of meer aannemers krijgen een raamovereenkomst")]
    [InlineData("Five suppliers will be invited to tender for the contract.")]
    [InlineData("perceel 2 800 toestellen")]
    public void What_is_no_fact_or_can_mean_two_things_is_not_read(string text) => Assert.Empty(Read(text));

    [Fact]
    public void The_weight_of_award_criteria_is_no_division_among_suppliers() =>
        Assert.DoesNotContain(new TextRules().Read(Text("Gegund op prijs 60% en kwaliteit 40%.")), fact => fact.Kind == TextFactKind.Shares);

    [Theory]
    [InlineData("nld", "1.500 ton en 2.000 stuks", "Quantity 1500 ton Stated|Quantity 2000 stuks Stated")]
    [InlineData("eng", "1,500 tons and 2.000 tons", "Quantity 1500 tons Stated")]
    [InlineData("eng", "between 1.000.000 and 2.000.000 users or 3.000.000 pcs", "Quantity 3000000 pcs Stated")]
    public void Separators_mean_what_the_language_and_the_text_make_of_them(string language, string text, string expected) =>
        Assert.Equal(expected.Split('|'), Written(new TextRules().Read(Text(text, language))));

    [Fact]
    public void Every_quotation_stands_verbatim_at_its_place()
    {
        var text = Text("De  looptijd\u00A0is 8 jaar,\nmet de mogelijkheid om 3\u00A0maal 2 jaar te verlengen; € 1.250.000,50 excl. btw per jaar.");
        var facts = new TextRules().Read(text);
        Assert.Equal(3, facts.Count);
        Assert.All(facts, fact => Assert.True(fact.Place.Holds(text.Text, fact.Quote), fact.Quote));
        Assert.All(facts, fact => Assert.Equal("rules/1", fact.Extractor));
    }

    [Theory]
    [InlineData("9")]
    [InlineData("1.")]
    [InlineData("1 000 ")]
    [InlineData("3 x 2 jaar + ")]
    [InlineData("looptijd van een ")]
    [InlineData("EUR 1 en ")]
    [InlineData("( ( ( 2 (twee")]
    [InlineData("\ud800 é ")]
    public void A_text_made_to_take_long_takes_no_longer_than_its_length(string piece)
    {
        var hostile = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var facts = new TextRules().Read(Text(hostile));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
        Assert.All(facts, fact => Assert.True(fact.Place.Holds(hostile, fact.Quote)));
    }

    [Fact]
    public void Whatever_the_text_is_there_is_an_answer_whose_quotations_hold()
    {
        string[] pieces = ["3", "x", "2", "jaar", "€", "EUR", "1.000", ",", ".", "(", ")", "één", "miljoen", "%", "en", "/", "-", "\n\n", "looptijd", "van", "uiterlijk", "31-12-2025", "perceel", "GPA", "leveranciers", "\u200b", "\ud800", " "];
        Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]).List[0, 40].Sample(parts =>
        {
            var text = Text(string.Join(' ', parts));
            foreach (var fact in new TextRules().Read(text)) Assert.True(fact.Place.Holds(text.Text, fact.Quote));
        });
    }

    private static IEnumerable<string> Read(string text) => Written(new TextRules().Read(Text(text)));

    private static IEnumerable<string> Written(IEnumerable<TextFact> facts) => facts.Select(fact => $"{fact.Kind} {fact.Value} {fact.Unit} {fact.Sense}{(fact.Per is null ? "" : " per " + fact.Per)}");

    private static SourceText Text(string text, string? language = null) =>
        new(default, "", null, null, language ?? (text.Contains("the ", StringComparison.OrdinalIgnoreCase) || text.Contains(" by ", StringComparison.Ordinal) ? "eng" : "nld"), text);
}
