using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.AbnormallyLow;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;

namespace TenderWatch.Core.Tests.Checks;

public sealed class PastAwardsTests
{
    private const string Meters = "38554000";

    private static readonly AbnormallyLowTenderCheck Check = new(new AltLimits());
    private static readonly Notice Lots = Given.Empty with { Cpv = [Meters], Lots = [new Lot { Id = "LOT-0001", Quantity = new Quantity(1000, "C62") }] };
    private static readonly CaseNotice Award = Given.Bids([Given.Bid(1, Given.Euro(60_000), won: true), Given.Bid(2, Given.Euro(61_000))], notice: Lots);

    [Fact]
    public void The_price_of_a_unit_stands_beside_the_median_of_past_awards_with_their_origin()
    {
        var finding = Check.Run(Given.Case(Award) with { PastAwards = [Past(1, 100_000, 1000), Past(2, 180_000, 2000), Past(3, 40_000, 500), Past(4, 1, 1, unit: "KGM"), Past(5, 1, 1, currency: "USD")] }).Single();
        Assert.Equal(90m, finding.Figure("past-median"));
        var origins = finding.Figures.Single(figure => figure.Id == "past-median").Origins;
        Assert.Equal(["ted:1-2024", "ted:2-2024", "ted:3-2024"], origins.Select(origin => origin.Notice.ToString()));
        Assert.Contains("TEN-0001 costs per unit 66.67 % of the median of 3 past awards; context, no ground for a question.", finding.Words());
        Assert.Equal(Check.Run(Given.Case(Award)).Single().Verdict, finding.Verdict);
    }

    [Fact]
    public void Fewer_than_three_past_awards_are_chance_and_say_nothing() =>
        Assert.Null(Check.Run(Given.Case(Award) with { PastAwards = [Past(1, 100_000, 1000), Past(2, 180_000, 2000)] }).Single().Figure("past-median"));

    [Fact]
    public void Of_several_winners_nobody_knows_who_got_how_many()
    {
        var split = Given.Bids([Given.Bid(1, Given.Euro(60_000), won: true), Given.Bid(2, Given.Euro(61_000), won: true), Given.Bid(3, Given.Euro(62_000))], notice: Lots);
        Assert.Null(Check.Run(Given.Case(split) with { PastAwards = [Past(1, 1, 1), Past(2, 2, 1), Past(3, 3, 1)] }).Single().Figure("past-median"));
        Assert.Empty(UnitAward.Of(split.Notice));
    }

    [Fact]
    public void A_notice_tells_a_unit_award_only_with_one_winner_a_stated_price_a_quantity_and_its_unit()
    {
        Assert.Equal([new UnitAward(Meters, "LOT-0001", 60_000, "EUR", 1000, "C62")], UnitAward.Of(Award.Notice));
        Assert.Empty(UnitAward.Of(Award.Notice with { Lots = [Lots.Lots[0] with { Quantity = new Quantity(1000, null) }] }));
        Assert.Empty(UnitAward.Of(Award.Notice with { Lots = [Lots.Lots[0] with { Quantity = new Quantity(0, "C62") }] }));
        Assert.Empty(UnitAward.Of(Award.Notice with { Cpv = [] }));
        Assert.Empty(UnitAward.Of(Award.Notice with { Bids = [Given.Bid(1, null, won: true)] }));
        Assert.Empty(UnitAward.Of(Award.Notice with { Bids = [Given.Bid(1, Given.Euro(0), won: true)] }));
        Assert.Empty(UnitAward.Of(Award.Notice with { Bids = [Given.Bid(1, Given.Euro(5))] }));
    }

    private static PastUnitAward Past(int number, decimal price, decimal quantity, string unit = "C62", string currency = "EUR") => new(
        NoticeKey.Parse($"ted:{number}-2024"), new DateOnly(2024, number, 1), Digest.Of(number.ToString(System.Globalization.CultureInfo.InvariantCulture)), new UnitAward(Meters, "LOT-0001", price, currency, quantity, unit));
}
