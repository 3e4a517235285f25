using System.Globalization;
using CsCheck;
using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Checks.ForeignSubsidies.Clock;

namespace TenderWatch.Core.Tests.Checks.Calendars;

public sealed class FsrClockTests
{
    private static readonly FsrClock Clock = new(CommissionCalendar.Shipped);

    private static string Days(FsrClockInput input) => string.Join(' ', Clock.Of(input).Select(date => $"{date.Id}={date.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "?"}"));

    [Fact]
    public void One_stage_gives_every_date_of_the_reference() => Assert.Equal(
        "complete=2026-03-16 count-starts=2026-03-17 preliminary-end=2026-04-16 preliminary-extended-end=2026-04-30 in-depth-end=2026-08-27 in-depth-extended-end=2026-09-24",
        Days(new(Date("2026-03-16"))));

    [Fact]
    public void A_clock_over_the_end_of_the_year_gives_the_dates_of_the_reference() => Assert.Equal(
        "complete=2026-12-14 count-starts=2026-12-15 preliminary-end=2027-01-20 preliminary-extended-end=2027-02-03 in-depth-end=2027-06-03 in-depth-extended-end=2027-07-01",
        Days(new(Date("2026-12-14"))));

    [Fact]
    public void Several_stages_stand_still_until_the_updated_notification() => Assert.Equal(
        "complete=2026-03-16 count-starts=2026-03-17 first-review-end=2026-04-16 suspended-from=2026-04-17 second-review-end=?",
        Days(new(Date("2026-03-16"), MultiStage: true)));

    [Fact]
    public void The_updated_notification_starts_a_new_count() => Assert.Equal(
        "complete=2026-03-16 count-starts=2026-03-17 first-review-end=2026-04-16 suspended-from=2026-04-17 updated=2026-06-01 second-review-end=2026-06-29 "
        + "second-review-extended-end=2026-07-13 in-depth-end=2026-10-06 in-depth-extended-end=2026-11-04",
        Days(new(Date("2026-03-16"), Date("2026-06-01"), MultiStage: true)));

    [Fact]
    public void An_update_on_a_day_off_ends_the_suspension_on_the_next_working_day()
    {
        // Saturday 30 May: the suspension ends with Monday 1 June, so the count is that of an update on Monday.
        string SecondEnd(string updated) => Clock.Of(new(Date("2026-03-16"), Date(updated), MultiStage: true)).Single(date => date.Id == "second-review-end").Day!.Value.ToString("O", CultureInfo.InvariantCulture);

        Assert.Equal(SecondEnd("2026-06-01"), SecondEnd("2026-05-30"));
        Assert.NotEqual(SecondEnd("2026-06-01"), SecondEnd("2026-05-29"));
    }

    [Fact]
    public void An_update_before_the_suspension_begins_suspends_nothing()
    {
        var dates = Clock.Of(new(Date("2026-03-16"), Date("2026-04-16"), MultiStage: true));

        Assert.DoesNotContain(dates, date => date.Id == "suspended-from");
        Assert.Equal(Date("2026-05-19"), dates.Single(date => date.Id == "second-review-end").Day);
    }

    [Fact]
    public void What_may_not_happen_is_told_apart_from_what_runs()
    {
        string[] Conditional(FsrClockInput input) => [.. Clock.Of(input).Where(date => date.Conditional).Select(date => date.Id)];

        Assert.Equal(["preliminary-extended-end", "in-depth-end", "in-depth-extended-end"], Conditional(new(Date("2026-03-16"))));
        Assert.Equal(["in-depth-end", "in-depth-extended-end"], Conditional(new(Date("2026-03-16"), Extended: true)));
    }

    [Fact]
    public void What_no_text_confirms_says_so()
    {
        var dates = Clock.Of(new(Date("2026-03-16"), Date("2026-06-01"), MultiStage: true));

        Assert.Equal(Certainty.Unconfirmed, dates.Single(date => date.Id == "in-depth-end").Certainty);
        Assert.All(dates.Where(date => date.From is not null), date => Assert.False(date.CalendarConfirmed));
        Assert.All(dates, date => Assert.True(date.Article.Length > 0 && date.Rule.Nl.Length > 0 && date.Rule.En.Length > 0 && date.Label.En.Length > 0));
    }

    [Fact]
    public void A_date_in_a_year_without_a_list_says_which_year_and_the_others_stand()
    {
        var dates = Clock.Of(new(Date("2027-10-04")));

        Assert.Equal(Date("2027-11-03"), dates.Single(date => date.Id == "preliminary-end").Day);
        var inDepth = dates.Single(date => date.Id == "in-depth-end");
        Assert.Equal((null, 2028), (inDepth.Day, inDepth.MissingYear));
        Assert.Contains("2028", inDepth.Open!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void An_incomplete_filing_has_ten_working_days() => Assert.Equal(Date("2026-04-15"), Clock.CureOf(Date("2026-03-27")).Day);

    [Fact]
    public void Dates_never_run_backwards_and_a_later_filing_is_never_decided_earlier() => Gen.Select(Gen.Int[0, 700], Gen.Int[0, 60], Gen.Bool).Sample((start, more, several) =>
    {
        var complete = new DateOnly(2025, 1, 1).AddDays(start);
        var (dates, later) = several
            ? (Clock.Of(new(complete, complete.AddDays(more), true)), Clock.Of(new(complete, complete.AddDays(more + 1), true)))
            : (Clock.Of(new(complete)), Clock.Of(new(complete.AddDays(1))));
        return later.All(date => dates.FirstOrDefault(one => one.Id == date.Id) is not { } one || one.Day is null || date.Day is null || date.Day >= one.Day)
            && dates.Where(date => date is { From: not null, Day: not null }).All(date => date.Day > date.From);
    });

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
