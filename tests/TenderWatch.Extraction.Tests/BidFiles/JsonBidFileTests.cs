using TenderWatch.Core.Bids;

namespace TenderWatch.Extraction.Tests.BidFiles;

public sealed class JsonBidFileTests
{
    [Fact]
    public void A_list_an_object_and_lots_are_read()
    {
        Assert.Equal(new SubmittedBid(1, BidTable.OnlyLot, "A", 2268620.40m, "EUR"), Assert.Single(Read.Text("""[{"bidder":"A","price":2268620.40,"currency":"EUR"}]""").Bids));
        Assert.Equal(new SubmittedBid(1, BidTable.OnlyLot, "A", 5m, "EUR") { Estimate = 6m }, Assert.Single(Read.Text("""{"currency":"EUR","estimate":6,"bids":[{"bidder":"A","price":5}]}""").Bids));
        var table = Read.Text("""{"currency":"EUR","lots":[{"id":"LOT-0001","estimate":10,"bids":[{"bidder":"A","price":5,"won":true}]},{"id":"LOT-0002","bids":[{"bidder":"A","quantity":2,"unitPrice":3.5}]}]}""");
        Assert.Empty(table.Faults);
        Assert.Equal(
            [
                new SubmittedBid(1, "LOT-0001", "A", 5m, "EUR") { Estimate = 10m, Won = true },
                new SubmittedBid(2, "LOT-0002", "A", 7.0m, "EUR") { Quantity = 2m, UnitPrice = 3.5m },
            ],
            table.Bids);
    }

    [Theory]
    [InlineData("""[{"bidder":"A","price":-1,"currency":"EUR"}]""", "negative-price")]
    [InlineData("""[{"bidder":"A","price":1e300,"currency":"EUR"}]""", "not-a-number")]
    [InlineData("""[{"bidder":"A","price":{"amount":1},"currency":"EUR"}]""", "not-a-number")]
    [InlineData("""[{"price":1,"currency":"EUR"},{"bidder":"B","price":1,"currency":"EUR"}]""", "missing-bidder")]
    [InlineData("""{"lots":[{"id":"1","bids":[]},{"id":"1","bids":[]}]}""", "duplicate-lot")]
    [InlineData("""{"bids":5}""", "json")]
    [InlineData("""[1]""", "json")]
    [InlineData("""[""", "json")]
    [InlineData("""[[[[[[[[[[[[]]]]]]]]]]]]""", "json")]
    public void What_is_wrong_has_a_code(string json, string code) => Assert.Equal(code, Read.FaultOf(json).Code);
}
