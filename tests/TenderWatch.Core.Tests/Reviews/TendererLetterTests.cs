using System.Globalization;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.AbnormallyLow;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Core.Tests.Checks;

namespace TenderWatch.Core.Tests.Reviews;

/// <summary>The letter goes to one tenderer: whatever it says must be the same whoever the others are and whatever each of them asks (art. 2.57 Aw 2012).</summary>
public sealed class TendererLetterTests
{
    private const decimal Own = 700_000m;

    private static string Letter(params decimal[] others) => Letter(Language.Nl, others) + Letter(Language.En, others);

    private static string Letter(Language language, params decimal[] others)
    {
        var call = Given.Call(Given.Empty with { Lots = [new Lot { Id = "LOT-0001", EstimatedValue = Given.Euro(1_500_000m) }] });
        var facts = Given.Case(call) with { Bids = [Given.Entered("LOT-0001", [Own, .. others])] };
        var doubt = PriceDoubt.Of(new AbnormallyLowTenderCheck(new AltLimits()).Run(facts), "LOT-0001", "BID-1");
        Assert.True(doubt.Asks);
        return new ExplanationLetter(["Netbeheer Voorbeeld N.V."], "Tenderer 1", "Slimme meters", "LOT-0001", "BID-1", doubt, null, null).In(language);
    }

    [Fact]
    public void It_has_figures_before_the_award()
    {
        var text = Letter(Language.En, 1_000_000m, 1_100_000m, 1_300_000m);

        foreach (var expected in new[] { "Tenderer 1", "EUR 700,000", "Tenders compared: 4", "Mean of the prices: EUR 1,025,000", "EUR 717,500", "EUR 1,500,000", "a comparison with other tenders", "Source: your tender" })
            Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1000000.01 1111111.11 1303000.37", "900000.02 1214110.10 1300001.37")]
    [InlineData("1000000.01 1200000", "1050000.01 1150000")]
    public void With_three_tenders_or_more_it_depends_on_the_mean_of_the_others_alone(string some, string others) => Assert.Equal(Letter(Prices(some)), Letter(Prices(others)));

    [Theory]
    [InlineData("910000.01", "1100000.37")]
    [InlineData("1400000.01", "9999999.37")]
    public void With_two_tenders_it_does_not_depend_on_the_price_of_the_other(string one, string other)
    {
        Assert.Equal(Letter(Prices(one)), Letter(Prices(other)));
        Assert.DoesNotContain("Mean of the prices", Letter(Prices(one)), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_price_of_another_is_published_a_mean_of_three_is_left_out()
    {
        var call = Given.Call(Given.Empty with { Lots = [new Lot { Id = "LOT-0001" }] });
        var findings = new AbnormallyLowTenderCheck(new AltLimits()).Run(Given.Case(call) with { Bids = [Given.Entered("LOT-0001", Own, 1_000_000m, 1_500_000m)] });

        Assert.Contains(PriceDoubt.Of(findings, "LOT-0001", "BID-1").Figures, figure => figure.Id == "mean");
        var doubt = PriceDoubt.Of(findings, "LOT-0001", "BID-1", known: 1);
        Assert.DoesNotContain(doubt.Figures, figure => figure.Id.Contains("mean", StringComparison.Ordinal));
        Assert.Equal(["a comparison with other tenders"], doubt.Untold.Select(kind => kind.En));
    }

    [Fact]
    public void Neither_name_nor_price_of_another_tender_stands_in_it()
    {
        decimal[] others = [910_000.11m, 1_313_131.31m, 1_424_242.17m];
        foreach (var language in Enum.GetValues<Language>())
        {
            var text = Letter(language, others);
            var wording = Wording.For(language);
            for (var number = 2; number <= 4; number++) Assert.DoesNotContain($"Tenderer {number.ToString(CultureInfo.InvariantCulture)}", text, StringComparison.Ordinal);
            Assert.All(others, price => Assert.DoesNotContain(wording.Money(price, "EUR"), text, StringComparison.Ordinal));
            Assert.All(others, price => Assert.DoesNotContain(price.ToString(CultureInfo.InvariantCulture), text, StringComparison.Ordinal));
        }
    }

    private static decimal[] Prices(string text) => [.. text.Split(' ').Select(price => decimal.Parse(price, CultureInfo.InvariantCulture))];
}
