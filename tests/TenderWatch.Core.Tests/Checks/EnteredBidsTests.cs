using TenderWatch.Core.Bids;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.AbnormallyLow;
using TenderWatch.Core.Checks.AbnormallyLow.Panels;
using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Checks.ForeignSubsidies.Filings;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Tests.Checks;

public sealed class EnteredBidsTests
{
    private static readonly AbnormallyLowTenderCheck Check = new(new AltLimits());
    private static readonly Notice TwoLots = Given.Empty with { Lots = [new Lot { Id = "LOT-0001", EstimatedValue = Given.Euro(1_200_000m) }, new Lot { Id = "LOT-0002" }] };

    [Fact]
    public void Before_an_award_the_entered_bids_are_judged_and_lots_without_bids_stay_open()
    {
        var facts = Given.Case(Given.Call(TwoLots)) with { Bids = [Given.Entered("LOT-0001", 760_000.50m, 1_000_000m, 1_100_000m)] };

        var findings = Check.Run(facts);

        Assert.Equal([("LOT-0001", Verdict.Flagged), ("procurement", Verdict.NotAssessable)], findings.Select(finding => (finding.Subject, finding.Verdict)));
        Assert.Equal(760_000.50m, findings[0].Figure("price/BID-1"));
        Assert.Equal(953_333.50m, findings[0].Figure("mean"));
        Assert.Equal(800_000m, findings[0].Figure("gap-to-next-limit/BID-1"));
        Assert.Equal(63.33m, findings[0].Figure("share-of-estimate/BID-1"));
        Assert.Contains(findings[0].Words(), words => words.Contains("Tenderer 1 (BID-1)", StringComparison.Ordinal));
        Assert.All(findings[0].Figures.Where(figure => figure.Id != "estimate"), figure => Assert.Contains(figure.Origins, origin => origin.Notice.Source == CaseBids.SourceName));
    }

    [Fact]
    public void They_come_to_what_check_bids_says_of_the_same_file()
    {
        decimal[] prices = [61_000m, 90_000m, 95_500.25m, 100_000m, 112_000m];
        var entered = Given.Entered("LOT-0001", prices);
        var lot = Assert.Single(BidLot.Of(new BidTable(entered.Bids, [], []), new PanelLot { Bids = [], Country = "NLD" }, new AltLimits()));

        var finding = Check.Run(Given.Case(Given.Call(Given.Empty with { Lots = [new Lot { Id = "LOT-0001" }] })) with { Bids = [entered] })[0];

        Assert.Equal(lot.Panel!.Verdict, finding.Verdict);
        Assert.NotEmpty(lot.Panel.Comparisons);
        Assert.All(lot.Panel.Comparisons, comparison => Assert.Equal(comparison.Prices.Limit.Rounded(), finding.Figure($"{comparison.Id}-limit/{entered.Bids.Single(bid => bid.Price == lot.Panel.Lot.Bids[comparison.Bid].Price).Id}")));
    }

    [Fact]
    public void They_take_the_place_of_published_amounts_of_their_lot_and_the_reasons_say_so()
    {
        var award = Given.Bids([Given.Bid(1, Given.Euro(1m), true) with { Bidders = [new Party { Name = "TENDERER 2" }] }, Given.Bid(2, Given.Euro(900_000m))]);
        var facts = Given.Case(award) with { Bids = [Given.Entered("LOT-0001", 950_000m, 1_000_000m)] };

        var finding = Assert.Single(Check.Run(facts));

        Assert.Equal((Verdict.Clear, 2m, 950_000m), (finding.Verdict, finding.Figure("bids-compared"), finding.Figure("price/BID-1")));
        Assert.Null(finding.Figure("price/TEN-0002"));
        Assert.Contains(finding.Words(), words => words.Contains("the amounts in the notice are not used for this lot", StringComparison.Ordinal));
        Assert.Contains(finding.Figures, figure => figure is { Id: "price/BID-2", Label.En: "Tenderer 2 (BID-2): price (awarded)" });
        Assert.DoesNotContain("BT-720", finding.Fields());
    }

    [Fact]
    public void Bids_for_different_quantities_are_compared_by_the_unit_too()
    {
        var entered = Given.Entered("LOT-0001", 900m, 1000m, 1010m);
        entered = entered with { Bids = [.. entered.Bids.Select((bid, place) => bid with { Quantity = place == 0 ? 30 : 10 })] };

        var finding = Check.Run(Given.Case(Given.Call(TwoLots with { Lots = [new Lot { Id = "LOT-0001" }] })) with { Bids = [entered] })[0];

        Assert.Equal((Verdict.Flagged, 30m, 80m), (finding.Verdict, finding.Figure("unit-price/BID-1"), finding.Figure("unit-gap-to-next-limit/BID-1")));
        Assert.Equal("(100 - 30) / 100", finding.Figures.Single(figure => figure.Id == "unit-gap-to-next/BID-1").Derivation);
    }

    [Fact]
    public void A_bid_of_nothing_is_a_price_and_variants_alone_cannot_be_judged()
    {
        Verdict Of(CaseBids bids) => Check.Run(Given.Case(Given.Call(TwoLots with { Lots = [new Lot { Id = "LOT-0001" }] })) with { Bids = [bids] })[0].Verdict;
        var entered = Given.Entered("LOT-0001", 0m, 100m);

        Assert.Equal(Verdict.Flagged, Of(entered));
        Assert.Equal(Verdict.NotAssessable, Of(entered with { Bids = [.. entered.Bids.Select(bid => bid with { IsVariant = true })] }));
    }

    [Theory]
    [InlineData("BID-1")]
    [InlineData("tenderer-1")]
    [InlineData("TEN-0001")]
    public void A_filing_is_that_of_a_tenderer_whatever_name_of_it_the_record_has(string recorded)
    {
        var award = Given.Bids([Given.Bid(1, Given.Euro(290_000_000m), true) with { Bidders = [new Party { Name = "Tenderer 1." }] }], notice: Given.Empty with { EstimatedValue = Given.Euro(300_000_000m), Lots = [new Lot { Id = "LOT-0001", Fsr = true }] });
        var findings = new FsrFilingsCheck(new FsrThresholds(), CommissionCalendar.Shipped).Run(Given.Case(award) with
        {
            Bids = [Given.Entered("LOT-0001", 290_000_000m)],
            Filings = [new FsrFiling { Bidder = recorded, Stage = FilingStage.Tender, Kind = FilingKind.Declaration, Complete = new DateOnly(2026, 3, 16) }],
        });

        Assert.Equal(("TEN-0001", Verdict.Clear), findings.Select(finding => (finding.Subject, finding.Verdict)).Last());
        Assert.DoesNotContain(findings.SelectMany(finding => finding.Missing), missing => missing.Name.En.StartsWith("Filing of", StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_tendered_owes_a_filing_until_one_is_recorded()
    {
        var call = Given.Call(Given.Empty with { EstimatedValue = Given.Euro(300_000_000m), Lots = [new Lot { Id = "LOT-0001", Fsr = true }] });
        var facts = Given.Case(call) with
        {
            Bids = [Given.Entered("LOT-0001", 290_000_000m, 310_000_000m)],
            Filings = [new FsrFiling { Bidder = "BID-2", Stage = FilingStage.Tender, Kind = FilingKind.Declaration, Complete = new DateOnly(2026, 3, 16) }],
        };

        var findings = new FsrFilingsCheck(new FsrThresholds(), CommissionCalendar.Shipped).Run(facts);

        Assert.Equal([("procurement", Verdict.NotAssessable), ("Tenderer 2", Verdict.Clear)], findings.Select(finding => (finding.Subject, finding.Verdict)));
        Assert.Contains(findings[0].Missing, missing => missing.Name.En == "Filing of Tenderer 1");
        Assert.DoesNotContain(findings[0].Missing, missing => missing.Name.En == "Filing of Tenderer 2");
    }
}
