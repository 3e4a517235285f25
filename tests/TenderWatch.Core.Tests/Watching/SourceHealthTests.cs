using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Watching;

namespace TenderWatch.Core.Tests.Watching;

public sealed class SourceHealthTests
{
    // A Friday afternoon.
    private static readonly DateTimeOffset Friday = new(2026, 11, 20, 14, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, SourceCondition.Well)]
    [InlineData(3, SourceCondition.Well)] // Monday: a weekend has no publications
    [InlineData(5, SourceCondition.Well)] // Wednesday: Monday and Tuesday were quiet
    [InlineData(6, SourceCondition.Silent)]
    [InlineData(4000, SourceCondition.Silent)]
    public void A_source_is_silent_after_three_whole_working_days_without_a_publication(int days, SourceCondition condition)
    {
        var health = SourceHealth.Of(new SourceState { Source = "ted", LastRun = Friday, LastNew = Friday }, [], Friday.AddDays(days));
        Assert.Equal((condition, condition == SourceCondition.Silent ? Friday : null), (health.Condition, health.Since));
    }

    [Fact]
    public void A_failure_comes_before_silence_and_a_source_that_was_never_read_is_neither()
    {
        var failing = SourceHealth.Of(new SourceState { Source = "ted", LastRun = Friday, LastNew = Friday.AddDays(-90), LastSuccess = Friday.AddDays(-1), Failure = "away" }, [], Friday);
        Assert.Equal((SourceCondition.Failing, Friday.AddDays(-1), "away"), (failing.Condition, failing.Since, failing.Failure));
        Assert.Equal(SourceCondition.Unread, SourceHealth.Of(new SourceState { Source = "ted" }, [], Friday).Condition);
    }

    [Fact]
    public void The_quarantine_is_counted_by_fault_and_only_that_of_the_source()
    {
        QuarantinedNotice Broken(string source, string id, string code) => new(new NoticeKey(source, id), new ReadingFault(code, ""), [], Friday, "1", default);
        var health = SourceHealth.Of(new SourceState { Source = "ted" }, [Broken("ted", "1", "dtd"), Broken("ted", "2", "html"), Broken("ted", "3", "dtd"), Broken("tenderned", "4", "dtd")], Friday);
        Assert.Equal([new("dtd", 2), new("html", 1)], health.Quarantine.OrderBy(fault => fault.Key));
    }

    [Fact]
    public void A_canary_is_told_from_other_failures_and_a_source_that_is_off_is_neither_failing_nor_silent()
    {
        var state = new SourceState { Source = "ted", LastRun = Friday, LastNew = Friday.AddDays(-90), Failure = "filters", FailureCode = "canary", FailingSince = Friday.AddHours(-1) };
        Assert.Equal((SourceCondition.Untrusted, Friday.AddHours(-1)), (SourceHealth.Of(state, [], Friday).Condition, SourceHealth.Of(state, [], Friday).Since));
        var off = SourceHealth.Of(state, [], Friday, isWatched: false);
        Assert.Equal((SourceCondition.Off, false), (off.Condition, off.IsTroubled));
    }

    [Theory]
    [InlineData(0, SourceCondition.Well)]
    [InlineData(3, SourceCondition.Well)] // Monday: no working day has passed
    [InlineData(4, SourceCondition.Behind)]
    public void A_source_of_which_no_list_was_read_for_a_whole_working_day_is_behind(int days, SourceCondition condition)
    {
        var state = new SourceState { Source = "ted", LastRun = Friday, LastSuccess = Friday, LastNew = Friday, Days = SilenceTests.Read(DateOnly.FromDateTime(Friday.Date)) };
        var health = SourceHealth.Of(state, [], Friday.AddDays(days));
        Assert.Equal((condition, days), (health.Condition, health.DaysBehind));
        Assert.Equal(new DateOnly(2026, 11, 19), health.ReadTo);
    }

    [Fact]
    public void The_last_days_stand_against_the_usual_and_a_day_with_far_too_few_says_so()
    {
        var today = DateOnly.FromDateTime(Friday.Date);
        var counts = Enumerable.Range(0, 56).Select(back => today.AddDays(-back)).ToDictionary(day => day, day => new DayCount(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 1 : 81));
        counts[today] = new DayCount(4, 4); // not over yet
        counts[today.AddDays(-1)] = new DayCount(73, 70, 1);
        counts[today.AddDays(-2)] = new DayCount(12, 12);
        counts.Remove(today.AddDays(-3));
        var read = SilenceTests.Read(today);
        read.Remove(today.AddDays(-3));
        var health = SourceHealth.Of(new SourceState { Source = "tenderned", LastRun = Friday, LastNew = Friday, Days = read, Counts = counts }, [], Friday);
        Assert.Equal(DayHealth.Shown, health.Days.Count);
        Assert.Equal(
            ["4 (usual 81)", "73 (usual 81)", "12 (usual 81), far too few", "not read (usual 81)", "81 (usual 81)", "1 (usual 1)", "1 (usual 1)"],
            health.Days.Select(day => SourceWords.Count(day).En));
        Assert.Equal("12 (gewoonlijk 81), veel te weinig", SourceWords.Count(health.Days[2]).Nl);
        Assert.Equal([today.AddDays(-3)], health.UnreadDays);
        Assert.Equal((70, 1, false, true), (health.Days[1].New, health.Days[1].DaysUntilRead, health.Days[5].WorkingDay, health.Days[1].WorkingDay));
    }

    [Theory]
    [InlineData(SourceCondition.Failing, 359, false)]
    [InlineData(SourceCondition.Failing, 360, true)]
    [InlineData(SourceCondition.Untrusted, 0, true)]
    [InlineData(SourceCondition.Silent, 0, true)]
    [InlineData(SourceCondition.Behind, 0, true)]
    [InlineData(SourceCondition.Unread, 0, true)]
    [InlineData(SourceCondition.Well, 9_999, false)]
    [InlineData(SourceCondition.Off, 9_999, false)]
    public void Failures_that_pass_by_themselves_raise_no_alarm(SourceCondition condition, int minutes, bool holds) =>
        Assert.Equal(holds, new AlarmRule(TimeSpan.FromHours(6)).Holds(new SourceHealth { Source = "ted", Condition = condition, Since = Friday.AddMinutes(-minutes) }, Friday));
}
