using System.Globalization;
using CsCheck;
using TenderWatch.Core.Checks.Calendars;

namespace TenderWatch.Core.Tests.Checks.Calendars;

public sealed class DutchCalendarTests
{
    [Theory]
    [InlineData(2025, "01-01 04-18 04-21 04-26 05-05 05-29 06-09 12-25 12-26")] // 27 April is a Sunday
    [InlineData(2026, "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26")]
    [InlineData(2008, "01-01 03-21 03-24 04-26 05-01 05-05 05-12 12-25 12-26")]
    public void The_holidays_of_a_year_are_those_of_the_Act(int year, string days) =>
        Assert.Equal(days, string.Join(' ', DutchHolidays.Of(year).Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData(1961, 4, 2)]
    [InlineData(1981, 4, 19)]
    [InlineData(2000, 4, 23)]
    [InlineData(2038, 4, 25)]
    [InlineData(2285, 3, 22)]
    public void Easter_falls_where_the_almanac_has_it(int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), DutchHolidays.Easter(year));

    [Theory]
    [InlineData("2025-12-11", 20, "2025-12-31", "2025-12-31")]
    [InlineData("2025-12-05", 20, "2025-12-25", "2025-12-29")] // Christmas, Boxing Day, weekend
    [InlineData("2026-03-14", 20, "2026-04-03", "2026-04-07")] // Good Friday to Easter Monday
    [InlineData("2025-12-12", 20, "2026-01-01", "2026-01-02")]
    [InlineData("2026-01-12", 20, "2026-02-01", "2026-02-02")] // a Sunday
    public void A_term_in_days_begins_on_the_day_after_and_moves_off_weekends_and_holidays(string sent, int days, string counted, string last)
    {
        var term = CalendarDays.After(Date(sent), days);

        Assert.Equal((Date(counted), Date(last), counted != last), (term.Counted, term.Last, term.IsMoved));
    }

    [Fact]
    public void A_term_never_ends_on_a_free_day_nor_before_it_was_counted() => Gen.Select(Gen.Int[0, 60_000], Gen.Int[1, 60]).Sample((day, days) =>
    {
        var term = CalendarDays.After(new DateOnly(2000, 1, 1).AddDays(day), days);
        return !DutchHolidays.IsFree(term.Last) && term.Last >= term.Counted && term.Last.DayNumber - term.Counted.DayNumber <= 5;
    });

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
