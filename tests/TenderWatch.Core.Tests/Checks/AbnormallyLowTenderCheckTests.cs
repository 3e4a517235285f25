using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.AbnormallyLow;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Testing;

namespace TenderWatch.Core.Tests.Checks;

public sealed class AbnormallyLowTenderCheckTests
{
    private static readonly AbnormallyLowTenderCheck Check = new(new AltLimits());

    private static Finding Judge(params CaseNotice[] notices) => Assert.Single(Check.Run(Given.Case(notices)));

    [Fact]
    public void Harderwijk_is_clear_with_its_exact_figures()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);

        var finding = Judge(Given.Real(SharedData.File("eforms/result/00595577-2024_29_NLD.xml"), "ted:595577-2024"));

        Assert.Equal(Verdict.Clear, finding.Verdict);
        Assert.Equal("LOT-0000", finding.Subject);
        Assert.Equal(4, finding.Figure("bids-compared"));
        Assert.Equal([2268620.40m, 2440070.62m, 2551506.00m, 3257258.17m], finding.Figures.Where(figure => figure.Id.StartsWith("price/", StringComparison.Ordinal)).Select(figure => figure.Value));
        Assert.Equal(2629363.80m, finding.Figure("mean"));
        Assert.Equal(7.03m, finding.Figure("gap-to-next/TEN-0001"));
        Assert.Equal(1952056.50m, finding.Figure("gap-to-next-limit/TEN-0001"));
        Assert.Equal(86.28m, finding.Figure("share-of-mean/TEN-0001"));
        Assert.Equal(75.62m, finding.Figure("share-of-estimate/TEN-0001"));
        Assert.Contains("Directive 2014/24/EU art. 69", finding.LegalBasis);
        Assert.DoesNotContain("Aanbestedingswet 2012 art. 3.74", finding.LegalBasis);
    }

    [Fact]
    public void Two_winners_of_one_lot_without_prices_cannot_be_assessed_and_three_facts_are_missing()
    {
        var finding = Judge(Given.Sample("99000001-2025"), Given.Sample("99000002-2025"));

        Assert.Equal(Verdict.NotAssessable, finding.Verdict);
        Assert.Equal(["BT-720", "BT-759", "BT-27"], finding.Fields());
        Assert.Contains("Kaifa Technology Netherlands B.V. (TEN-0001): not stated", finding.Missing[0].Why.En, StringComparison.Ordinal);
        Assert.Contains("Aanbestedingswet 2012 art. 3.74", finding.LegalBasis);
    }

    [Fact]
    public void The_fictional_low_price_asks_for_an_explanation_by_every_comparison()
    {
        var finding = Judge(Given.Sample("99000003-2025"), Given.Sample("99000004-2025"));

        Assert.Equal(Verdict.Flagged, finding.Verdict);
        Assert.Equal("De prijs van Langeweg Modules B.V. (fictief) (TEN-0001) vraagt om een toelichting.", finding.Summary.Nl);
        Assert.Equal(43.14m, finding.Figure("gap-to-next/TEN-0001"));
        Assert.Equal(59.09m, finding.Figure("share-of-mean/TEN-0001"));
        Assert.Equal(52.00m, finding.Figure("share-of-estimate/TEN-0001"));
        Assert.Contains(finding.Reasons, reason => reason.Nl == "Langeweg Modules B.V. (fictief) (TEN-0001) ligt 43,14 % onder de eerstvolgende inschrijving Zilverlijn Datacom B.V. (fictief) (TEN-0002); de Duitse grens is 20 %. De prijs ligt EUR 5.080.000 onder die grens: deze vergelijking vraagt om een toelichting.");
        Assert.Empty(finding.Missing);
    }

    [Theory]
    [InlineData(80.00, Verdict.Flagged)]
    [InlineData(80.01, Verdict.Clear)]
    public void A_gap_of_exactly_the_limit_asks_for_an_explanation(double bid, Verdict verdict) =>
        Assert.Equal(verdict, Judge(Given.Bids((decimal)bid, 100m, 101m)).Verdict);

    [Theory]
    [InlineData(70.00, Verdict.Flagged)]
    [InlineData(70.01, Verdict.Clear)]
    public void A_price_of_exactly_the_limit_of_the_estimate_asks_for_an_explanation(double bid, Verdict verdict)
    {
        var call = Given.Call(Given.Empty with { Lots = [new Lot { Id = "LOT-0001", EstimatedValue = Given.Euro(100) }] });

        Assert.Equal(verdict, Judge(call, Given.Bids((decimal)bid)).Verdict);
    }

    [Theory]
    [InlineData(84, true)]
    [InlineData(84.01, false)]
    public void A_price_of_exactly_the_limit_of_the_mean_asks_for_an_explanation(double bid, bool asks)
    {
        // The mean is 120 and the next bid is near: only the mean can make the lowest bid ask.
        var finding = Judge(Given.Bids((decimal)bid, 85m, 275m - (decimal)bid));

        Assert.Equal(120m, finding.Figure("mean"));
        Assert.Equal(asks, finding.Reasons.Any(reason => reason.En.StartsWith("TEN-0001", StringComparison.Ordinal) && reason.En.EndsWith("asks for an explanation.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Equal_lowest_prices_have_no_gap()
    {
        var finding = Judge(Given.Bids(100m, 100m, 130m));

        Assert.Equal(Verdict.Clear, finding.Verdict);
        Assert.Equal(0m, finding.Figure("gap-to-next/TEN-0001"));
    }

    [Fact]
    public void A_winner_that_is_not_the_lowest_is_compared_with_its_own_next_bid()
    {
        var finding = Judge(Given.Bids([Given.Bid(1, Given.Euro(95)), Given.Bid(2, Given.Euro(100), won: true), Given.Bid(3, Given.Euro(130))]));

        Assert.Equal(5m, finding.Figure("gap-to-next/TEN-0001"));
        Assert.Equal(23.08m, finding.Figure("gap-to-next/TEN-0002"));
        Assert.Equal("The price of TEN-0002 asks for an explanation.", finding.Summary.En);
    }

    [Fact]
    public void Amounts_of_winners_alone_may_be_shares_and_are_not_compared()
    {
        var finding = Judge(Given.Bids([Given.Bid(1, Given.Euro(355), won: true), Given.Bid(2, Given.Euro(237), won: true)]));

        Assert.Equal(Verdict.NotAssessable, finding.Verdict);
        Assert.Contains(finding.Reasons, reason => reason.En.Contains("shares of one contract", StringComparison.Ordinal));
        Assert.Contains("BT-720", finding.Fields());
    }

    [Fact]
    public void Several_winners_beside_a_losing_price_are_compared_with_a_caution()
    {
        var finding = Judge(Given.Bids([Given.Bid(1, Given.Euro(98), won: true), Given.Bid(2, Given.Euro(99), won: true), Given.Bid(3, Given.Euro(100))]));

        Assert.Equal(Verdict.Clear, finding.Verdict);
        Assert.Contains(finding.Reasons, reason => reason.En.Contains("more than one winner", StringComparison.Ordinal));
    }

    [Fact]
    public void A_withheld_price_is_never_zero_and_its_release_date_is_told()
    {
        var notice = Given.Empty with { Withheld = [new WithheldField { Field = "win-ten-val", At = "TEN-0002", Until = new DateOnly(2032, 12, 31) }] };
        var finding = Judge(Given.Bids([Given.Bid(1, Given.Euro(100), won: true), Given.Bid(2, Money.Withheld), Given.Bid(3, Given.Euro(110))], notice: notice));

        Assert.Equal(Verdict.Clear, finding.Verdict);
        Assert.Equal(2, finding.Figure("bids-compared"));
        Assert.Equal(105m, finding.Figure("mean"));
        Assert.Contains("TEN-0002: niet openbaar tot 31 december 2032 (BT-198)", finding.Missing.Single(missing => missing.Field == "BT-720").Why.Nl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.01)]
    [InlineData(1)]
    [InlineData(-5)]
    [InlineData(1e20)]
    public void An_amount_that_is_no_price_is_not_compared(double amount)
    {
        var finding = Judge(Given.Bids([Given.Bid(1, Given.Euro(100), won: true), Given.Bid(2, Given.Euro((decimal)amount)), Given.Bid(3, Given.Euro(110))]));

        Assert.Equal(Verdict.Clear, finding.Verdict);
        Assert.Equal(2, finding.Figure("bids-compared"));
        Assert.Contains("BT-720", finding.Fields());
    }

    [Fact]
    public void Variants_do_not_compete_on_price()
    {
        var finding = Judge(Given.Bids([Given.Bid(1, Given.Euro(100), won: true), Given.Bid(2, Given.Euro(20)) with { Variant = true }, Given.Bid(3, Given.Euro(110))], Given.Result(2)));

        Assert.Equal(Verdict.Clear, finding.Verdict);
        Assert.Contains(finding.Reasons, reason => reason.En == "1 variant(s) are left out (BT-193).");
    }

    [Fact]
    public void Prices_in_two_currencies_are_not_compared()
    {
        var finding = Judge(Given.Bids([Given.Bid(1, Given.Euro(10), won: true), Given.Bid(2, Money.Of(1000, "SEK"))]));

        Assert.Equal(Verdict.NotAssessable, finding.Verdict);
        Assert.Contains(finding.Reasons, reason => reason.En.Contains("EUR, SEK", StringComparison.Ordinal));
    }

    [Fact]
    public void An_estimate_in_another_currency_is_not_compared()
    {
        var call = Given.Call(Given.Empty with { Lots = [new Lot { Id = "LOT-0001", EstimatedValue = Money.Of(1000, "SEK") }] });
        var finding = Judge(call, Given.Bids(100m));

        Assert.Equal(Verdict.NotAssessable, finding.Verdict);
        Assert.Contains(finding.Reasons, reason => reason.En.Contains("SEK", StringComparison.Ordinal));
    }

    [Fact]
    public void Prices_that_are_all_far_below_the_estimate_put_the_estimate_in_question()
    {
        var call = Given.Call(Given.Empty with { Lots = [new Lot { Id = "LOT-0001", EstimatedValue = Given.Euro(1000) }] });

        Assert.Contains(Judge(call, Given.Bids(100m, 101m)).Reasons, reason => reason.En.Contains("the estimate may be too high", StringComparison.Ordinal));
        Assert.DoesNotContain(Judge(call, Given.Bids(100m, 900m)).Reasons, reason => reason.En.Contains("the estimate may be too high", StringComparison.Ordinal));
    }

    [Fact]
    public void Four_prices_of_five_received_tenders_are_said_to_be_four_of_five()
    {
        var finding = Judge(Given.Bids([.. Enumerable.Range(1, 4).Select(number => Given.Bid(number, Given.Euro(99 + number), number == 1))], Given.Result(5)));

        Assert.Equal(Verdict.Clear, finding.Verdict);
        Assert.Contains(finding.Reasons, reason => reason.Nl == "Van 4 van de 5 ontvangen inschrijvingen is een vergelijkbare prijs openbaar.");
        Assert.Contains("1 tender(s) received not listed", finding.Missing.Single().Why.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_received_than_listed_is_a_contradiction_in_words()
    {
        var finding = Judge(Given.Bids([Given.Bid(1, Given.Euro(100), won: true), Given.Bid(2, Given.Euro(105))], Given.Result(1)));

        Assert.Contains(finding.Reasons, reason => reason.En.Contains("contradict each other", StringComparison.Ordinal));
    }

    [Fact]
    public void A_single_tender_misses_no_price_of_another()
    {
        var finding = Judge(Given.Bids([Given.Bid(1, Given.Euro(100), won: true)], Given.Result(1)));

        Assert.Equal(Verdict.NotAssessable, finding.Verdict);
        Assert.Equal(["BT-27"], finding.Fields());
    }

    [Fact]
    public void A_withheld_count_says_until_when()
    {
        var result = Given.Result(null, counts: ("tenders", null));
        var notice = Given.Empty with { Withheld = [new WithheldField { Field = "rec-sub-cou", At = "RES-0001", Until = new DateOnly(2033, 1, 1) }] };
        var finding = Judge(Given.Bids([Given.Bid(1, Given.Euro(100), won: true)], result, notice));

        Assert.Contains("withheld until 1 January 2033", finding.Missing.Single(missing => missing.Field == "BT-759").Why.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_stated_range_is_shown_and_named_where_it_does_not_fit()
    {
        var result = Given.Result(2) with { Lowest = Given.Euro(120), Highest = Given.Euro(90) };
        var outside = Given.Result(2) with { Lowest = Given.Euro(101), Highest = Given.Euro(130) };
        Bid[] bids = [Given.Bid(1, Given.Euro(100), won: true), Given.Bid(2, Given.Euro(110))];

        Assert.Equal(120m, Judge(Given.Bids(bids, result)).Figure("lowest-stated"));
        Assert.Contains(Judge(Given.Bids(bids, result)).Reasons, reason => reason.En.Contains("stated higher than the highest", StringComparison.Ordinal));
        Assert.Contains(Judge(Given.Bids(bids, outside)).Reasons, reason => reason.En.StartsWith("TEN-0001 (EUR 100) is outside", StringComparison.Ordinal));
    }

    [Fact]
    public void Tenders_that_the_buyer_set_aside_for_their_price_are_named()
    {
        var result = Given.Result(3, counts: ("t-verif-inad-low", 1));
        var finding = Judge(Given.Bids([Given.Bid(1, Given.Euro(100), won: true), Given.Bid(2, Given.Euro(110)), Given.Bid(3, null)], result));

        Assert.Contains(finding.Reasons, reason => reason.En.StartsWith("The buyer itself set 1 tender(s) aside", StringComparison.Ordinal));
    }

    [Fact]
    public void Before_the_award_bids_are_not_public()
    {
        var finding = Judge(Given.Call());

        Assert.Equal(("procurement", Verdict.NotAssessable), (finding.Subject, finding.Verdict));
        Assert.Equal(["BT-720", "BT-759", "BT-27"], finding.Fields());
    }

    [Fact]
    public void A_lot_closed_without_a_winner_has_no_finding_beside_one_that_was_awarded()
    {
        var award = Given.Award(Given.Empty with
        {
            Results = [Given.Result(2), Given.Result(0, "LOT-0002", "clos-nw"), Given.Result(null, "LOT-0003", "open-nw")],
            Bids = [Given.Bid(1, Given.Euro(100), won: true), Given.Bid(2, Given.Euro(110))],
        });

        var findings = Check.Run(Given.Case(award));

        Assert.Equal(["LOT-0001", "LOT-0003"], findings.Select(finding => finding.Subject));
        Assert.Equal(Verdict.NotAssessable, findings[1].Verdict);
    }

    [Fact]
    public void Nothing_awarded_at_all_is_not_assessable_rather_than_clear()
    {
        var finding = Judge(Given.Award(Given.Empty with { Results = [Given.Result(0, status: "clos-nw")] }));

        Assert.Equal(("procurement", Verdict.NotAssessable), (finding.Subject, finding.Verdict));
    }

    [Fact]
    public void Lots_awarded_in_two_notices_are_each_judged_by_their_own()
    {
        var first = Given.Bids(100m, 110m);
        var second = Given.In(Given.Empty with
        {
            FormType = "result",
            Results = [Given.Result(2, "LOT-0002")],
            Bids = [Given.Bid(1, Given.Euro(50), won: true, lot: "LOT-0002"), Given.Bid(2, Given.Euro(100), lot: "LOT-0002")],
        }, "ted:3-2025");

        var findings = Check.Run(Given.Case(first, second));

        Assert.Equal([("LOT-0001", Verdict.Clear), ("LOT-0002", Verdict.Flagged)], findings.Select(finding => (finding.Subject, finding.Verdict)));
        Assert.All(findings[1].Figures, figure => Assert.All(figure.Origins, origin => Assert.Equal("ted:3-2025", origin.Notice.ToString())));
    }

    [Fact]
    public void A_modification_does_not_hide_the_prices_of_the_award()
    {
        var modification = Given.In(Given.Empty with { FormType = "cont-modif", Results = [Given.Result()], Bids = [Given.Bid(1, Given.Euro(60), won: true)] }, "ted:9-2026");

        Assert.Equal(2, Judge(Given.Bids(100m, 110m), modification).Figure("bids-compared"));
    }

    [Fact]
    public void Every_figure_names_where_it_comes_from()
    {
        var finding = Judge(Given.Sample("99000003-2025"), Given.Sample("99000004-2025"));

        Assert.All(finding.Figures, figure => Assert.NotEmpty(figure.Origins));
        Assert.Equal(["BT-720", "BT-27"], finding.Figures.Single(figure => figure.Id == "share-of-estimate/TEN-0001").Origins.Select(origin => origin.Field));
    }

    [Fact]
    public void Prices_below_a_cent_are_shown_as_written_and_their_sums_are_right()
    {
        var finding = Judge(Given.Bids(0.0345m, 0.0421m, 0.0480m));
        Assert.Equal(0.041533m, finding.Figure("mean"));
        Assert.Contains(finding.Reasons, reason => reason.En.Contains("EUR 0.005427", StringComparison.Ordinal));
        Assert.Equal("EUR 0.0345", Wording.En.Money(0.0345m, "EUR"));
    }

    [Theory]
    [InlineData("32014L0025", "Directive 2014/25/EU art. 84", "Directive 2014/24/EU art. 69")]
    [InlineData("32014L0024", "Directive 2014/24/EU art. 69", "Aanbestedingswet 2012 art. 3.74")]
    [InlineData("32014L0023", "Aanbestedingswet 2012 art. 2.116", "Directive 2014/25/EU art. 84")]
    public void The_directive_named_is_that_of_the_notice(string basis, string named, string other)
    {
        var finding = Judge(Given.Bids([Given.Bid(1, Given.Euro(90), won: true), Given.Bid(2, Given.Euro(100))], notice: Given.Empty with { LegalBasis = basis }));
        Assert.Contains(named, finding.LegalBasis);
        Assert.DoesNotContain(other, finding.LegalBasis);
    }
}
