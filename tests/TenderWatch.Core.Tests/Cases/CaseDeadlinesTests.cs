using TenderWatch.Core.Cases;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Tests.Checks;

namespace TenderWatch.Core.Tests.Cases;

public class CaseDeadlinesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 8, 12, 0, 0, TimeSpan.Zero);

    private static DateTimeOffset? Next(LocalDeadline? deadline, DateOnly? release = null) => CaseDeadlines.Next(
        Given.Case(Given.Call(Given.Empty with
        {
            Lots = [new Lot { Id = "LOT-0001", Deadline = deadline }],
            Withheld = release is null ? [] : [new WithheldField { Field = "win-ten-val", Until = release }],
        })),
        Now);

    [Theory]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-12:00")]
    [InlineData("0001-01-01")]
    public void A_date_that_stands_for_no_date_gives_no_deadline(string deadline) => Assert.Null(Next(LocalDeadline.Parse(deadline)));

    [Theory]
    [InlineData(1)]
    [InlineData(9999)]
    public void A_release_date_that_stands_for_no_date_gives_no_deadline(int year) => Assert.Null(Next(null, new DateOnly(year, 1, 1)));

    [Fact]
    public void The_earliest_moment_to_come_is_next_in_Dutch_time() =>
        Assert.Equal(new DateTimeOffset(2026, 6, 30, 22, 0, 0, TimeSpan.Zero), Next(LocalDeadline.Parse("2026-09-01T12:00:00+02:00"), new DateOnly(2026, 7, 1)));

    [Fact]
    public void What_has_passed_is_no_deadline() => Assert.Null(Next(LocalDeadline.Parse("2026-01-08T12:00:00Z")));
}
