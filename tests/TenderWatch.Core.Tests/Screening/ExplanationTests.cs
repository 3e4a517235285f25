using System.Text.Json;
using TenderWatch.Core.Screening;
using static TenderWatch.Core.Tests.Screening.Screen;

namespace TenderWatch.Core.Tests.Screening;

/// <summary>Why an indicator says nothing: of every release, of organisations, and as a whole.</summary>
public sealed class ExplanationTests
{
    private const string Period = "'tender':{'tenderPeriod':{'startDate':'2024-01-01T00:00:00Z','endDate':'2024-01-02T00:00:00Z'}}";

    public static TheoryData<string, string, string?> Cases => new()
    {
        { "R003", Period, null },
        { "R003", "'tender':{}", "no-submission-period" },
        { "R003", "'tender':{'tenderPeriod':{'startDate':'2024-01-01','endDate':'2024-01-02'}}", "unreadable-period" },
        { "R003", "'tender':{'status':'cancelled'}", "tender-cancelled" },
        { "R003", "'tender':{'procurementMethodDetails':'Loting'}", "method-details-excluded" },
        { "R018", "'tender':{'numberOfTenderers':1}", "method-not-selected" },
        { "R018", "'tender':{'procurementMethod':'open'}", "no-number-of-tenderers" },
        { "R024", "'tender':{'procurementMethodDetails':'Vaste prijs'}", "prices-not-compared" },
        { "R024", "'x':1", "no-awards" },
        { "R024", Awards(), "no-bids" },
        { "R024", $"{Submitted()},{Awards()}", "no-active-award" },
        { "R024", $"{Submitted()},{Awards(Award("W", "pending"))}", "award-not-final" },
        { "R024", $"{Submitted()},{Awards(Award("W"), Award("X"))}", "several-awards" },
        { "R024", $"{Submitted()},{Awards("{'status':'active'}")}", "no-single-supplier" },
        { "R024", $"{Submitted(Bid("W"), Bid("L"))},{Awards(Award("W"))}", "no-priced-bids" },
        { "R024", $"{Submitted(Bid("W", "1", currency: "USD"))},{Awards(Award("W"))}", "other-currency" },
        { "R024", $"{Submitted(Bid("L", "1"))},{Awards(Award("W"))}", "no-bid-of-winner" },
        { "R024", $"{Submitted(Bid("W", "1"))},{Awards(Award("W"))}", "no-other-bid" },
        { "R024", $"{Submitted(Bid("W", "2"), Bid("L", "1"))},{Awards(Award("W"))}", "winner-not-lowest" },
        { "R058", $"{Submitted(Bid("W", "0"), Bid("L", "0"))},{Awards(Award("W"))}", "winner-price-zero" },
        { "R058", $"{Submitted(Bid("W", "1"), Bid("L", "2"))},{Awards(Award("W"))}", null },
        { "R025", $"{Submitted(Bid("W", status: "pending"))},{Awards(Award("W"))}", "no-valid-bids" },
        { "R028", "'x':1", "no-bids" },
        { "R028", Submitted(Bid("W")), "no-priced-bids" },
        { "R030", $"{Period},{Submitted(Bid("W"))},{Awards(Award("W"))}", "no-bid-dates" },
        { "R030", $"{Submitted(Bid("W"))},{Awards(Award("W"))}", "no-submission-period" },
        { "R035", $"{Submitted(Bid("W"))},{Awards(Award("W", "cancelled"))}", "no-active-award" },
        { "R036", $"{Submitted(Bid("D", "1", "disqualified"))},{Awards(Award("W"))}", "no-valid-bids" },
        { "R038", Submitted(Bid("W", status: "invited")), "no-bids" },
        { "R048", Awards(Award("W")), "no-classifications" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_release_says_why_it_could_not_be_assessed(string code, string members, string? reason)
    {
        var settings = $"currency = EUR\nno_price_comparison_procurement_methods = Vaste prijs\n[exclusions]\nprocurement_method_details = Loting\n[{code}]";

        var explained = Explain(settings, Release("A", members));

        Assert.Equal(reason, explained.GetProperty("OCID").TryGetProperty("A", out var release) ? release.GetProperty(code).GetString() : null);
        var indicator = explained.GetProperty("Indicators").GetProperty(code);
        Assert.Equal(reason is null ? 1 : 0, indicator.GetProperty("assessed").GetInt32());
        if (reason is null) return;
        Assert.Equal(1, indicator.GetProperty("notAssessable").GetProperty(reason).GetInt32());
        Assert.NotEqual("", explained.GetProperty("Reasons").GetProperty(reason).GetProperty("nl").GetString());
        Assert.NotEqual("", explained.GetProperty("Reasons").GetProperty(reason).GetProperty("en").GetString());
    }

    [Fact]
    public void What_flags_nothing_as_a_whole_and_organisations_with_too_few_bids_are_told()
    {
        var explained = Explain("[R024]\n[R025]\n[R038]\n[R048]", Release("A", $"'buyer':{{'id':'B'}},{Submitted(Bid("W", "1"), Bid("L", "1"))},{Awards(Award("W"))}"));

        var indicators = explained.GetProperty("Indicators");
        Assert.Equal("fence-not-above-zero", indicators.GetProperty("R024").GetProperty("nothingFlagged").GetString());
        Assert.Equal("nothing-to-compare-with", indicators.GetProperty("R048").GetProperty("nothingFlagged").GetString());
        Assert.Equal("too-few", explained.GetProperty("Tenderer").GetProperty("W").GetProperty("R038").GetString());
        Assert.Equal("fence-not-above-zero", explained.GetProperty("Buyer").GetProperty("B").GetProperty("R038").GetString());
    }

    [Fact]
    public void The_low_tender_panel_judges_the_bids_of_each_release_or_says_why_not()
    {
        var explained = Explain(
            "[R024]",
            Release("A", $"{Submitted(Bid("W", "60"), Bid("L", "100"), Bid("M", "110"))},{Awards(Award("W"))}"),
            Release("B", $"{Submitted(Bid("W", "99"), Bid("L", "100"), Bid("M", "110"))},{Awards(Award("W"))}"),
            Release("C", $"{Submitted(Bid("W", "60"))},{Awards(Award("W"))}"),
            Release("D", $"{Submitted(Bid("W", "60"), Bid("L", "100"))},{Awards(Award("W"), Award("L"))}"),
            Release("E", Awards(Award("W"))),
            Release("F", $"{Submitted(Bid("W", "60"), Bid("W", "100"))},{Awards(Award("W"))}"),
            Release("G", $"{Submitted(Bid("W", "0.01"), Bid("L", "100"))},{Awards(Award("W"))}")).GetProperty("LowPrices");

        Assert.Equal((1, 1), (explained.GetProperty("flagged").GetInt32(), explained.GetProperty("clear").GetInt32()));
        Assert.Equal(["bid-without-price", "no-bids", "several-awards", "several-bids-of-one", "too-few"], explained.GetProperty("notAssessable").EnumerateObject().Select(reason => reason.Name).Order(StringComparer.Ordinal));
        var releases = explained.GetProperty("OCID");
        var gap = releases.GetProperty("A").GetProperty("asking")[0];
        Assert.Equal(("W", "gap-to-next", 40m, 20m), (gap.GetProperty("tenderer").GetString(), gap.GetProperty("comparison").GetString(), gap.GetProperty("percent").GetDecimal(), gap.GetProperty("limitPercent").GetDecimal()));
        Assert.Contains("DE-AUFGREIF", string.Join(' ', releases.GetProperty("A").GetProperty("methods").EnumerateArray().Select(method => method.GetString())), StringComparison.Ordinal);
        Assert.False(releases.TryGetProperty("B", out _));
        Assert.Equal(("too-few", "several-awards", "no-bids"), (releases.GetProperty("C").GetString(), releases.GetProperty("D").GetString(), releases.GetProperty("E").GetString()));
        Assert.Equal(("several-bids-of-one", "bid-without-price"), (releases.GetProperty("F").GetString(), releases.GetProperty("G").GetString()));
    }

    [Fact]
    public void The_explanation_changes_nothing_else_in_the_result()
    {
        var line = Gap("A", "1", "2");
        var plain = Json(Run("[R058]\nthreshold = 1", new ScreeningOptions(), line));

        Assert.StartsWith(plain[..^1] + ",\"Explain\":{", Json(Run("[R058]\nthreshold = 1", new ScreeningOptions { Explain = true }, line)), StringComparison.Ordinal);
    }

    private static JsonElement Explain(string settings, params string[] lines)
    {
        using var document = JsonDocument.Parse(Json(Run(settings, new ScreeningOptions { Explain = true }, lines)));
        return document.RootElement.GetProperty("Explain").Clone();
    }
}
