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
}
