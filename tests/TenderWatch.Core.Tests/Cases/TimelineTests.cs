using TenderWatch.Core.Cases;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Tests.Checks;
using TenderWatch.Testing;

namespace TenderWatch.Core.Tests.Cases;

public sealed class TimelineTests
{
    private const string Id = "d3ea21b3-1181-403f-a646-06ab811125c0";

    private static DateOnly Day(int month, int day = 1) => new(2025, month, day);

    private static Notice Notice(string? form = "competition", string? subtype = null) => Given.Empty with { FormType = form, Subtype = subtype };

    [Fact]
    public void A_life_is_told_from_plan_to_modification_by_day_then_stage()
    {
        var timeline = Timeline.Of(
        [
            Given.In(Notice("cont-modif", "39"), "ted:6-2025", Day(9)),
            Given.In(Notice("result", "30"), "ted:5-2025", Day(6)),
            Given.In(Notice("change", "17") with { Changes = "2-2025" }, "ted:3-2025", Day(3)),
            Given.In(Notice("competition", "17") with { PublicationNumber = "2-2025" }, "ted:2-2025", Day(3)),
            Given.In(Notice("planning", "5"), "tenderned:1", Day(1)),
            Given.In(Notice("dir-awa-pre", "26"), "ted:4-2025", Day(5)),
        ]);

        Assert.Equal(
            [TimelineStage.Planning, TimelineStage.Competition, TimelineStage.Change, TimelineStage.DirectAward, TimelineStage.Result, TimelineStage.Modification],
            timeline.Select(entry => entry.Stage));
        Assert.Equal("ted:2-2025", timeline[2].Follows!.ToString());
    }

    [Theory]
    [InlineData("ted-export", "F01", "0", TimelineStage.Planning)]
    [InlineData("ted-export", "F21", "3", TimelineStage.Competition)]
    [InlineData("ted-export", "F22", "7", TimelineStage.Result)]
    [InlineData("ted-export", "F14", "2", TimelineStage.Change)]
    [InlineData("ted-export", "F15", "V", TimelineStage.DirectAward)]
    [InlineData("ted-export", "F20", "K", TimelineStage.Modification)]
    [InlineData("ted-export", "F13", "R", TimelineStage.Result)]
    [InlineData("ted-export", "F08", "B", TimelineStage.Other)]
    [InlineData("tenderned-html", "F03", null, TimelineStage.Result)]
    public void The_forms_before_eForms_have_a_stage_too(string format, string form, string? type, TimelineStage stage) =>
        Assert.Equal(stage, TimelineStages.Of(new Notice { Format = format, Subtype = form, NoticeType = type }));

    [Fact]
    public void The_same_TED_number_at_two_sources_is_one_entry_with_two_publications()
    {
        var entry = Assert.Single(Timeline.Of(
        [
            Given.In(Notice() with { Format = "tenderned-html", PublicationNumber = "10-2025", Title = "From TenderNed" }, "tenderned:7", Day(2, 3)),
            Given.In(Notice() with { PublicationNumber = "10-2025", Title = "From TED" }, "ted:10-2025", Day(2, 5)),
        ]));

        Assert.Equal([("tenderned:7", Day(2, 3)), ("ted:10-2025", Day(2, 5))], entry.Publications.Select(publication => (publication.Key.ToString(), publication.Day!.Value)));
        Assert.Equal((Day(2, 3), "From TED"), (entry.Day, entry.Title));
    }

    [Fact]
    public void The_same_id_and_version_is_one_notice_and_another_version_is_another()
    {
        CaseNotice Version(string version, string key, string? number = null) => Given.In(Notice() with { NoticeId = Id, NoticeVersion = version, PublicationNumber = number }, key, Day(2));

        // The file knows the id alone and TenderNed the number alone; only TED knows both.
        var timeline = Timeline.Of(
            [Version("01", "file:a"), Given.In(Notice() with { PublicationNumber = "10-2025" }, "tenderned:7", Day(2)), Version("01", "ted:10-2025", "10-2025"), Version("02", "ted:11-2025", "11-2025")]);

        Assert.Equal([3, 1], timeline.Select(entry => entry.Publications.Count));
        Assert.Equal("file:a", timeline[1].Follows!.ToString());
    }

    [Fact]
    public void A_rectification_of_TenderNed_follows_the_call_before_it_and_a_modification_the_only_award()
    {
        var timeline = Timeline.Of(
        [
            Given.In(Notice() with { Format = "tenderned-html" }, "tenderned:1", Day(1)),
            Given.In(Notice("change") with { Format = "tenderned-html" }, "tenderned:2", Day(2)),
            Given.In(Notice("change") with { Format = "tenderned-html" }, "tenderned:3", Day(3)),
            Given.In(Notice("result") with { Format = "tenderned-html" }, "tenderned:4", Day(4)),
            Given.In(Notice("cont-modif"), "ted:5-2025", Day(5)),
        ]);

        Assert.Equal([null, "tenderned:1", "tenderned:2", null, "tenderned:4"], timeline.Select(entry => entry.Follows?.ToString()));
    }

    [Fact]
    public void A_modification_that_names_no_award_follows_none_of_several()
    {
        var timeline = Timeline.Of(
            [Given.In(Notice("result"), "ted:1-2025", Day(1)), Given.In(Notice("result"), "ted:2-2025", Day(2)), Given.In(Notice("cont-modif"), "ted:3-2025", Day(3))]);

        Assert.Null(timeline[2].Follows);
    }

    [Fact]
    public void Real_changes_and_modifications_have_their_stage_and_name_what_they_change()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        List<Notice> Of(string folder) => [.. Directory.EnumerateFiles(SharedData.File("eforms/" + folder), "*.xml").Select(path => Given.Real(path, "file:" + Path.GetFileName(path)).Notice)];
        var (changes, modifications) = (Of("change"), Of("cont-modif"));

        Assert.Equal((3, 10), (changes.Count, modifications.Count));
        Assert.All(changes, notice => Assert.Equal(TimelineStage.Change, TimelineStages.Of(notice)));
        Assert.All(modifications, notice => Assert.Equal(TimelineStage.Modification, TimelineStages.Of(notice)));
        Assert.All(modifications.Where(notice => notice.PreviousPublications.Count > 0), notice =>
        {
            var award = Given.In(Given.Empty with { FormType = "result", NoticeId = notice.PreviousPublications[^1][..^3], NoticeVersion = "01", PublicationNumber = notice.PreviousPublications[^1] }, "ted:1-2020", new DateOnly(2020, 1, 1));
            Assert.Equal("ted:1-2020", Timeline.Of([award, Given.In(notice, "ted:2-2025")])[1].Follows!.ToString());
        });
        Assert.Contains(modifications, notice => notice.PreviousPublications.Count > 0);
    }
}
