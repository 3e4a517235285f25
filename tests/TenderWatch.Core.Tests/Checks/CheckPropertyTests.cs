using CsCheck;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.AbnormallyLow;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Tests.Checks;

public sealed class CheckPropertyTests
{
    private static readonly AbnormallyLowTenderCheck Alt = new(new AltLimits());

    // Cents from 50.00 up: clear of the placeholders 0, 0.01 and 1 however they are scaled below.
    private static readonly Gen<decimal> Price = Gen.Int[5_000, 5_000_000].Select(cents => cents / 100m);
    private static readonly Gen<decimal[]> Prices = Price.Array[1, 8];

    private static readonly decimal[] Edges =
        [decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 1e15m, 1e-6m, 1e15m + 1, -1m, 0m, 1m, 0.01m];

    private static Verdict VerdictOf(decimal[] prices, decimal estimate) => Alt.Run(Given.Case(
        Given.Call(Given.Empty with { Lots = [new Lot { Id = "LOT-0001", EstimatedValue = Given.Euro(estimate) }] }),
        Given.Bids(prices))).Single().Verdict;

    [Fact]
    public void Scaling_all_prices_changes_no_verdict() => Gen.Select(Prices, Price, Gen.Int[2, 1000]).Sample((prices, estimate, factor) =>
        VerdictOf(prices, estimate) == VerdictOf([.. prices.Select(price => price * factor)], estimate * factor));

    [Fact]
    public void The_order_of_bids_in_the_notice_changes_no_byte() => Gen.Select(Prices, Gen.Int[0, 1000]).Sample((prices, seed) =>
    {
        Bid[] bids = [.. prices.Select((price, place) => Given.Bid(place + 1, Given.Euro(price), place == 0))];
        var shuffled = bids.OrderBy(bid => (bid.Id!.GetHashCode(StringComparison.Ordinal) ^ seed) % 97).Reverse().ToArray();
        return Given.Json(Alt.Run(Given.Case(Given.Bids(bids, Given.Result(bids.Length))))) == Given.Json(Alt.Run(Given.Case(Given.Bids(shuffled, Given.Result(bids.Length)))));
    });

    [Fact]
    public void A_withheld_price_changes_no_figure_of_the_others() => Prices.Where(prices => prices.Length > 1).Sample(prices =>
    {
        Bid[] bids = [.. prices.Select((price, place) => Given.Bid(place + 1, Given.Euro(price), place == 0))];
        var without = Alt.Run(Given.Case(Given.Bids(bids, Given.Result()))).Single();
        var with = Alt.Run(Given.Case(Given.Bids([.. bids, Given.Bid(99, Money.Withheld)], Given.Result()))).Single();
        return without.Verdict == with.Verdict
            && without.Figures.Select(figure => (figure.Id, figure.Value)).SequenceEqual(with.Figures.Select(figure => (figure.Id, figure.Value)));
    });

    [Fact]
    public void The_lowest_price_is_never_told_to_be_dearer_than_the_mean() => Prices.Where(prices => prices.Length > 1).Sample(prices =>
    {
        var finding = Alt.Run(Given.Case(Given.Bids(prices))).Single();
        var lowest = finding.Figures.First(figure => figure.Id.StartsWith("price/", StringComparison.Ordinal));
        return finding.Figure("share-of-mean" + lowest.Id["price".Length..]) <= 100;
    });

    [Fact]
    public void The_same_facts_give_the_same_bytes() => Gen.Select(Prices, Price).Sample((prices, estimate) =>
    {
        string Run() => string.Concat(CheckList.All(new CheckSettings()).Select(check => Given.Json(check.Run(Given.Case(
            Given.Call(Given.Empty with { EstimatedValue = Given.Euro(estimate), Lots = [new Lot { Id = "LOT-0001", Fsr = true }] }), Given.Bids(prices))))));
        return Run() == Run();
    });

    [Fact]
    public void No_amount_that_a_notice_can_write_makes_a_check_fail()
    {
        var hostile = Gen.OneOf(Gen.Decimal, Gen.Int[0, Edges.Length - 1].Select(place => Edges[place]));
        Gen.Select(hostile.Array[0, 6], hostile, hostile).Sample((prices, estimate, quantity) =>
        {
            var lot = new Lot { Id = "LOT-0001", EstimatedValue = Given.Euro(estimate), Quantity = new Quantity(quantity, "H87") };
            var award = Given.Bids([.. prices.Select((price, place) => Given.Bid(place + 1, Given.Euro(price), place == 0))], Given.Result() with { Lowest = Given.Euro(quantity) });
            var facts = Given.Case(
                Given.Call(Given.Empty with { Lots = [lot, lot with { Id = "LOT-0002" }] }),
                award with { Notice = award.Notice with { TotalValue = Given.Euro(estimate), Lots = [lot] } });
            return CheckList.All(new CheckSettings()).All(check => check.Run(facts).Count > 0);
        });
    }

    [Fact]
    public void A_value_is_in_scope_exactly_from_the_threshold_on() => Gen.Int[1, 50_000].Sample(millions =>
    {
        var value = millions * 10_000m;
        var finding = new TenderWatch.Core.Checks.ForeignSubsidies.FsrScopeCheck(new FsrThresholds()).Run(Given.Case(Given.Call(Given.Empty with { EstimatedValue = Given.Euro(value) }))).Single();
        return finding.Verdict == (value >= 250_000_000m ? Verdict.Flagged : Verdict.Clear);
    });
}
