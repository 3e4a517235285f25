using TenderWatch.Core.Watching;

namespace TenderWatch.Core.Tests.Watching;

public sealed class UsualCountsTests
{
    // A Monday without holidays in the weeks before.
    private static readonly DateOnly Monday = new(2026, 3, 16);

    [Fact]
    public void The_usual_is_the_median_of_the_same_kind_of_day_which_a_flood_and_a_failed_day_do_not_move()
    {
        var counts = Days(day => day.DayOfWeek switch { DayOfWeek.Saturday or DayOfWeek.Sunday => 2, DayOfWeek.Friday => 60, _ => 81 });
        counts[Monday.AddDays(-3)] = new DayCount(5_000);
        counts[Monday.AddDays(-4)] = new DayCount(0);
        var usual = UsualCounts.Before(counts, Monday);
        Assert.Equal((81m, 2m), (usual.On(Monday), usual.On(Monday.AddDays(5))));
        Assert.Equal(2, usual.On(new DateOnly(2026, 4, 6))); // Easter Monday
    }

    [Fact]
    public void Of_fewer_than_five_days_of_a_kind_nothing_is_known_and_nothing_expected()
    {
        var counts = Days(_ => 50).Where(count => count.Key >= Monday.AddDays(-7)).ToDictionary();
        var usual = UsualCounts.Before(counts, Monday);
        Assert.True(usual.IsKnown);
        Assert.Equal((50m, null, 0m), (usual.On(Monday), usual.On(Monday.AddDays(5)), usual.ExpectedOn(Monday.AddDays(5))));

        counts.Remove(Monday.AddDays(-3));
        Assert.False(UsualCounts.Before(counts, Monday).IsKnown);
    }

    [Fact]
    public void A_source_that_is_mostly_quiet_is_expected_by_its_mean_to_which_no_day_adds_more_than_seven()
    {
        var counts = Days(day => day.DayOfWeek == DayOfWeek.Tuesday ? 1 : 0);
        Assert.Equal((0m, 0.2m), (UsualCounts.Before(counts, Monday).On(Monday), UsualCounts.Before(counts, Monday).ExpectedOn(Monday)));

        counts[Monday.AddDays(-3)] = new DayCount(500);
        Assert.Equal(0.375m, UsualCounts.Before(counts, Monday).ExpectedOn(Monday)); // (8 + 7) / 40
    }

    [Fact]
    public void Neither_the_day_itself_nor_what_is_older_than_eight_weeks_counts()
    {
        var counts = Days(_ => 10);
        counts[Monday] = new DayCount(90);
        foreach (var back in Enumerable.Range(57, 100)) counts[Monday.AddDays(-back)] = new DayCount(90);
        Assert.Equal(10, UsualCounts.Before(counts, Monday).On(Monday));
    }

    [Fact]
    public void What_is_kept_is_bounded_and_a_long_silence_does_not_push_out_what_was_usual_before_it()
    {
        var counts = Enumerable.Range(0, 1_000).ToDictionary(back => Monday.AddDays(-back), _ => new DayCount(1));
        Assert.Equal(DayCount.DaysKept, DayCount.Kept(counts, Monday, Monday).Count);

        var kept = DayCount.Kept(counts, Monday, Monday.AddDays(-300));
        Assert.Equal(2 * DayCount.DaysKept, kept.Count);
        Assert.True(UsualCounts.Before(kept, Monday.AddDays(-300)).IsKnown);
    }

    internal static Dictionary<DateOnly, DayCount> Days(Func<DateOnly, int> listed) =>
        Enumerable.Range(1, UsualCounts.Days).Select(back => Monday.AddDays(-back)).ToDictionary(day => day, day => new DayCount(listed(day)));
}
