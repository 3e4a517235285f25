using CsCheck;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.AbnormallyLow.Methods;
using TenderWatch.Core.Checks.AbnormallyLow.Panels;

namespace TenderWatch.Core.Tests.Checks.AbnormallyLow;

public sealed class PanelPropertyTests
{
    private static readonly AltLimits All = new() { Unconfirmed = true };

    // Few different prices beside many, so that ties and prices exactly at a limit come up often.
    private static readonly Gen<decimal> Price = Gen.OneOf(Gen.Int[5, 20].Select(tens => tens * 10m), Gen.Int[5_000, 20_000].Select(cents => cents / 100m));
    private static readonly Gen<decimal[]> Prices = Price.Array[1, 9];

    private static readonly Gen<decimal> Hostile = Gen.OneOf(
        Gen.Long[1, 1_000_000_000_000_000].Select(whole => whole / 7m), Price, OneOf(0m, 1e15m, 1e15m - 0.01m, 1e-6m, 1e-6m + 0.0000000000000000000000000001m, 1m, 3.3333333333333333333333333333m));

    private static Gen<decimal> OneOf(params decimal[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);

    private static PanelLot Lot(decimal[] prices, decimal other) => PanelTests.Lot(prices) with { Estimate = other, BaseBudget = other };

    private static string Shape(PanelResult result) => string.Join('\n', result.Methods
        .Select(reading => $"{reading.Method.Id} {reading.Verdict} {string.Join(',', reading.Flagged)} {reading.Lacks?.Lacks}")
        .Append($"{result.Verdict} {string.Join(',', result.Asking)}"));

    [Fact]
    public void Scaling_all_prices_and_the_estimate_changes_no_verdict() => Gen.Select(Prices, Price, Gen.Int[2, 1000]).Sample((prices, other, factor) =>
        Shape(Panel.Of(Lot(prices, other), All, sensitivity: false)) == Shape(Panel.Of(Lot([.. prices.Select(price => price * factor)], other * factor), All, sensitivity: false)));

    [Fact]
    public void The_order_of_bids_changes_no_byte() => Gen.Select(Prices, Price).SelectMany(pair => Gen.Shuffle(Enumerable.Range(0, pair.Item1.Length).ToArray()).Select(order => (pair.Item1, pair.Item2, order))).Sample(given =>
    {
        var lot = Lot(given.Item1, given.Item2);
        return PanelTests.Json(Panel.Of(lot, All)) == PanelTests.Json(Panel.Of(lot with { Bids = [.. given.order.Select(place => lot.Bids[place])] }, All));
    }, iter: 40);

    [Fact]
    public void Equal_prices_are_judged_equally() => Gen.Select(Prices, Price).Sample((prices, other) =>
    {
        var result = Panel.Of(Lot(prices, other), All, sensitivity: false);
        return result.Methods.All(reading => reading.Flagged.All(bid =>
            Enumerable.Range(0, prices.Length).Where(place => result.Lot.Bids[place].Price == result.Lot.Bids[bid].Price).All(place => reading.Flagged.Contains(place))));
    });

    [Fact]
    public void A_higher_losing_bid_clears_no_question_and_no_method_without_the_reason_naming_it() => Gen.Select(Prices, Price, Price).Sample((prices, other, above) =>
    {
        var before = Panel.Of(Lot(prices, other), All, sensitivity: false);
        var after = Panel.Of(Lot([.. prices, prices.Min() + above], other), All);
        var added = after.Lot.Bids.Select((bid, place) => (bid, place)).Single(pair => pair.bid.Id == $"TEN-{prices.Length + 1:0000}").place;
        string Id(PanelResult result, int bid) => result.Lot.Bids[bid].Id;
        bool Told(IEnumerable<int> had, IEnumerable<int> has, IEnumerable<Hinge> hinges) => had.Select(bid => Id(before, bid)).Except(has.Select(bid => Id(after, bid)))
            .All(cleared => hinges.Any(hinge => hinge.WouldAsk && hinge.Without == added && Id(after, hinge.Bid) == cleared));
        return Told(before.Asking, after.Asking, after.Hinges)
            && after.Hinges.All(hinge => after.Remarks.Any(remark => remark.En.StartsWith($"Without {Id(after, hinge.Without)}, ", StringComparison.Ordinal) && remark.En.Contains(Id(after, hinge.Bid), StringComparison.Ordinal)))
            && before.Methods.Zip(after.Methods).All(pair => Told(pair.First.Flagged, pair.Second.Flagged, pair.Second.Hinges));
    }, iter: 300);

    [Fact]
    public void No_price_in_range_makes_the_panel_fail_and_what_is_flagged_has_figures() => Gen.Select(Hostile.Array[0, 20], Hostile, Hostile).Sample((prices, estimate, budget) =>
    {
        var lot = PanelTests.Lot(prices) with { Estimate = estimate, BaseBudget = budget };
        var result = Panel.Of(lot with { Bids = [.. lot.Bids.Select(bid => bid with { Quantity = budget, UnitPrice = estimate })] }, All, sensitivity: prices.Length < 6);
        return PanelTests.Json(result).Length > 0
            && result.Methods.All(reading => reading.Verdict == Verdict.NotAssessable ? reading.Lacks is not null && reading.Figures.Count == 0 : reading.Figures.Count > 0);
    }, iter: 300);

    [Fact]
    public void No_discount_in_range_makes_a_method_fail() => Gen.OneOf(Gen.Decimal[-100_000m, 100m], OneOf(0m, 100m, -100_000m, 0.0000000000000000000000000001m)).Array[0, 40].Sample(discounts =>
        MethodList.All.All(method => method.Judge(new MethodInput { Discounts = discounts }) is not null));

    [Fact]
    public void A_tip_is_true_of_the_method() => Gen.Select(Prices, Price).Sample((prices, other) =>
    {
        var result = Panel.Of(Lot(prices, other), All);
        return result.Methods.All(reading => reading.Tips.All(tip => Asks(reading.Method, tip.Bid, tip.Asks) && !Asks(reading.Method, tip.Bid, tip.Clears)));

        bool Asks(Method method, int bid, decimal price) => method.Judge(new MethodInput
        {
            Prices = [.. result.Lot.Bids.Select((each, place) => place == bid ? price : each.Price)],
            BaseBudget = other,
            Estimate = other,
            VatPercent = 0,
            Nature = ContractNature.Supplies,
        }) is MethodOutcome.Assessed assessed && assessed.Flagged.Contains(bid);
    }, iter: 30);
}
