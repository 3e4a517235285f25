using System.Text.Json;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Tests.Checks;

namespace TenderWatch.Core.Tests.Cases;

public sealed class OrphansTests
{
    private static readonly DateTimeOffset Due = new(2025, 3, 1, 11, 0, 0, TimeSpan.Zero);

    private static CaseNotice Call(string? subtype = "17") => Given.Call(Given.Empty with { Subtype = subtype, Lots = [new Lot { Id = "LOT-0001", Deadline = LocalDeadline.Parse("2025-03-01T12:00:00+01:00") }] });

    private static IEnumerable<string> Codes(int days, params CaseNotice[] notices) =>
        Orphans.Of(TimelineState.Of(Timeline.Of(notices)), Due.AddDays(days)).Select(problem => problem.Code);

    [Fact]
    public void An_award_without_a_call_is_an_orphan_and_says_that_the_call_may_be_older()
    {
        var problem = Assert.Single(Orphans.Of(TimelineState.Of(Timeline.Of([Given.Award()])), Due));

        Assert.Equal(Orphans.AwardWithoutCall, problem.Code);
        Assert.Contains("older", problem.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void An_award_with_its_call_or_without_prior_call_is_none()
    {
        Assert.Empty(Codes(1000, Call(), Given.Award()));
        Assert.Empty(Codes(1000, Given.Award(Given.Empty with { ProcedureType = "neg-wo-call" })));
        Assert.Empty(Codes(1000, Given.In(Given.Empty with { FormType = "dir-awa-pre" }), Given.Award()));
        Assert.Empty(Codes(1000, Given.In(Given.Empty with { FormType = "change", Changes = "9-2024" }), Given.Award()));
    }

    [Theory]
    [InlineData(180, false)]
    [InlineData(181, true)]
    public void A_call_is_an_orphan_when_half_a_year_after_its_deadline_no_outcome_is_known(int days, bool orphan) =>
        Assert.Equal(orphan ? [Orphans.NoResult] : [], Codes(days, Call()));

    [Fact]
    public void A_moved_deadline_counts_and_a_qualification_system_needs_no_outcome()
    {
        var moved = Given.In(Given.Empty with { FormType = "change", Changes = "1-2025", Lots = [new Lot { Id = "LOT-0001", Deadline = LocalDeadline.Parse("2025-06-01T12:00:00+02:00") }] }, "ted:3-2025");

        Assert.Empty(Codes(200, Call(), moved));
        Assert.Equal([Orphans.NoResult], Codes(300, Call(), moved));
        Assert.Empty(Codes(1000, Call("15")));
    }

    [Fact]
    public void A_state_of_an_earlier_version_is_still_read_and_misses_nothing()
    {
        var state = JsonSerializer.Deserialize<CaseState>("""{"id":"0123456789ab","title":"Meters","buyers":[],"notices":1}""", NoticeJson.Stored)!;

        Assert.Null(state.Thread);
        Assert.Empty(Orphans.Of(state.Thread, Due));
        var thread = state with { Thread = new TimelineState(true, Due) };
        Assert.Equal(thread.Thread, JsonSerializer.Deserialize<CaseState>(JsonSerializer.Serialize(thread, NoticeJson.Stored), NoticeJson.Stored)!.Thread);
    }
}
