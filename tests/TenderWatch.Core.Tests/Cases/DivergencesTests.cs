using TenderWatch.Core.Cases;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Tests.Checks;

namespace TenderWatch.Core.Tests.Cases;

public sealed class DivergencesTests
{
    private static readonly DateOnly Published = new(2025, 12, 1);

    private static Notice Ted { get; } = Given.Empty with
    {
        FormType = "competition",
        PublicationNumber = "10-2025",
        Title = "Meters",
        Cpv = ["38554000", "38550000"],
        EstimatedValue = Given.Euro(1000),
        Buyers = [new Party { Name = "Beheer  Oost" }],
        Lots = [new Lot { Id = "LOT-0001", Deadline = LocalDeadline.Parse("2026-01-05T11:00:00Z") }],
    };

    private static Notice TenderNed { get; } = Ted with
    {
        Format = "tenderned-html",
        Cpv = ["38554000"],
        EstimatedValue = Money.Of(1000.00m, "EUR"),
        Buyers = [new Party { Name = "BEHEER Oost " }],
        Lots = [new Lot { Deadline = LocalDeadline.Parse("2026-01-05T12:00:00") }],
    };

    private static IReadOnlyList<ProcurementProblem> Between(Notice ted, Notice tenderNed) =>
        Divergences.Of(Timeline.Of([Given.In(tenderNed, "tenderned:7", Published), Given.In(ted, "ted:10-2025", Published)]));

    [Fact]
    public void The_same_facts_in_another_writing_and_facts_that_one_side_lacks_do_not_differ() => Assert.Empty(Between(Ted, TenderNed));

    [Fact]
    public void Facts_that_differ_are_told_with_both_values_and_where_they_stand()
    {
        var problems = Between(Ted, TenderNed with { EstimatedValue = Given.Euro(900), Lots = [new Lot { Deadline = LocalDeadline.Parse("2026-01-19T12:00:00") }] });

        Assert.Equal(2, problems.Count);
        Assert.All(problems, problem => Assert.Equal(Divergences.Code, problem.Code));
        Assert.Contains(problems, problem => problem.Text.En == "The sources differ. Estimated value (excluding VAT): EUR 1,000 (ted:10-2025), EUR 900 (tenderned:7).");
        Assert.Contains(problems, problem => problem.Text.Nl.Contains("5 januari 2026, 11:00 (UTC+00:00) (ted:10-2025), 19 januari 2026, 12:00 (tenderned:7)", StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.Equal(["ted:10-2025", "tenderned:7"], problem.Origins.Select(origin => origin.Notice.ToString())));
    }

    [Fact]
    public void A_title_in_another_language_is_no_difference()
    {
        Assert.Empty(Between(Ted with { Language = "eng" }, TenderNed with { Language = "nld", Title = "Tellers" }));
        Assert.Single(Between(Ted with { Language = "nld" }, TenderNed with { Language = "nld", Title = "Tellers" }));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void A_TED_number_that_TED_has_not_brought_after_five_days_is_a_problem(int days, bool late)
    {
        var timeline = Timeline.Of([Given.In(TenderNed, "tenderned:7", Published)]);
        var problems = LatePublications.Of(timeline, new DateTimeOffset(2025, 12, 1, 12, 0, 0, TimeSpan.Zero).AddDays(days));

        Assert.Equal(late ? [LatePublications.Code] : [], problems.Select(problem => problem.Code));
    }

    [Fact]
    public void A_notice_that_TED_has_brought_or_that_names_no_number_is_not_late()
    {
        var later = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

        Assert.Empty(LatePublications.Of(Timeline.Of([Given.In(TenderNed, "tenderned:7", Published), Given.In(Ted, "ted:10-2025", Published)]), later));
        Assert.Empty(LatePublications.Of(Timeline.Of([Given.In(TenderNed with { PublicationNumber = null }, "tenderned:7", Published)]), later));
    }

    [Fact]
    public void A_notice_of_a_Dutch_buyer_that_TenderNed_has_not_brought_is_a_problem_where_TenderNed_has_others_of_the_purchase()
    {
        var later = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
        var dutch = Ted with { PublicationNumber = "11-2025", NoticeId = null, Buyers = [new Party { Name = "Alliander", Country = "NLD" }] };
        CaseNotice[] both = [Given.In(TenderNed with { PublicationNumber = null }, "tenderned:7", Published), Given.In(dutch, "ted:11-2025", Published)];

        Assert.Equal([LatePublications.NotAtTenderNed], LatePublications.Of(Timeline.Of(both), later).Select(problem => problem.Code));
        Assert.Empty(LatePublications.Of(Timeline.Of(both), new DateTimeOffset(2025, 12, 3, 12, 0, 0, TimeSpan.Zero)));
        Assert.Empty(LatePublications.Of(Timeline.Of([both[1]]), later));
        Assert.Empty(LatePublications.Of(Timeline.Of([both[0], Given.In(dutch with { Buyers = [new Party { Country = "BEL" }] }, "ted:11-2025", Published)]), later));
    }
}
