using TenderWatch.Core.Screening;
using static TenderWatch.Core.Tests.Screening.Screen;

namespace TenderWatch.Core.Tests.Screening;

public sealed class MapsTests
{
    private static readonly ScreeningOptions WithMaps = new() { Maps = true, Meta = false };

    [Fact]
    public void Flagged_tenderers_and_organisations_of_disqualified_bids_are_listed_by_contracting_process() => Assert.EndsWith(
        """
        "Maps":{"ocid_buyer_r038":{"A":"B"},"ocid_procuringentity_r038":{"A":"P"},"ocid_tenderer":{"A":["D","L","W"]},"ocid_tenderer_r024":{"A":["L","W"]},"ocid_tenderer_r028":{},"ocid_tenderer_r030":{},"ocid_tenderer_r035":{},"ocid_tenderer_r058":{"A":["W"]}}}
        """.Trim(),
        Json(Run("[R024]\nthreshold = 1\n[R058]\nthreshold = 1\n[R038]", WithMaps, Release(
            "A", $"'buyer':{{'id':'B'}},'tender':{{'procuringEntity':{{'id':'P'}}}},{Submitted(Bid("W", "1"), Bid("L", "2"), Bid("D", status: "disqualified"), Bid("X", status: "withdrawn"))},{Awards(Award("W"))}"))),
        StringComparison.Ordinal);

    [Fact]
    public void All_tenderers_are_listed_only_for_indicators_about_tenderers() => Assert.Contains(
        "\"ocid_tenderer\":{},", Json(Run("[R024]\n[R058]", WithMaps, Gap("A", "1", "2"))), StringComparison.Ordinal);
}
