using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Watching;
using TenderWatch.Testing;

namespace TenderWatch.Core.Tests.Watching;

public sealed partial class SilenceTests
{
    private static readonly DateOnly Monday = new(2026, 3, 16);

    private static readonly Gen<int[]> Listed = Gen.OneOf(Gen.Int[0, 1], Gen.Int[0, 4], Gen.Int[0, 120]).Array[UsualCounts.Days];

    [Fact]
    public void The_worked_example_on_the_page_gives_what_the_page_says()
    {
        var page = System.IO.File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "sources-health.md"));
        var counts = Count().Matches(page[..page.IndexOf("| today |", StringComparison.Ordinal)]).ToDictionary(match => Day(match.Groups["day"].Value), match => new DayCount(int.Parse(match.Groups["listed"].Value, CultureInfo.InvariantCulture)));
        Assert.Equal(18, counts.Count);
        var outcomes = Outcome().Matches(page);
        Assert.Equal(3, outcomes.Count);
        foreach (Match outcome in outcomes)
        {
            var today = Day(outcome.Groups["day"].Value);
            var state = new SourceState { Source = "tenderned", LastRun = At(today), LastNew = new DateTimeOffset(2026, 4, 2, 14, 20, 0, TimeSpan.Zero), Days = Read(today), Counts = counts };
            var health = SourceHealth.Of(state, [], At(today));
            Assert.Equal(outcome.Groups["condition"].Value, health.Condition.ToString().ToLowerInvariant());
            var usual = UsualCounts.Before(counts, new DateOnly(2026, 4, 2));
            Assert.Equal(outcome.Groups["expected"].Value, DutchCalendar.DaysBetween(new DateOnly(2026, 4, 2), today).Sum(usual.ExpectedOn).ToString("0", CultureInfo.InvariantCulture));
            Assert.Equal(health.Condition == SourceCondition.Silent ? 85 : null, health.Expected);
        }
    }

    [Fact]
    public void A_source_with_one_notice_a_week_is_silent_after_35_working_days_and_not_before()
    {
        var counts = UsualCountsTests.Days(day => day.DayOfWeek == DayOfWeek.Tuesday ? 1 : 0);
        var silentFrom = Enumerable.Range(0, 200).Select(Monday.AddDays).First(today => Silence.Of(State(counts, Monday), today) is not null);
        Assert.Equal(35, DutchCalendar.WorkingDaysBetween(Monday, silentFrom));
    }

    [Theory]
    [InlineData("2026-03-27T22:59:00Z", "2026-03-28")] // summer time begins on the 29th
    [InlineData("2026-10-23T21:59:00Z", "2026-10-24")] // and ends on the 25th
    public void A_weekend_with_23_or_25_hours_does_not_make_silent_and_the_working_day_after_it_does(string lastNew, string saturday)
    {
        var last = DateTimeOffset.Parse(lastNew, CultureInfo.InvariantCulture);
        var counts = Enumerable.Range(1, 56).ToDictionary(back => Day(saturday).AddDays(-1 - back), back => new DayCount(DutchCalendar.IsWorkingDay(Day(saturday).AddDays(-1 - back)) ? 40 : 0));
        var state = new SourceState { Source = "ted", LastRun = last, LastNew = last, Counts = counts };
        Assert.Equal(Day(saturday).AddDays(-1), DutchTime.DateOf(last));
        Assert.Equal([false, false, false, true], new[] { 0, 1, 2, 3 }.Select(days => Silence.Of(state, Day(saturday).AddDays(days)) is not null));
    }

    [Theory]
    [InlineData("tenderned", true)]
    [InlineData("ted", false)]
    public void On_the_first_of_May_TED_is_closed_and_TenderNed_is_not(string source, bool silent)
    {
        var thursday = new DateOnly(2026, 4, 30);
        var counts = Enumerable.Range(1, 56).Select(back => thursday.AddDays(-back)).ToDictionary(day => day, _ => new DayCount(9));
        var counted = counts.Where(count => DutchCalendar.IsWorkingDay(count.Key)).ToDictionary();
        Assert.Equal(silent, Silence.Of(State(counted, thursday) with { Source = source }, new DateOnly(2026, 5, 4)) is not null);
        Assert.NotNull(Silence.Of(State(counted, thursday) with { Source = source }, new DateOnly(2026, 5, 6)));
        Assert.Equal(silent ? 9m : null, DayHealth.Last(State(counted, thursday) with { Source = source }, new DateOnly(2026, 5, 4)).Single(day => day.Day == new DateOnly(2026, 5, 1)).Usual);
    }

    [Fact]
    public void One_publication_more_now_always_ends_the_silence_and_never_makes_one() => Gen.Select(Listed, Gen.Int[0, 400]).Sample((listed, days) =>
        Silence.Of(State(Counts(listed), Monday.AddDays(days)), Monday.AddDays(days)) is null);

    [Fact]
    public void More_publications_on_the_day_of_the_latest_or_after_it_never_make_silent() => Gen.Select(Listed, Gen.Int[0, 60], Gen.Int[1, 500], Gen.Int[0, 60]).Sample((listed, days, more, on) =>
    {
        var counts = Counts(listed);
        var today = Monday.AddDays(days);
        var before = Silence.Of(State(counts, Monday), today);
        counts[Monday.AddDays(Math.Min(on, days))] = new DayCount(more);
        return before is not null || Silence.Of(State(counts, Monday), today) is null;
    });

    [Fact]
    public void Where_the_usual_is_the_same_a_later_latest_publication_is_never_silent_sooner() => Gen.Select(Gen.Int[0, 120], Gen.Int[0, 5], Gen.Int[0, 30], Gen.Int[0, 30]).Sample((working, quiet, later, days) =>
    {
        var counts = Enumerable.Range(-56, 90).Select(Monday.AddDays).ToDictionary(day => day, day => new DayCount(DutchCalendar.IsWorkingDay(day) ? working : quiet));
        var today = Monday.AddDays(later + days);
        return Silence.Of(State(counts, Monday), today) is not null || Silence.Of(State(counts, Monday.AddDays(later)), today) is null;
    });

    [Fact]
    public void Silence_lasts_however_long_it_lasts_and_what_was_never_heard_is_not_silent()
    {
        var state = State(UsualCountsTests.Days(_ => 50), Monday);
        Assert.All(Enumerable.Range(2, 2_000), days => Assert.NotNull(Silence.Of(state, Monday.AddDays(days))));
        Assert.Null(Silence.Of(state with { LastNew = null }, Monday.AddDays(500)));
    }

    private static Dictionary<DateOnly, DayCount> Counts(int[] listed) => listed.Select((count, back) => (Day: Monday.AddDays(-1 - back), Count: count)).ToDictionary(day => day.Day, day => new DayCount(day.Count));

    private static SourceState State(IReadOnlyDictionary<DateOnly, DayCount> counts, DateOnly lastNew) =>
        new() { Source = "tenderned", LastRun = At(lastNew), LastNew = At(lastNew), Counts = counts };

    internal static Dictionary<DateOnly, Digest> Read(DateOnly today) => Enumerable.Range(0, 9).ToDictionary(back => today.AddDays(-back), back => Digest.Of("day" + back));

    private static DateTimeOffset At(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<day>\d{4}-\d\d-\d\d) \| (?<listed>\d+) (?=\|)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Count();

    [GeneratedRegex(@"^\| (?<day>\d{4}-\d\d-\d\d) \| (?<expected>\d+) \| (?<condition>[a-z]+) \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 10_000)]
    private static partial Regex Outcome();
}
