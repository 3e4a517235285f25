using System.Text.Json;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.AbnormallyLow;
using TenderWatch.Testing;

namespace TenderWatch.Core.Tests.Checks;

public sealed class PriceComparisonTests
{
    [Theory]
    [InlineData("de-24")]
    [InlineData("de-12")]
    [InlineData("de-crrc")]
    public void The_gap_to_the_next_bid_agrees_with_the_published_vectors(string id)
    {
        var (inputs, expected) = Vector(id);
        var bids = Bids(inputs);

        var comparison = PriceComparison.ToNext(bids[0], bids[1], inputs.GetProperty("threshold").GetDecimal() * 100);

        Assert.Equal(expected.GetProperty("distance_to_next").GetDecimal(), Math.Round(1 - (comparison.SharePercent / 100), 6));
        Assert.Equal(expected.GetProperty("review").GetBoolean(), comparison.Asks);
    }

    [Theory]
    [InlineData("pl-224")]
    [InlineData("pl-224-edge")]
    public void Mean_and_estimate_agree_with_the_published_vectors(string id)
    {
        var (inputs, expected) = Vector(id);
        var bids = Bids(inputs);
        var valueWithTax = inputs.GetProperty("order_value_net").GetDecimal() * (1 + inputs.GetProperty("vat_rate").GetDecimal());

        var toMean = bids.ConvertAll(bid => PriceComparison.ToMean(bid, bids, 70));
        var toValue = bids.ConvertAll(bid => PriceComparison.ToEstimate(bid, valueWithTax, 70));

        Assert.All(toMean, comparison => Assert.Equal(expected.GetProperty("limit_mean").GetDecimal(), comparison.Limit));
        Assert.All(toValue, comparison => Assert.Equal(expected.GetProperty("limit_value").GetDecimal(), comparison.Limit));
        Assert.Equal(
            expected.GetProperty("flagged").EnumerateArray().Select(flagged => flagged.GetDecimal()),
            bids.Where((_, place) => toMean[place].Asks || toValue[place].Asks));
    }

    [Fact]
    public void Every_bid_from_a_country_whose_rule_is_used_is_judged_as_the_vector_says()
    {
        // The check itself, not only its arithmetic.
        foreach (var (id, verdict) in new[] { ("de-24", Verdict.Flagged), ("de-12", Verdict.Clear), ("de-crrc", Verdict.Flagged) })
        {
            var finding = Assert.Single(new AbnormallyLowTenderCheck(new AltLimits()).Run(Given.Case(Given.Bids([.. Bids(Vector(id).Inputs)]))));
            Assert.Equal(verdict, finding.Verdict);
        }
    }

    private static (JsonElement Inputs, JsonElement Expected) Vector(string id)
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(SharedData.File("alt-vectors.json")));
        var vector = document.RootElement.EnumerateArray().Single(vector => vector.GetProperty("id").GetString() == id).Clone();
        return (vector.GetProperty("inputs"), vector.GetProperty("expected"));
    }

    private static List<decimal> Bids(JsonElement inputs) => [.. inputs.GetProperty("bids").EnumerateArray().Select(bid => bid.GetDecimal()).Order()];
}
