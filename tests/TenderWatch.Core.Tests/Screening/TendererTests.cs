using TenderWatch.Core.Screening;
using static TenderWatch.Core.Tests.Screening.Screen;

namespace TenderWatch.Core.Tests.Screening;

/// <summary>R025, R030 and R048: tenderers that lose often, bid late or supply everything.</summary>
public sealed class TendererTests
{
    // F bids in all six and wins the first one; each other tenderer bids once and wins.
    private static readonly string[] SixProcesses = [.. Enumerable.Range(0, 6).Select(i => i == 0
        ? Release("0", $"{Submitted(Bid("F"))},{Awards(Award("F"))}")
        : Release($"{i}", $"{Submitted(Bid("F"), Bid("F"), Bid($"{i}"))},{Awards(Award($"{i}"))}"))];

    [Fact]
    public void A_tenderer_that_bids_often_and_wins_seldom_is_flagged_and_counted_once_a_process() => Assert.Equal(
        """{"Tenderer":{"F":{"R025":0.16666666666666666}},"Meta":{"R025":{"q1":0.9306,"q3":1.0,"upper_fence":1.4167,"lower_fence":0.8264}}}""",
        Json(Run("[R025]", new ScreeningOptions(), SixProcesses)));

    [Theory]
    [InlineData("threshold = 0.16", false)]
    [InlineData("threshold = 0.17", true)]
    [InlineData("threshold = 0", false)]
    [InlineData("percentile = 100", true)]
    [InlineData("percentile = 101", false)]
    public void Fence_and_percentile_of_R025_can_be_set(string settings, bool flagged) => Assert.Equal(flagged, Results("[R025]\n" + settings, SixProcesses).Contains("R025", StringComparison.Ordinal));

    public static TheoryData<string, string> NotCounted => new()
    {
        { "pending award", $"{Submitted(Bid("F"))},{Awards(Award("X"), Award("Y", "pending"))}" },
        { "several awards", $"{Submitted(Bid("F"))},{Awards(Award("X"), Award("Y"))}" },
        { "joint award", $"{Submitted(Bid("F"))},'awards':[{{'status':'active','suppliers':[{{'id':'X'}},{{'id':'Y'}}]}}]" },
        { "joint bid", $"'bids':{{'details':[{{'status':'valid','tenderers':[{{'id':'F'}},{{'id':'G'}}]}}]}},{Awards(Award("X"))}" },
        { "disqualified bid", $"{Submitted(Bid("F", status: "disqualified"))},{Awards(Award("X"))}" },
        { "no bids", Awards(Award("X")) },
    };

    [Theory]
    [MemberData(nameof(NotCounted))]
    public void What_is_not_final_or_not_single_counts_for_no_tenderer(string why, string members) =>
        Assert.True(Json(Run("[R025]", new ScreeningOptions(), SixProcesses)) == Json(Run("[R025]", new ScreeningOptions(), [.. SixProcesses, Release("A", members)])), why);

    [Theory]
    [InlineData("2024-01-02T00:00:00Z", "valid", "active", "W", true)]
    [InlineData("2024-01-01T00:00:00Z", "valid", "active", "W", false)]
    [InlineData("2024-01-02T00:00:00Z", "disqualified", "active", "W", false)]
    [InlineData("2024-01-02T00:00:00Z", "valid", "pending", "W", false)]
    [InlineData("2024-01-02T00:00:00Z", "valid", "active", "L", false)]
    public void A_winning_bid_after_the_end_of_the_period_is_flagged(string date, string bid, string award, string supplier, bool flagged) => Assert.Equal(
        flagged ? """{"OCID":{"A":{"R030":1.0}},"Tenderer":{"W":{"R030":1.0}}}""" : "{}",
        Results("[R030]", Release("A", $"'tender':{{'tenderPeriod':{{'endDate':'2024-01-01T00:00:00Z'}}}},{Awards(Award(supplier, award))},'bids':{{'details':[{{'date':'{date}','status':'{bid}','tenderers':[{{'id':'W'}}]}}]}}")));

    private static readonly string[] Suppliers =
        [.. Enumerable.Range(1, 4).Select(i => Supplies($"{i}", $"{i}", "10000000")), Supplies("A", "F", "10000000", "11000000", "11990000")];

    [Fact]
    public void A_supplier_of_more_divisions_than_the_others_is_flagged() => Assert.Equal(
        """{"Tenderer":{"F":{"R048":2.0}},"Meta":{"R048":{"q1":1.0,"q3":1.3333,"upper_fence":1.8333}}}""",
        Json(Run("[R048]\nminimum_contracting_processes = 1", new ScreeningOptions(), Suppliers)));

    [Theory]
    [InlineData("minimum_contracting_processes = 1\nthreshold = 3\ndigits = 3", "3.0")]
    [InlineData("minimum_contracting_processes = 1\nthreshold = 3", null)]
    [InlineData("minimum_contracting_processes = 2", null)]
    [InlineData("", null)]
    public void Digits_fence_and_minimum_of_R048_can_be_set(string settings, string? value)
    {
        string[] lines = [.. Suppliers.Take(4), Supplies("A", "F", "10000000", "11000000", "11990000")];
        Assert.Equal(value is null ? "{}" : """{"Tenderer":{"F":{"R048":""" + value + "}}}", Results("[R048]\n" + settings, lines));
    }

    [Fact]
    public void A_process_counts_once_and_characters_are_not_bytes() => Assert.Equal(
        """{"Tenderer":{"F":{"R048":1.0}}}""",
        Results("[R048]\nminimum_contracting_processes = 1\nthreshold = 1\ndigits = 1", Supplies("A", "F", "\\u00e9a", "éb")));

    [Theory]
    [InlineData("pending", "'suppliers':[{'id':'F'}]")]
    [InlineData("cancelled", "'suppliers':[{'id':'F'}]")]
    [InlineData("active", "'suppliers':[{'id':'F'},{'id':'G'}]")]
    [InlineData("active", "'suppliers':[{}]")]
    [InlineData("active", "'x':1")]
    public void Awards_that_are_not_active_or_not_single_supply_nothing(string status, string suppliers) => Assert.Equal(
        "{}",
        Results("[R048]\nminimum_contracting_processes = 0\nthreshold = 0", Release("A", $"'awards':[{{'status':'{status}',{suppliers},'items':[{{'classification':{{'id':'10000000'}}}}]}}]")));

    private static string Supplies(string ocid, string supplier, params string[] codes) =>
        Release(ocid, Awards(Award(supplier, more: $",'items':[{string.Join(',', codes.Select(code => $"{{'classification':{{'id':'{code}'}}}}"))},{{}},{{'classification':{{}}}},1]")));
}
