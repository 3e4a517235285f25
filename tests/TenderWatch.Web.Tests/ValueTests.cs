using TenderWatch.Core.Cases;
using TenderWatch.Core.Notices;
using TenderWatch.Web.Tests.Seeds;

namespace TenderWatch.Web.Tests;

public sealed class ValueTests
{
    private static readonly FactOrigin Origin = new(new NoticeKey("ted", "1-2025"), "BT-27", null, default);

    [Fact]
    public void The_awarded_value_says_how_large_a_purchase_is() =>
        Assert.Equal("2", ValueOf(Amount(FactNames.EstimatedValue, "1"), Amount(FactNames.TotalValue, "2")));

    [Fact]
    public void An_estimate_stands_in_for_an_award_whose_value_is_withheld() =>
        Assert.Equal("1", ValueOf(Amount(FactNames.EstimatedValue, "1"), CaseSeed.Fact(FactNames.TotalValue, FactKind.Withheld, "", Origin)));

    [Fact]
    public void One_lot_of_several_does_not_stand_for_the_whole() =>
        Assert.Null(ValueOf(Amount(FactNames.EstimatedValue, "1", "LOT-0001"), Amount(FactNames.EstimatedValue, "2", "LOT-0002")));

    [Fact]
    public void The_only_lot_is_the_whole() => Assert.Equal("1", ValueOf(Amount(FactNames.EstimatedValue, "1", "LOT-0001")));

    private static string? ValueOf(params Fact[] sheet) => CasePageModel.ValueOf(new CaseFacts("0", [], sheet))?.Value;

    private static Fact Amount(string name, string value, string? subject = null) => CaseSeed.Fact(name, FactKind.Money, value, Origin, "EUR", subject);
}
