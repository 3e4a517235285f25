using System.Text.Json;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Tests.Checks;

namespace TenderWatch.Core.Tests.Cases;

public sealed class FactSheetTests
{
    private static IReadOnlyList<Fact> Sheet(params CaseNotice[] notices) => FactSheet.Of(notices);

    private static Fact Fact(IReadOnlyList<Fact> sheet, string name, string? subject = null) => Assert.Single(sheet, fact => fact.Name == name && fact.Subject == subject);

    [Fact]
    public void The_meter_case_shows_what_parliament_asked_for()
    {
        var sheet = Sheet(Given.Sample("99000001-2025"), Given.Sample("99000002-2025"));

        Assert.Equal("592517432", Fact(sheet, FactNames.TotalValue).Value);
        Assert.Equal(("7933740", "H87"), (Fact(sheet, FactNames.Quantity).Value, Fact(sheet, FactNames.Quantity).Unit));
        var price = Fact(sheet, FactNames.UnitPrice);
        Assert.Equal(("74.68", "EUR", "592517432 / 7933740"), (price.Value, price.Unit, price.Derivation));
        Assert.Equal(["BT-161", "BT-25"], price.Origins.Select(origin => origin.Field));
        Assert.Equal("R3/P2Y", Fact(sheet, FactNames.Renewals, "LOT-0001").Value);
        Assert.Contains(Fact(sheet, FactNames.Renewals, "LOT-0001").Origins, origin => origin is { Field: "BT-57", Quote: "3 x 2 jaar" });
        Assert.Equal(("P14Y", "P8Y + 3 × P2Y"), (Fact(sheet, FactNames.LongestDuration, "LOT-0001").Value, Fact(sheet, FactNames.LongestDuration, "LOT-0001").Derivation));
        Assert.Equal("60", Fact(sheet, FactNames.Share, "TEN-0001").Value);
        Assert.Equal("40", Fact(sheet, FactNames.Share, "TEN-0002").Value);
        Assert.Equal("Kaifa Technology Netherlands B.V.: 60 % van de afname", Assert.Single(Fact(sheet, FactNames.Share, "TEN-0001").Origins).Quote);
        Assert.Equal("Sagemcom Energy & Telecom SAS", Fact(sheet, FactNames.Winner, "TEN-0002").Value);
        Assert.Equal("FRA", Fact(sheet, FactNames.WinnerCountry, "TEN-0002").Value);
        Assert.Equal("true", Fact(sheet, FactNames.Fsr, "LOT-0001").Value);
        Assert.Equal(["Alliander", "Enexis", "Stedin"], sheet.Where(fact => fact.Name == FactNames.Buyer).Select(fact => fact.Value));
        Assert.DoesNotContain(sheet, fact => fact.Name is FactNames.BidValue or FactNames.EstimatedValue);
    }

    [Fact]
    public void Losing_bids_are_shown_with_their_prices()
    {
        var sheet = Sheet(Given.Sample("99000003-2025"), Given.Sample("99000004-2025"));

        Assert.Equal(["12480000.00", "21950000.00", "22600000.00", "23475000.00", "25100000.00"], sheet.Where(fact => fact.Name == FactNames.BidValue).Select(fact => fact.Value));
        Assert.Equal("5", Fact(sheet, FactNames.TendersReceived, "LOT-0001").Value);
        Assert.Equal(4, sheet.Count(fact => fact.Name == FactNames.Bidder));
        Assert.All(sheet, fact => Assert.Contains(fact.Name, FactNames.All));
    }

    [Fact]
    public void The_latest_notice_that_states_a_fact_wins_and_names_itself()
    {
        var sheet = Sheet(
            Given.Call(Given.Empty with { Title = "First", EstimatedValue = Given.Euro(100) }),
            Given.Award(Given.Empty with { Title = "Second", EstimatedValue = Money.Withheld }));

        Assert.Equal("Second", Fact(sheet, FactNames.Title).Value);
        Assert.Equal(("100", "ted:1-2025"), (Fact(sheet, FactNames.EstimatedValue).Value, Fact(sheet, FactNames.EstimatedValue).Origins[0].Notice.ToString()));
    }

    [Fact]
    public void A_placeholder_is_shown_as_such_and_never_reckoned_with()
    {
        var lot = new Lot { Id = "LOT-0001", Quantity = new Quantity(10, "H87") };
        var sheet = Sheet(Given.Award(Given.Empty with { TotalValue = Given.Euro(1), Lots = [lot], Results = [Given.Result()] }));

        Assert.Equal(FactKind.Placeholder, Fact(sheet, FactNames.TotalValue).Kind);
        Assert.DoesNotContain(sheet, fact => fact.Name == FactNames.UnitPrice);
        var withheld = Fact(Sheet(Given.Award(Given.Empty with { TotalValue = Money.Withheld })), FactNames.TotalValue);
        Assert.Equal(("", FactKind.Withheld), (withheld.Value, withheld.Kind));
    }

    private static IReadOnlyList<Fact> Quantities(params (decimal Value, string? Unit)[] quantities) => Sheet(Given.Award(Given.Empty with
    {
        TotalValue = Given.Euro(1000),
        Lots = [.. quantities.Select((quantity, place) => new Lot { Id = $"LOT-{place + 1:0000}", Quantity = new Quantity(quantity.Value, quantity.Unit) })],
        Results = [.. quantities.Select((_, place) => Given.Result(lot: $"LOT-{place + 1:0000}"))],
    }));

    [Fact]
    public void Quantities_are_summed_over_lots_with_one_unit_only()
    {
        var sheet = Quantities((3, "H87"), (4.5m, "H87"));

        Assert.Equal(("7.5", "3 + 4.5"), (Fact(sheet, FactNames.Quantity).Value, Fact(sheet, FactNames.Quantity).Derivation));
        Assert.Equal("133.33", Fact(sheet, FactNames.UnitPrice).Value);
        Assert.DoesNotContain(Quantities((3, "H87"), (4, "MTR")), fact => fact.Name is FactNames.UnitPrice || (fact.Name == FactNames.Quantity && fact.Subject is null));
        Assert.DoesNotContain(Quantities((3, null), (4, null)), fact => fact.Name == FactNames.Quantity && fact.Subject is null);
        Assert.DoesNotContain(Quantities((0, "H87")), fact => fact.Name == FactNames.UnitPrice);
    }

    [Fact]
    public void The_value_of_some_lots_is_not_divided_by_the_quantity_of_all()
    {
        var notice = Given.Award(Given.Empty with
        {
            TotalValue = Given.Euro(1000),
            Lots = [new Lot { Id = "LOT-0001", Quantity = new Quantity(3, "H87") }, new Lot { Id = "LOT-0002", Quantity = new Quantity(4, "H87") }],
            Results = [Given.Result(lot: "LOT-0001"), Given.Result(lot: "LOT-0002", status: "clos-nw")],
        });

        Assert.DoesNotContain(Sheet(notice), fact => fact.Name == FactNames.UnitPrice);
    }

    [Theory]
    [InlineData(3, "3 x 2 jaar", "P8Y", "R3/P2Y", "P14Y")]
    [InlineData(3, "3 × 2 jaar; 3 keer met twee jaar", "P8Y", "R3/P2Y", "P14Y")]
    [InlineData(null, "Twee maal 12 maanden", "P48M", "R2/P12M", "P72M")]
    [InlineData(2, "two times for one year", "P4Y", "R2/P1Y", "P6Y")]
    [InlineData(2, "2 (twee) keer met 6 maanden", "P2Y", "R2/P6M", "P36M")]
    [InlineData(3, "2 x 1 jaar", "P2Y", "3", null)]
    [InlineData(3, "2 x 1 jaar of 3 x 1 jaar", "P2Y", "3", null)]
    [InlineData(2, "in overleg", "P2Y", "2", null)]
    [InlineData(2, "de looptijd is 12 jaar", "P2Y", "2", null)]
    [InlineData(2, "2 x 1 jaar", "UNLIMITED", "R2/P1Y", null)]
    [InlineData(2, "2 x 1 jaar", "P90D", "R2/P1Y", null)]
    [InlineData(2147483647, null, "P2Y", "2147483647", null)]
    public void Renewals_are_read_only_where_the_words_leave_no_doubt(int? count, string? text, string duration, string renewals, string? longest)
    {
        var lot = new Lot { Id = "LOT-0001", Renewals = count, RenewalDescription = text, Duration = duration };
        var sheet = Sheet(Given.Call(Given.Empty with { Lots = [lot] }));

        Assert.Equal(renewals, Fact(sheet, FactNames.Renewals, "LOT-0001").Value);
        Assert.Equal(longest, sheet.SingleOrDefault(fact => fact.Name == FactNames.LongestDuration)?.Value);
    }

    private static IReadOnlyList<Fact> Shares(params (string Name, string Title)[] winners) => Sheet(Given.Bids(
        [.. winners.Select((winner, place) => Given.Bid(place + 1, null, won: true) with { Bidders = [new Party { Name = winner.Name }] })],
        notice: Given.Empty with { Contracts = [.. winners.Select((winner, place) => new Contract { Id = $"CON-{place}", Title = winner.Title, Bids = [$"TEN-{place + 1:0000}"] })] }));

    [Fact]
    public void Shares_count_only_if_every_winner_has_one_and_they_sum_to_100()
    {
        Assert.Equal(["62.5", "37.5"], Shares(("A", "A: 62,5%"), ("B", "37.5 % B")).Where(fact => fact.Name == FactNames.Share).Select(fact => fact.Value));
        Assert.DoesNotContain(Shares(("A", "A: 60 %"), ("B", "B: 30 %")), fact => fact.Name == FactNames.Share);
        Assert.DoesNotContain(Shares(("A", "A: 60 %"), ("B", "B")), fact => fact.Name == FactNames.Share);
        Assert.DoesNotContain(Shares(("Acme", "perceel: 60 %"), ("Bolt", "Bolt: 40 %")), fact => fact.Name == FactNames.Share);
        Assert.DoesNotContain(Shares(("A", "A: 60 % of 40 %"), ("B", "B: 40 %")), fact => fact.Name == FactNames.Share);
    }

    [Fact]
    public void Withheld_fields_carry_their_release_date()
    {
        var sheet = Sheet(Given.Award(Given.Empty with
        {
            Withheld = [new WithheldField { Field = "win-ten-val", At = "TEN-0001", Until = new DateOnly(2032, 12, 31) }, new WithheldField { Field = "not-val" }],
        }));

        var dated = Fact(sheet, FactNames.Withheld, "TEN-0001");
        Assert.Equal((FactKind.Date, "2032-12-31", "win-ten-val"), (dated.Kind, dated.Value, dated.Unit));
        Assert.Equal((FactKind.Withheld, ""), (Fact(sheet, FactNames.Withheld).Kind, Fact(sheet, FactNames.Withheld).Value));
    }

    [Fact]
    public void The_same_bid_id_in_two_notices_stays_two_bids()
    {
        var second = Given.In(Given.Empty with { FormType = "result", Results = [Given.Result(1, "LOT-0002")], Bids = [Given.Bid(1, Given.Euro(50), won: true, lot: "LOT-0002")] }, "ted:3-2025");
        var sheet = Sheet(Given.Bids(100m), second);

        Assert.Equal("100", Fact(sheet, FactNames.BidValue, "TEN-0001 (ted:2-2025)").Value);
        Assert.Equal("50", Fact(sheet, FactNames.BidValue, "TEN-0001 (ted:3-2025)").Value);
    }

    [Fact]
    public void The_sheet_survives_storage()
    {
        var facts = Given.Case(Given.Sample("99000001-2025"), Given.Sample("99000002-2025"));
        var json = JsonSerializer.Serialize(facts.Sheet, NoticeJson.Stored);

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<IReadOnlyList<Fact>>(json, NoticeJson.Stored), NoticeJson.Stored));
    }
}
