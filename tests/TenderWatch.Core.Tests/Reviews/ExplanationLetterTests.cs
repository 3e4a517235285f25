using System.Text.RegularExpressions;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.AbnormallyLow;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Core.Tests.Checks;
using static TenderWatch.Core.Tests.Reviews.Steps;

namespace TenderWatch.Core.Tests.Reviews;

public sealed partial class ExplanationLetterTests
{
    private static readonly string[] Accusing =
    [
        "verdacht", "fraud", "misleid", "dump", "oneerlijk", "schuld", "overtred", "manipul", "bedrog", "suspici", "suspect", "unfair", "guilt", "mislead", "illegal", "unlawful", "cheat", "violat",
    ];

    private static readonly ExplanationLetter Letter = new(
        ["Netbeheer Voorbeeld N.V."], "Voorbeeld B.V.", "Slimme meters", Lot, Bid,
        PriceDoubt.Of(new AbnormallyLowTenderCheck(new AltLimits()).Run(Given.Case(Given.Bids(760_000.50m, 1_000_000m, 1_100_000m))), Lot, Bid), "Zonder montage lijkt 12,5 uur weinig.", Day(15));

    [Fact]
    public void It_names_parties_comparison_with_figures_and_source_permitted_grounds_and_date()
    {
        var (nl, en) = (Letter.In(Language.Nl), Letter.In(Language.En));

        Assert.True(Letter.Doubt.Asks);
        foreach (var expected in new[] { "Netbeheer Voorbeeld N.V.", "Voorbeeld B.V.", Lot, Bid, "24,00 %", "EUR 760.000,50", "BT-720 (ted:2-2025)", "17 maart 2026", "> Zonder montage lijkt 12,5 uur weinig.", "[IN TE VULLEN: naam, functie" })
            Assert.Contains(expected, nl, StringComparison.Ordinal);
        foreach (var expected in new[] { "24.00 %", "EUR 760,000.50", "Source: BT-720 (ted:2-2025)", "17 March 2026", "[FILL IN: name, position" })
            Assert.Contains(expected, en, StringComparison.Ordinal);
        Assert.Equal(6, ExplainableGrounds.All.Count);
        Assert.All(ExplainableGrounds.All, ground => Assert.True(nl.Contains(ground.Nl, StringComparison.Ordinal) && en.Contains(ground.En, StringComparison.Ordinal)));
    }

    [Fact]
    public void Both_languages_have_the_same_figures()
    {
        var (nl, en) = (Figures(Letter.In(Language.Nl)), Figures(Letter.In(Language.En)));
        Assert.Equal(nl, en);
        Assert.True(nl.Count > 20);
    }

    [Theory]
    [InlineData("32014L0025", "(art. 2.116(1) Aanbestedingswet 2012 through art. 3.74; art. 84 Directive 2014/25/EU)")]
    [InlineData("32014L0024", "(art. 2.116(1) Aanbestedingswet 2012; art. 69 Directive 2014/24/EU)")]
    [InlineData(null, "(art. 2.116(1) Aanbestedingswet 2012, for utilities through art. 3.74)")]
    public void It_names_the_articles_that_the_purchase_is_under(string? basis, string articles)
    {
        var letter = Letter with { LegalBasis = basis };
        Assert.Contains(articles, letter.In(Language.En), StringComparison.Ordinal);
        Assert.Equal(Figures(letter.In(Language.Nl)), Figures(letter.In(Language.En)));
    }

    [Fact]
    public void No_word_of_it_or_of_the_procedure_accuses()
    {
        var procedure = After("request receive assess consult receive assess reject+stateaid")!;
        IEnumerable<LocalizedText> words =
        [
            .. Enum.GetValues<ExplanationStage>().Select(ExplanationWords.Of), .. Enum.GetValues<ExplanationStep>().Select(ExplanationWords.Of), .. Enum.GetValues<RejectionGround>().Select(ExplanationWords.Of),
            .. Enum.GetValues<ExplanationStage>().Select(stage => ExplanationNext.Of(procedure with { Stage = stage, Due = Day(90) }, Start).What),
        ];
        foreach (var language in Enum.GetValues<Language>())
        {
            var text = Letter.In(language) + ExplanationRecord.Of(procedure, new Dictionary<Digest, string>(), language) + string.Concat(words.Select(word => word.In(language)));
            Assert.All(Accusing, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void What_is_not_known_is_a_place_to_fill_in_and_hostile_names_stay_text()
    {
        var text = (Letter with { Tenderer = null, Doubt = PriceDoubt.None, Reasons = null, Due = null, Buyers = ["<img src=x>\n# Kop [x](http://y)"] }).In(Language.En);

        Assert.Equal(4, Place().Count(text));
        Assert.DoesNotContain("<img", text.Replace("\\<img", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("\n# Kop", text, StringComparison.Ordinal);
        Assert.DoesNotContain("](", text.Replace("\\](", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tender_that_no_comparison_asks_about_creates_no_doubt_by_itself()
    {
        var findings = new AbnormallyLowTenderCheck(new AltLimits()).Run(Given.Case(Given.Bids(760_000.50m, 1_000_000m, 1_100_000m)));
        Assert.False(PriceDoubt.Of(findings, Lot, "TEN-0002").Asks);
        Assert.Same(PriceDoubt.None, PriceDoubt.Of(findings, "LOT-0002", Bid));
    }

    [Fact]
    public void The_record_has_steps_ground_and_reasons()
    {
        var text = ExplanationRecord.Of(After("request receive assess reject+insufficient")!, new Dictionary<Digest, string> { [Reasons] = "Niet onderbouwd." }, Language.Nl);
        foreach (var expected in new[] { "afgewezen", "grond: het bewijs verklaart de prijs onvoldoende", "> Niet onderbouwd.", "SHA-256 " + Document.Hex, "A. Voorbeeld" })
            Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    private static List<string> Figures(string text) => [.. Number().Matches(text).Select(match => match.Value.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal))];

    [GeneratedRegex(@"\d[\d.,]*", RegexOptions.None, 10_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\[FILL IN: ", RegexOptions.None, 10_000)]
    private static partial Regex Place();
}
