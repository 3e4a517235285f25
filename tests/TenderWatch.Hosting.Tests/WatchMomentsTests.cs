using TenderWatch.Hosting.Watching;

namespace TenderWatch.Hosting.Tests;

public sealed class WatchMomentsTests
{
    private const string EveryTwentyMinutesByDay = "*/20 6-22 * * *";

    [Fact]
    public void A_source_that_was_never_watched_is_due() => Assert.True(WatchMoments.HasCome(EveryTwentyMinutesByDay, null, At("2026-03-02T03:00Z")));

    [Theory]
    // Winter time is an hour ahead of UTC: six in the morning is five.
    [InlineData("2026-03-02T04:50Z", "2026-03-02T04:59Z", false)]
    [InlineData("2026-03-02T04:50Z", "2026-03-02T05:00Z", true)]
    [InlineData("2026-03-02T05:00Z", "2026-03-02T05:19Z", false)]
    [InlineData("2026-03-02T05:00Z", "2026-03-02T05:20Z", true)]
    // Summer time is two hours ahead.
    [InlineData("2026-07-01T03:50Z", "2026-07-01T04:00Z", true)]
    // Nothing after the last moment of the evening, until morning.
    [InlineData("2026-07-01T20:40Z", "2026-07-02T03:59Z", false)]
    public void A_moment_comes_in_Dutch_time(string last, string now, bool due) => Assert.Equal(due, WatchMoments.HasCome(EveryTwentyMinutesByDay, At(last), At(now)));

    [Theory]
    [InlineData("2026-03-02T06:00:31Z", "2026-03-02T11:00Z")]
    [InlineData("2026-02-20T06:00:31Z", "2026-03-02T11:00Z")]
    public void Moments_that_were_missed_are_made_good_once(string last, string now)
    {
        Assert.True(WatchMoments.HasCome(EveryTwentyMinutesByDay, At(last), At(now)));
        Assert.False(WatchMoments.HasCome(EveryTwentyMinutesByDay, At(now), At(now).AddMinutes(19)));
    }

    [Theory]
    // 29 March 2026: 02:30 does not exist; its moment is 03:00 (01:00 UTC), once.
    [InlineData("2026-03-28T12:00Z", "2026-03-29T00:59Z", false)]
    [InlineData("2026-03-28T12:00Z", "2026-03-29T01:00Z", true)]
    [InlineData("2026-03-29T01:00Z", "2026-03-29T23:00Z", false)]
    // 25 October 2026: 02:30 exists twice; its moment is the first (00:30 UTC).
    [InlineData("2026-10-24T12:00Z", "2026-10-25T00:29Z", false)]
    [InlineData("2026-10-24T12:00Z", "2026-10-25T00:30Z", true)]
    [InlineData("2026-10-25T00:30Z", "2026-10-25T23:00Z", false)]
    public void A_daily_moment_comes_once_on_the_days_when_the_clock_changes(string last, string now, bool due) =>
        Assert.Equal(due, WatchMoments.HasCome("30 2 * * *", At(last), At(now)));

    private static DateTimeOffset At(string utc) => DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture);
}
