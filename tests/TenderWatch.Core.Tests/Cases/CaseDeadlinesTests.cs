using TenderWatch.Core.Cases;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Core.Tests.Checks;

namespace TenderWatch.Core.Tests.Cases;

public class CaseDeadlinesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 8, 12, 0, 0, TimeSpan.Zero);

    private static DateTimeOffset? Next(LocalDeadline? deadline, DateOnly? release = null) => CaseDeadlines.First(
        CaseDeadlines.Of(Given.Case(Given.Call(Given.Empty with
        {
            Lots = [new Lot { Id = "LOT-0001", Deadline = deadline }],
            Withheld = release is null ? [] : [new WithheldField { Field = "win-ten-val", Until = release }],
        })), [], ReminderRule.Default),
        Now)?.End;

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

    private static readonly CaseTerm Explanation =
        new(CaseTermKind.Explanation, new(2026, 3, 31, 22, 0, 0, TimeSpan.Zero)) { Lot = "LOT-0001", Bid = "TEN-0001", Reminder = new(2026, 3, 29, 7, 0, 0, TimeSpan.Zero) };

    [Fact]
    public void People_are_reminded_in_the_morning_so_many_days_before_the_last_day_in_Dutch_time()
    {
        // 29 March 2026 is the first day of summer time: nine in the morning is 07:00 UTC.
        var asked = new ExplanationProcedure("LOT-0001", "TEN-0001", ExplanationStage.Requested) { Due = new DateOnly(2026, 3, 31) };

        Assert.Equal(Explanation, Assert.Single(CaseDeadlines.Of(Given.Case(Given.Call()), [asked], new ReminderRule(2))));
        Assert.Null(Assert.Single(CaseDeadlines.Of(Given.Case(Given.Call()), [asked], new ReminderRule(0))).Reminder);
    }

    [Fact]
    public void The_reminder_comes_before_the_end_and_neither_is_met_twice()
    {
        Assert.Equal(Explanation.Reminder, CaseDeadlines.NextReminder([Explanation], Now));
        Assert.Null(CaseDeadlines.NextReminder([Explanation], Explanation.Reminder!.Value));
        Assert.Null(CaseDeadlines.First([Explanation], Explanation.End));
        Assert.Equal(Explanation, CaseDeadlines.First([Explanation], Explanation.Reminder.Value));
        var state = new CaseState { Id = "c", NextDeadline = Explanation.End, NextReminder = Explanation.Reminder };
        Assert.Equal((Explanation.Reminder, Explanation.End, (DateTimeOffset?)null), (state.LookAgainAt, (state with { NextReminder = null }).LookAgainAt, new CaseState { Id = "c" }.LookAgainAt));
    }

    [Fact]
    public void What_is_told_at_a_moment_is_what_still_stands_then()
    {
        var tenders = new CaseTerm(CaseTermKind.Tenders, Explanation.End);

        Assert.Equal(Explanation, CaseDeadlines.Reached([tenders, Explanation], Explanation.Reminder!.Value, Explanation.Reminder.Value));
        Assert.Equal(Explanation, CaseDeadlines.Reached([tenders, Explanation], Explanation.End, Explanation.End));
        Assert.Equal(Explanation, CaseDeadlines.Reached([Explanation], Explanation.Reminder.Value, Explanation.End.AddDays(9)));
        Assert.Null(CaseDeadlines.Reached([tenders], Explanation.End, Explanation.End));
        Assert.Null(CaseDeadlines.Reached([tenders with { Reminder = Explanation.Reminder }], Explanation.Reminder.Value, Explanation.End));
        Assert.Null(CaseDeadlines.Reached([Explanation with { End = Explanation.End.AddDays(7), Reminder = null }], Explanation.Reminder.Value, Explanation.Reminder.Value));
    }

    [Fact]
    public void What_has_passed_is_no_deadline() => Assert.Null(Next(LocalDeadline.Parse("2026-01-08T12:00:00Z")));
}
