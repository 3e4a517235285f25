using System.Text;
using System.Text.Json;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.AbnormallyLow.Methods;
using TenderWatch.Core.Checks.AbnormallyLow.Panels;

namespace TenderWatch.Core.Tests.Checks.AbnormallyLow;

public sealed class PanelTests
{
    internal static PanelLot Lot(params decimal[] prices) => new()
    {
        Bids = [.. prices.Select((price, place) => new PanelBid($"TEN-{place + 1:0000}", price))],
        Currency = "EUR",
        Country = "NLD",
        Date = new DateOnly(2025, 12, 11),
        Nature = ContractNature.Supplies,
        PriceOnly = true,
    };

    private static MethodReading Reading(PanelResult result, string id) => result.Methods.Single(reading => reading.Method.Id == id);

    [Fact]
    public void For_a_Dutch_buyer_no_method_is_law_and_each_says_why()
    {
        var result = Panel.Of(Lot(70, 95, 100, 105, 130) with { Estimate = 120, BaseBudget = 140 }, new AltLimits());

        Assert.All(result.Methods, reading => Assert.False(reading.Applies));
        Assert.All(result.Methods, reading => Assert.NotEmpty(reading.ShownBecause));
        Assert.Equal(Verdict.Flagged, result.Verdict);
        Assert.Equal("Lijkt laag, vraag om een toelichting: TEN-0001.", result.Summary.Nl);
        Assert.Equal([0], result.Asking);
        Assert.Equal(Verdict.Flagged, Reading(result, "BE-KB2017-36-4").Verdict);
        Assert.Contains(result.Remarks, remark => remark.Nl.StartsWith("Ter vergelijking, geen recht voor deze aanbesteding: naar TEN-0001 zou worden gevraagd volgens", StringComparison.Ordinal) && remark.Nl.Contains("België", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("BE", ContractNature.Works, true, "BE-KB2017-36-4", true)]
    [InlineData("BEL", ContractNature.Services, true, "BE-KB2017-36-4", true)]
    [InlineData("BEL", ContractNature.Supplies, true, "BE-KB2017-36-4", false)]
    [InlineData("BEL", ContractNature.Works, null, "BE-KB2017-36-4", false)]
    [InlineData("BEL", ContractNature.Works, false, "BE-KB2017-36-4", false)]
    [InlineData("SVK", ContractNature.Works, true, "SK-343-2015-53-3", false)]
    [InlineData("POL", ContractNature.Supplies, null, "PL-PZP-224", true)]
    [InlineData("POL", null, null, "IT-METHOD-A", false)]
    [InlineData("NLD", ContractNature.Works, true, "EU-DRAFT-2011", false)]
    public void A_method_is_law_in_its_country_for_what_it_is_made_for(string country, ContractNature? nature, bool? priceOnly, string method, bool applies) =>
        Assert.Equal(applies, Reading(Panel.Of(Lot(70, 95, 100, 105) with { Country = country, Nature = nature, PriceOnly = priceOnly }, new AltLimits()), method).Applies);

    [Theory]
    [InlineData("2016-04-17", false)]
    [InlineData("2016-04-18", true)]
    [InlineData("2024-07-31", true)]
    [InlineData("2024-08-01", false)]
    public void The_Slovak_rule_is_law_on_the_days_on_which_it_was_in_force(string day, bool applies) => Assert.Equal(
        applies,
        Reading(Panel.Of(Lot(84, 96, 100) with { Country = "SVK", Date = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }, new AltLimits()), "SK-343-2015-53-3").Applies);

    [Fact]
    public void What_is_not_confirmed_is_off_and_says_so_when_it_is_switched_on()
    {
        var lot = Lot(60, 78, 90, 92, 95, 97, 100, 120, 150) with { Estimate = 100 };
        var (off, on) = (Panel.Of(lot, new AltLimits()), Panel.Of(lot, new AltLimits { Unconfirmed = true }));

        // The Belgian rule is confirmed for four to six bids only.
        string[] unconfirmed = ["BE-KB2017-36-4", "HR-ZJN-289", "LT-VPI-57", "RO-80"];
        Assert.Equal(unconfirmed, off.Methods.Where(reading => reading.IsUnconfirmed).Select(reading => reading.Method.Id).Order(StringComparer.Ordinal));
        Assert.All(unconfirmed, id => Assert.Equal((Verdict.NotAssessable, "unconfirmed"), (Reading(off, id).Verdict, Reading(off, id).Lacks?.Lacks)));
        Assert.Contains(off.Remarks, remark => remark.En.StartsWith("Not reckoned: ", StringComparison.Ordinal) && remark.En.Contains("Croatia: older rule at art. 289 ZJN (the rule is not confirmed and is switched off", StringComparison.Ordinal));
        Assert.Equal(Verdict.Flagged, Reading(on, "RO-80").Verdict);
        Assert.Contains(on.Remarks, remark => remark.En.StartsWith("For comparison", StringComparison.Ordinal) && remark.En.Contains("Romania: 80 % of the estimate (not confirmed)", StringComparison.Ordinal));
        Assert.Contains("This rule is not confirmed.", Json(on), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bid_that_takes_a_question_away_is_named()
    {
        // 75 is 25 % below 100; 80 stands between.
        var result = Panel.Of(Lot(75, 100, 80), new AltLimits());

        Assert.Equal(Verdict.Clear, result.Verdict);
        Assert.Contains(new Hinge(1, 0, WouldAsk: true), result.Hinges);
        Assert.Contains(result.Remarks, remark => remark.En == "Without TEN-0003, TEN-0001 would be asked about according to the comparisons.");
    }

    [Fact]
    public void The_price_at_which_a_mean_tips_counts_that_the_price_moves_the_mean()
    {
        var comparison = Panel.Of(Lot(80, 100, 110), new AltLimits()).Comparisons.Single(comparison => comparison.Id == BidComparison.ShareOfMean);

        // 70 % of (p + 210) / 3 is p at 147 / 2.3.
        Assert.Equal(63.913043m, Math.Round(comparison.TipPrice, 6));
        Assert.Contains(Panel.Of(Lot(63.91m, 100, 110), new AltLimits()).Comparisons, each => each.Id == BidComparison.ShareOfMean && each.Asks);
        Assert.DoesNotContain(Panel.Of(Lot(63.92m, 100, 110), new AltLimits()).Comparisons, each => each.Id == BidComparison.ShareOfMean && each.Asks);
    }

    [Fact]
    public void A_tip_is_two_neighbouring_prices_between_which_the_conclusion_changes()
    {
        var tip = Assert.Single(Reading(Panel.Of(Lot(90, 95, 100, 105, 130), new AltLimits()), "BE-KB2017-36-4").Tips);

        Assert.Equal(new Tip(0, 85.00m, 85.01m), tip);
    }

    [Fact]
    public void Prices_of_different_quantities_are_compared_by_the_unit_as_well()
    {
        var lot = Lot() with
        {
            Bids =
            [
                new PanelBid("A", 1000) { Quantity = 10, Unit = "H87", UnitPrice = 100 },
                new PanelBid("B", 1010) { Quantity = 20, Unit = "H87", UnitPrice = 50.50m },
                new PanelBid("C", 1990) { Quantity = 20, Unit = "H87", UnitPrice = 95 },
            ],
        };
        var result = Panel.Of(lot, new AltLimits());

        var gap = result.Comparisons.Single(comparison => comparison.Id == "unit-gap-to-next");
        Assert.Equal(("B", true), (result.Lot.Bids[gap.Bid].Id, gap.Asks));
        Assert.Equal([1], result.Asking);
        Assert.Contains(result.Remarks, remark => remark.En == "C: 20 × EUR 95 is not the total price EUR 1,990.");
        Assert.DoesNotContain(result.Remarks, remark => remark.En.StartsWith("B:", StringComparison.Ordinal));
    }

    [Fact]
    public void Past_awards_of_the_same_unit_and_currency_are_context_and_no_ground()
    {
        var lot = Lot() with
        {
            Bids = [new PanelBid("A", 600) { Quantity = 10, Unit = "H87" }, new PanelBid("B", 650) { Quantity = 10, Unit = "H87" }],
            PastAwards =
            [
                new("1", 1000, "EUR", 10, "H87"), new("2", 2200, "EUR", 20, "H87"), new("3", 90, "EUR", 1, "H87"), new("4", 500, "SEK", 10, "H87"), new("5", 10, "EUR", 10, "KGM"),
            ],
        };
        var result = Panel.Of(lot, new AltLimits());

        Assert.Equal((60m, 100m, 60m, 3), (result.Past!.UnitPrice, result.Past.Median, result.Past.Percent, result.Past.Awards.Count));
        Assert.Equal(Verdict.Clear, result.Verdict);
        Assert.Null(Panel.Of(lot with { PastAwards = [.. lot.PastAwards.Skip(1)] }, new AltLimits()).Past);
    }

    [Fact]
    public void Prices_with_VAT_are_compared_with_the_estimate_only_where_the_rate_is_known()
    {
        var lot = Lot(84.7m, 110) with { PricesIncludeVat = true, Estimate = 100 };

        Assert.DoesNotContain(Panel.Of(lot, new AltLimits()).Comparisons, comparison => comparison.Id == BidComparison.ShareOfEstimate);
        Assert.Contains(Panel.Of(lot, new AltLimits()).Needs, need => need.Name == "vat");
        Assert.Equal(70m, Panel.Of(lot with { VatPercent = 21 }, new AltLimits()).Comparisons.Single(comparison => comparison.Id == BidComparison.ShareOfEstimate).Percent);
    }

    [Fact]
    public void Without_prices_nothing_is_said_and_what_is_needed_is_named()
    {
        var result = Panel.Of(new PanelLot { Bids = [] }, new AltLimits());

        Assert.Equal(Verdict.NotAssessable, result.Verdict);
        Assert.Equal(["bids", "estimate", "base-budget", "nature", "award-criteria", "quantities", "past-awards", "explanation"], result.Needs.Select(need => need.Name));
    }

    [Fact]
    public void With_very_many_tenders_the_remarks_say_that_it_was_not_reckoned_what_the_outcome_hangs_on()
    {
        var result = Panel.Of(Lot([.. Enumerable.Range(0, 51).Select(place => 100m + place)]), new AltLimits());

        Assert.Empty(result.Hinges);
        Assert.Contains(result.Remarks, remark => remark.En.StartsWith("With more than 50 tenders", StringComparison.Ordinal));
    }

    [Fact]
    public void A_free_tender_is_compared_and_not_refused()
    {
        var result = Panel.Of(Lot(0, 100, 110), new AltLimits());

        Assert.Equal([0], result.Asking);
        Assert.Null(result.Screens.Difference);
        Assert.Equal(Verdict.NotAssessable, Panel.Of(Lot(0, 0), new AltLimits()).Verdict);
    }

    [Fact]
    public void A_price_that_cannot_be_one_is_a_fault_of_the_caller() => Assert.Throws<ArgumentException>(() => Panel.Of(Lot(-1, 5), new AltLimits()));

    [Fact]
    public void The_JSON_has_for_each_method_whether_it_applies_its_verdict_its_figures_and_the_bids()
    {
        using var json = JsonDocument.Parse(Json(Panel.Of(Lot(70, 95, 100, 105, 130), new AltLimits())));
        var methods = json.RootElement.GetProperty("methods");

        Assert.Equal(MethodList.All.Select(method => method.Id), methods.EnumerateObject().Select(method => method.Name));
        var belgium = methods.GetProperty("BE-KB2017-36-4");
        Assert.Equal((false, "flagged", 85m), (belgium.GetProperty("applies").GetBoolean(), belgium.GetProperty("verdict").GetString(), belgium.GetProperty("figures").GetProperty("limit").GetDecimal()));
        Assert.Equal(["TEN-0001"], belgium.GetProperty("flagged").EnumerateArray().Select(bid => bid.GetString()));
        Assert.Equal("notAssessable", methods.GetProperty("IT-METHOD-A").GetProperty("verdict").GetString());
        Assert.Equal("base-budget", methods.GetProperty("IT-METHOD-A").GetProperty("lacks").GetString());
    }

    internal static string Json(PanelResult result)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) PanelJson.Write(writer, result);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
