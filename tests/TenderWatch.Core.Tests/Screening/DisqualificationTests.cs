using TenderWatch.Core.Screening;
using static TenderWatch.Core.Tests.Screening.Screen;

namespace TenderWatch.Core.Tests.Screening;

/// <summary>R035, all except the winning bid disqualified, and R038, excessive disqualified bids.</summary>
public sealed class DisqualificationTests
{
    public static TheoryData<string, string, string> All => new()
    {
        { "one other", $"{Submitted(Bid("V"), Bid("D", status: "disqualified"))},{Awards(Award("V"))}", "1.0" },
        { "two others, one twice", $"{Submitted(Bid("V"), Bid("D", status: "disqualified"), Bid("D", status: "disqualified"), Bid("E", status: "disqualified"))},{Awards(Award("V"))}", "2.0" },
        { "the winner's other bid as well", $"{Submitted(Bid("V"), Bid("V", status: "disqualified"), Bid("D", status: "disqualified"))},{Awards(Award("V"), Award("V"))}", "1.0" },
        { "only the winner's other bid", $"{Submitted(Bid("V"), Bid("V", status: "disqualified"))},{Awards(Award("V"))}", "" },
        { "two valid tenderers", $"{Submitted(Bid("V"), Bid("X"), Bid("D", status: "disqualified"))},{Awards(Award("V"))}", "" },
        { "another supplier", $"{Submitted(Bid("V"), Bid("D", status: "disqualified"))},{Awards(Award("X"))}", "" },
        { "two suppliers", $"{Submitted(Bid("V"), Bid("D", status: "disqualified"))},{Awards(Award("V"), Award("X"))}", "" },
        { "pending award", $"{Submitted(Bid("V"), Bid("D", status: "disqualified"))},{Awards(Award("V"), Award("V", "pending"))}", "" },
        { "withdrawn instead", $"{Submitted(Bid("V"), Bid("D", status: "withdrawn"))},{Awards(Award("V"))}", "" },
        { "no awards", Submitted(Bid("V"), Bid("D", status: "disqualified")), "" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void The_value_of_R035_is_how_many_others_were_disqualified(string why, string members, string value) =>
        Assert.True((value.Length == 0 ? "{}" : """{"OCID":{"A":{"R035":""" + value + """}},"Tenderer":{"V":{"R035":0.0}}}""") == Results("[R035]", Release("A", members)), why);

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void The_threshold_of_R035_is_at_least_1(int threshold, bool flagged) => Assert.Equal(
        flagged,
        Results($"[R035]\nthreshold = {threshold}", Release("A", $"{Submitted(Bid("V"), Bid("D", status: "disqualified"), Bid("E", status: "disqualified"))},{Awards(Award("V"))}")).Contains("R035", StringComparison.Ordinal));

    private static readonly string[] FiveBuyers =
        [.. Enumerable.Range(0, 5).Select(i => Process($"{i}", $"B{i}", $"P{i}", Bid($"W{i}"), Bid("D", status: i == 0 ? "disqualified" : "valid")))];

    [Fact]
    public void Buyer_procuring_entity_and_tenderer_are_each_held_against_their_own_group() => Assert.Equal(
        """{"Buyer":{"B0":{"R038":0.5}},"ProcuringEntity":{"P0":{"R038":0.5}},"Tenderer":{"D":{"R038":0.2}},"Meta":{"R038":{"Buyer_q1":0.0,"Buyer_q3":0.1667,"Buyer_upper_fence":0.4167,"ProcuringEntity_q1":0.0,"ProcuringEntity_q3":0.1667,"ProcuringEntity_upper_fence":0.4167,"Tenderer_q1":0.2,"Tenderer_q3":0.2,"Tenderer_upper_fence":0.2}}}""",
        Json(Run("[R038]", new ScreeningOptions(), FiveBuyers)));

    [Theory]
    [InlineData("threshold = 0.5", "B0 P0")]
    [InlineData("threshold = 0.2", "B0 D P0")]
    [InlineData("threshold = 0", "")]
    [InlineData("threshold = 0.1\nminimum_contracting_processes = 3", "D")]
    [InlineData("threshold = 0.1\nminimum_submitted_bids = 6", "B0 P0")]
    [InlineData("threshold = 0.1\nminimum_submitted_bids = 0", "B0 D P0")]
    public void Fence_and_minima_of_R038_can_be_set(string settings, string flagged)
    {
        var result = Results("[R038]\n" + settings, FiveBuyers);
        string[] names = ["B0", "B1", "D", "P0", "P1", "W0", "W1"];
        Assert.Equal(flagged, string.Join(' ', names.Where(name => result.Contains($"\"{name}\"", StringComparison.Ordinal))));
    }

    [Fact]
    public void Only_submitted_bids_count_and_a_bid_without_tenderer_counts_for_the_buyer() => Assert.Equal(
        """{"Buyer":{"B":{"R038":0.3333333333333333}}}""",
        Results("[R038]\nthreshold = 0.3", Process("A", "B", "P", Bid("X", status: "invited"), Bid("X", status: "withdrawn"), Bid("X", status: "pending"), Bid("X"), "{'status':'disqualified'}", "{}").Replace("\"procuringEntity\"", "\"entity\"", StringComparison.Ordinal)));

    [Fact]
    public void A_cancelled_tender_counts_for_nobody() =>
        Assert.Equal("{}", Results("[R038]\nthreshold = 0.1", Release("A", $"'buyer':{{'id':'B'}},{Submitted(Bid("D", status: "disqualified"), Bid("D", status: "disqualified"))},'tender':{{'status':'cancelled'}}")));

    private static string Process(string ocid, string buyer, string entity, params string[] bids) =>
        Release(ocid, $"'buyer':{{'id':'{buyer}'}},'tender':{{'procuringEntity':{{'id':'{entity}'}}}},{Submitted(bids)}");
}
