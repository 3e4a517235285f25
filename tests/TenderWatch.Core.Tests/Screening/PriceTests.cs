using static TenderWatch.Core.Tests.Screening.Screen;

namespace TenderWatch.Core.Tests.Screening;

/// <summary>R028, identical bid prices, and R036, lowest bid disqualified.</summary>
public sealed class PriceTests
{
    private const string Joint = "{'status':'valid','tenderers':[{'id':'A'},{'id':'Z'},{'name':'?'}],'value':{'amount':1,'currency':'EUR'}}";
    private const string JointShuffled = "{'status':'valid','tenderers':[{'id':'Z'},{'id':'A'},{'id':'Z'}],'value':{'amount':1,'currency':'EUR'}}";

    public static TheoryData<string, string[], string> Identical => new()
    {
        { "different tenderers", [Bid("V", "1"), Bid("D", "1", "disqualified")], "DV" },
        { "written differently", [Bid("V", "100"), Bid("D", "1e2")], "DV" },
        { "minus zero", [Bid("V", "0"), Bid("D", "-0.0")], "DV" },
        { "the third against the second", [Bid("V", "1"), Bid("D", "1"), Bid("E", "1")], "DEV" },
        { "not next to each other", [Bid("V", "1"), Bid("X", "2"), Bid("D", "1")], "DV" },
        { "a status that no list has", [Bid("V", "1"), Bid("D", "1", "received")], "DV" },
        { "the same tenderer", [Bid("V", "1"), Bid("V", "1")], "" },
        { "the same joint tenderers", [Joint, JointShuffled], "" },
        { "one of the joint tenderers", [Joint, Bid("A", "1")], "AZ" },
        { "another amount", [Bid("V", "1.0"), Bid("D", "1.1")], "" },
        { "another currency", [Bid("V", "1"), Bid("D", "1", currency: "USD")], "" },
        { "withdrawn", [Bid("V", "1"), Bid("D", "1", "withdrawn")], "" },
        { "invited", [Bid("V", "1"), Bid("D", "1", "invited")], "" },
        { "no status", [Bid("V", "1"), "{'tenderers':[{'id':'D'}],'value':{'amount':1,'currency':'EUR'}}"], "" },
        { "no tenderer", [Bid("V", "1"), "{'status':'valid','tenderers':[],'value':{'amount':1,'currency':'EUR'}}"], "" },
        { "a tenderer without id", [Bid("V", "1"), "{'status':'valid','tenderers':[{}],'value':{'amount':1,'currency':'EUR'}}"], "" },
        { "no currency", [Bid("V", "1"), "{'status':'valid','tenderers':[{'id':'D'}],'value':{'amount':1}}"], "" },
    };

    [Theory]
    [MemberData(nameof(Identical))]
    public void The_same_price_of_different_tenderers_flags_the_release_and_each_of_them(string why, string[] bids, string flagged)
    {
        var tenderers = string.Join(',', flagged.Select(id => $$"""
            "{{id}}":{"R028":1.0}
            """.Trim()));
        var expected = flagged.Length == 0 ? "{}" : """{"OCID":{"A":{"R028":1.0}},"Tenderer":{""" + tenderers + "}}";
        Assert.True(expected == Results("[R028]", Release("A", Submitted(bids))), why);
    }

    public static TheoryData<string, string, string[], bool> Lowest => new()
    {
        { "disqualified below valid", "active", [Bid("D", "1", "disqualified"), Bid("V", "2")], true },
        { "valid below disqualified", "active", [Bid("D", "2", "disqualified"), Bid("V", "1")], false },
        { "equal, disqualified first", "active", [Bid("D", "1", "disqualified"), Bid("V", "1")], true },
        { "equal, valid first", "active", [Bid("V", "1"), Bid("D", "1", "disqualified")], false },
        { "pending below all", "active", [Bid("D", "2", "disqualified"), Bid("V", "3"), Bid("P", "1", "pending")], false },
        { "withdrawn below all", "active", [Bid("D", "2", "disqualified"), Bid("V", "3"), Bid("P", "1", "withdrawn")], true },
        { "invited below all", "active", [Bid("D", "2", "disqualified"), Bid("V", "3"), Bid("P", "1", "invited")], true },
        { "no valid bid with an amount", "active", [Bid("D", "1", "disqualified"), Bid("V")], false },
        { "the valid bid in another currency", "active", [Bid("D", "1", "disqualified"), Bid("V", "2", currency: "USD")], false },
        { "the award is pending", "pending", [Bid("D", "1", "disqualified"), Bid("V", "2")], false },
    };

    [Theory]
    [MemberData(nameof(Lowest))]
    public void The_lowest_submitted_bid_is_flagged_when_it_was_disqualified(string why, string award, string[] bids, bool flagged) =>
        Assert.True((flagged ? """{"OCID":{"A":{"R036":1.0}}}""" : "{}") == Results("[R036]", Release("A", $"{Submitted(bids)},{Awards(Award("V", award), "{'status':'pending'}")}")), why);

    [Theory]
    [InlineData("no_price_comparison_procurement_methods = Vaste prijs\n[R028]\n[R036]", "Vaste prijs")]
    [InlineData("price_comparison_procurement_methods = Op prijs\n[R028]\n[R036]", "Vaste prijs")]
    [InlineData("[exclusions]\nprocurement_method_details = Vaste prijs\n[R028]\n[R036]", "Vaste prijs")]
    public void Procedures_without_price_comparison_flag_neither(string settings, string details) => Assert.Equal(
        "{}",
        Results(settings, Release("A", $"{Submitted(Bid("D", "1", "disqualified"), Bid("V", "1"))},{Awards(Award("V"))},'tender':{{'procurementMethodDetails':'{details}'}}")));
}
