using System.Globalization;
using TenderWatch.Core.Screening;
using static TenderWatch.Core.Tests.Screening.Screen;

namespace TenderWatch.Core.Tests.Screening;

/// <summary>R024 and R058: the gap between the winning bid and the lowest other one.</summary>
public sealed class GapTests
{
    private static readonly string[] WideGaps = [.. Enumerable.Range(1, 8).Select(i => Gap($"N{i}", "1", "101"))];

    [Fact]
    public void A_gap_far_below_the_others_flags_the_release_and_both_tenderers() => Assert.Equal(
        """{"OCID":{"A":{"R024":1.0}},"Tenderer":{"L":{"R024":0.0},"W":{"R024":0.0}},"Meta":{"R024":{"q1":66.3333,"q3":99.0,"lower_fence":17.3333}}}""",
        Json(Run("[R024]", new ScreeningOptions(), Gap("A", "1", "2"), Gap("1", "1", "100"), Gap("2", "1", "100"), Gap("3", "1", "100"), Gap("4", "1", "100"))));

    [Fact]
    public void A_gap_far_above_the_others_flags_the_release_and_the_winner() => Assert.Equal(
        """{"OCID":{"A":{"R058":99.0}},"Tenderer":{"W":{"R058":0.0}},"Meta":{"R058":{"q1":1.0,"q3":33.6667,"upper_fence":82.6667}}}""",
        Json(Run("[R058]", new ScreeningOptions(), Gap("A", "1", "100"), Gap("1", "1", "2"), Gap("2", "1", "2"), Gap("3", "1", "2"), Gap("4", "1", "2"))));

    public static TheoryData<string, string> NoGap => new()
    {
        { "an award is pending", $"{Submitted(Bid("W", "1"), Bid("L", "1"))},{Awards(Award("W"), Award("X", "pending"))}" },
        { "an award has an unknown status", $"{Submitted(Bid("W", "1"), Bid("L", "1"))},{Awards(Award("W"), Award("X", "signed"))}" },
        { "several awards are active", $"{Submitted(Bid("W", "1"), Bid("L", "1"))},{Awards(Award("W"), Award("W"))}" },
        { "no award is active", $"{Submitted(Bid("W", "1"), Bid("L", "1"))},{Awards(Award("W", "unsuccessful"))}" },
        { "there are no awards", Submitted(Bid("W", "1"), Bid("L", "1")) },
        { "the award is joint", $"{Submitted(Bid("W", "1"), Bid("L", "1"))},'awards':[{{'status':'active','suppliers':[{{'id':'W'}},{{'id':'X'}}]}}]" },
        { "the supplier has no id", $"{Submitted(Bid("W", "1"), Bid("L", "1"))},'awards':[{{'status':'active','suppliers':[{{'name':'W'}}]}}]" },
        { "the other bid is joint", $"{Submitted(Bid("W", "1"), "{'status':'valid','tenderers':[{'id':'L'},{'id':'M'}],'value':{'amount':1,'currency':'EUR'}}")},{Awards(Award("W"))}" },
        { "the winning bid is not valid", $"{Submitted(Bid("W", "1", "disqualified"), Bid("L", "1"))},{Awards(Award("W"))}" },
        { "the other bid is only invited", $"{Submitted(Bid("W", "1"), Bid("L", "1", "invited"))},{Awards(Award("W"))}" },
        { "the other bid is not evaluated", $"{Submitted(Bid("W", "1"), Bid("L", "1", "pending"))},{Awards(Award("W"))}" },
        { "the winning bid is not the lowest", $"{Submitted(Bid("W", "2"), Bid("L", "1"))},{Awards(Award("W"))}" },
        { "the other bid is in another currency", $"{Submitted(Bid("W", "1"), Bid("L", "1", currency: "USD"))},{Awards(Award("W"))}" },
        { "the other bid has no amount", $"{Submitted(Bid("W", "1"), Bid("L", "null"))},{Awards(Award("W"))}" },
        { "the other bid has a text for an amount", $"{Submitted(Bid("W", "1"), Bid("L", "'1'"))},{Awards(Award("W"))}" },
        { "the other amount fits no double", $"{Submitted(Bid("W", "1"), Bid("L", "1e999"))},{Awards(Award("W"))}" },
        { "the tender is cancelled", $"{Submitted(Bid("W", "1"), Bid("L", "1"))},{Awards(Award("W"))},'tender':{{'status':'cancelled'}}" },
        { "prices are not compared", $"{Submitted(Bid("W", "1"), Bid("L", "1"))},{Awards(Award("W"))},'tender':{{'procurementMethodDetails':'Vaste prijs'}}" },
        { "the procedure is excluded", $"{Submitted(Bid("W", "1"), Bid("L", "1"))},{Awards(Award("W"))},'tender':{{'procurementMethodDetails':'Loting'}}" },
    };

    [Theory]
    [MemberData(nameof(NoGap))]
    public void A_release_without_a_gap_is_neither_flagged_nor_counted(string why, string members)
    {
        const string Settings = "no_price_comparison_procurement_methods = Vaste prijs\n[exclusions]\nprocurement_method_details = Loting\n[R024]\n[R058]";

        var without = Run(Settings, new ScreeningOptions(), WideGaps);
        var with = Run(Settings, new ScreeningOptions(), [.. WideGaps, Release("A", members)]);

        Assert.True(Json(without) == Json(with), why);
        Assert.Contains("\"q1\":100.0,\"q3\":100.0", Json(with), StringComparison.Ordinal);
    }

    [Fact]
    public void Awards_that_ended_without_a_contract_are_earlier_attempts() => Assert.Equal(
        """{"OCID":{"A":{"R024":0.0}},"Tenderer":{"L":{"R024":0.0},"W":{"R024":0.0}}}""",
        Results("[R024]\nthreshold = 0.5", [.. WideGaps, Release("A", $"{Submitted(Bid("W", "1"), Bid("L", "1"))},{Awards(Award("C", "cancelled"), Award("W"), Award("U", "unsuccessful"), "{'suppliers':[]}")}")]));

    [Fact]
    public void Of_several_bids_of_the_winner_the_lowest_counts_and_of_equal_others_the_first() => Assert.Equal(
        """{"OCID":{"A":{"R024":0.5}},"Tenderer":{"L":{"R024":0.0},"W":{"R024":0.0}}}""",
        Results("[R024]\nthreshold = 0.5", Release("A", $"{Submitted(Bid("W", "9"), Bid("M", "5"), Bid("W", "2"), Bid("L", "3"), Bid("N", "3"))},{Awards(Award("W"))}")));

    [Theory]
    [InlineData("price_comparison_procurement_methods = Op prijs", "Op prijs", true)]
    [InlineData("price_comparison_procurement_methods = Op prijs", "Anders", false)]
    [InlineData("price_comparison_procurement_methods = Op prijs", null, false)]
    [InlineData("price_comparison_procurement_methods = Op prijs\nno_price_comparison_procurement_methods = Op prijs", "Op prijs", true)]
    [InlineData("no_price_comparison_procurement_methods = Op prijs|", null, true)]
    [InlineData("no_price_comparison_procurement_methods = Op prijs|", "", true)]
    public void Prices_are_compared_in_the_kinds_of_procedure_that_the_settings_allow(string settings, string? details, bool compared)
    {
        var tender = details is null ? "" : $",'tender':{{'procurementMethodDetails':'{details}'}}";
        Assert.Equal(compared, Results(settings + "\n[R058]\nthreshold = 1", Gap("A", "1", "2", tender)).Contains("R058", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[R024]\nthreshold = 0.05", "100", "105", """{"OCID":{"A":{"R024":0.05}},"Tenderer":{"L":{"R024":0.0},"W":{"R024":0.0}}}""")]
    [InlineData("[R024]\nthreshold = 0.05", "100", "105.01", "{}")]
    [InlineData("[R024]\nthreshold = 0", "100", "100", "{}")]
    [InlineData("[R058]\nthreshold = 0.5", "100", "150", """{"OCID":{"A":{"R058":0.5}},"Tenderer":{"W":{"R058":0.0}}}""")]
    [InlineData("[R058]\nthreshold = 0.5", "100", "149.99", "{}")]
    [InlineData("[R058]\nthreshold = 0", "100", "150", "{}")]
    public void A_fence_of_the_settings_includes_its_own_value(string settings, string won, string next, string expected) => Assert.Equal(expected, Results(settings, Gap("A", won, next)));

    [Theory]
    [InlineData("1", "4", "3.0")]
    [InlineData("3", "4", "0.3333333333333333")]
    [InlineData("1", "1e15", "999999999999999.0")]
    [InlineData("1e-17", "1", "1e17")]
    [InlineData("1.1102230246251565e-16", "1.5", "1.3510798882111488e16")]
    [InlineData("100000", "100001", "0.00001")]
    [InlineData("8388608", "8388609", "1.1920928955078125e-7")]
    public void Values_are_written_as_Cardinal_writes_doubles(string won, string next, string value) =>
        Assert.StartsWith("""{"OCID":{"A":{"R058":""" + value + "}}", Results("[R058]\nthreshold = 1e-9", Gap("A", won, next)), StringComparison.Ordinal);

    [Fact]
    public void A_winning_price_of_zero_gives_no_figure()
    {
        Assert.Equal("""{"OCID":{"A":{"R058":null}},"Tenderer":{"W":{"R058":0.0}}}""", Results("[R058]\nthreshold = 1", Gap("A", "0", "5")));
        Assert.Equal("{}", Results("[R024]\nthreshold = 1", Gap("A", "0", "0")));
    }

    [Fact]
    public void Without_data_there_is_no_fence_and_without_spread_no_flag()
    {
        Assert.Equal("""{"Meta":{"R024":{"q1":null,"q3":null,"lower_fence":null},"R058":{"q1":null,"q3":null,"upper_fence":null}}}""", Json(Run("[R024]\n[R058]", new ScreeningOptions(), Release("A"))));
        Assert.Equal(
            """{"Meta":{"R024":{"q1":0.0,"q3":0.0,"lower_fence":0.0},"R058":{"q1":0.0,"q3":0.0,"upper_fence":0.0}}}""",
            Json(Run("[R024]\n[R058]", new ScreeningOptions(), Gap("A", "1", "1"), Gap("B", "1", "1"))));
    }

    [Fact]
    public void The_main_currency_is_that_of_the_settings_or_else_the_first_one_of_the_file()
    {
        string[] lines =
        [
            Release("A", $"{Submitted(Bid("W", "1", currency: "USD"), Bid("L", "2", currency: "USD"))},{Awards(Award("W"))}"),
            .. Enumerable.Range(0, 50).Select(i => Gap(i.ToString(CultureInfo.InvariantCulture), "1", "3")),
        ];

        var first = Run("[R058]\nthreshold = 1", new ScreeningOptions { Meta = false, Threads = 4, BlockSize = 64 }, lines);
        var set = Run("currency = EUR\n[R058]\nthreshold = 2", new ScreeningOptions { Meta = false, Threads = 4, BlockSize = 64 }, lines);

        Assert.Equal(("USD", 100), (first.Currency, first.OtherCurrencies));
        Assert.Equal("""{"OCID":{"A":{"R058":1.0}},"Tenderer":{"W":{"R058":0.0}}}""", Json(first));
        Assert.Equal(("EUR", 2), (set.Currency, set.OtherCurrencies));
        Assert.DoesNotContain("\"A\"", Json(set), StringComparison.Ordinal);
    }
}
