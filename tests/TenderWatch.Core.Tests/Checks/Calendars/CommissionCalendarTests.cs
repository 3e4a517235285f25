using CsCheck;
using TenderWatch.Core.Checks.Calendars;

namespace TenderWatch.Core.Tests.Checks.Calendars;

public sealed class CommissionCalendarTests
{
    private static readonly CommissionCalendar Calendar = CommissionCalendar.Shipped;

    // So that 130 working days later still falls in the years that ship.
    private static readonly Gen<DateOnly> Days = Gen.Int[0, (2 * 365) + 150].Select(days => new DateOnly(2025, 1, 1).AddDays(days));

    private static DateOnly Day(CountedDay counted) => Assert.IsType<CountedDay.Reached>(counted).Day;

    private static bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Calendar.Years.Any(list => list.Days.Contains(day));

    [Theory]
    [InlineData("2026-03-16", 20, "2026-04-16")]
    [InlineData("2026-03-16", 30, "2026-04-30")]
    [InlineData("2026-03-16", 110, "2026-08-27")]
    [InlineData("2026-12-14", 20, "2027-01-20")]
    [InlineData("2026-12-14", 110, "2027-06-03")]
    [InlineData("2026-04-01", 1, "2026-04-07")] // Maundy Thursday, Good Friday, weekend, Easter Monday
    [InlineData("2026-04-03", 1, "2026-04-07")] // received on a holiday
    [InlineData("2026-03-14", 1, "2026-03-16")] // received on a Saturday
    [InlineData("2025-12-23", 1, "2026-01-05")] // year end
    [InlineData("2025-12-31", 2, "2026-01-06")]
    public void Working_days_are_counted_from_the_one_after_the_event(string from, int days, string expected) =>
        Assert.Equal(Date(expected), Day(Calendar.After(Date(from), days)));

    [Fact]
    public void A_known_case_of_2024_comes_out_with_the_holidays_of_that_year()
    {
        string[] days = ["01-01", "01-02", "03-28", "03-29", "04-01", "05-01", "05-09", "05-10", "05-20", "08-15", "11-01"];
        var year = new HolidayYear(2024, [.. days.Select(day => Date("2024-" + day))], "for this test", false);

        Assert.Equal(Date("2024-08-14"), Day(Calendar.With([year]).After(Date("2024-03-04"), 110)));
    }

    [Theory]
    [InlineData("2027-12-20", 20, 2028)]
    [InlineData("2024-12-30", 1, 2024)]
    [InlineData("2031-05-01", 1, 2031)]
    public void A_year_without_a_list_is_named_and_no_day_is_guessed(string from, int days, int year) =>
        Assert.Equal(new CountedDay.NoList(year), Calendar.After(Date(from), days));

    [Fact]
    public void A_count_is_confirmed_only_where_every_list_it_used_is()
    {
        var calendar = Calendar.With([new HolidayYear(2026, [Date("2026-01-01")], "Official Journal", true)]);

        Assert.Equal(new CountedDay.Reached(Date("2026-03-17"), true), calendar.After(Date("2026-03-16"), 1));
        Assert.False(Assert.IsType<CountedDay.Reached>(calendar.After(Date("2026-12-30"), 5)).Confirmed);
        Assert.False(Assert.IsType<CountedDay.Reached>(Calendar.After(Date("2026-03-16"), 1)).Confirmed);
        Assert.NotEqual(Calendar.Digest, calendar.Digest);
    }

    [Fact]
    public void A_count_ends_on_a_working_day_and_counting_back_gives_the_number() => Gen.Select(Days, Gen.Int[1, 130]).Sample((from, number) =>
    {
        var end = Day(Calendar.After(from, number));
        var between = Enumerable.Range(1, end.DayNumber - from.DayNumber).Select(from.AddDays);
        return IsWorkingDay(end) && between.Count(IsWorkingDay) == number;
    });

    [Fact]
    public void A_later_event_or_a_longer_term_never_ends_earlier() => Gen.Select(Days, Gen.Int[1, 120], Gen.Int[0, 10]).Sample((from, number, more) =>
        Day(Calendar.After(from.AddDays(more), number)) >= Day(Calendar.After(from, number)) && Day(Calendar.After(from, number + more)) >= Day(Calendar.After(from, number)));

    [Fact]
    public void The_lists_that_ship_say_that_they_are_unconfirmed_and_from_where()
    {
        Assert.Equal([2025, 2026, 2027], Calendar.Years.Select(list => list.Year));
        Assert.All(Calendar.Years, list => Assert.False(list.Confirmed));
        Assert.All(Calendar.Years.SelectMany(list => list.Days), day => Assert.False(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    [Theory]
    [InlineData("{", "is not of the form")]
    [InlineData("null", "holds no lists")]
    [InlineData("{}", "has no years")]
    [InlineData("""{"years":[null]}""", "has a year that is not between 2000 and 2200")]
    [InlineData("""{"years":[{"year":20,"source":"OJ","confirmed":true,"days":["0020-01-01"]}]}""", "has a year that is not between 2000 and 2200")]
    [InlineData("""{"years":[{"year":2028,"source":" ","confirmed":true,"days":["2028-01-03"]}]}""", "has no source for 2028")]
    [InlineData("""{"years":[{"year":2028,"source":"OJ","confirmed":true,"days":[]}]}""", "has no days for 2028")]
    [InlineData("""{"years":[{"year":2028,"source":"OJ","confirmed":true,"days":["2027-01-03"]}]}""", "has 2027-01-03 under 2028")]
    [InlineData("""{"years":[{"year":2028,"source":"OJ","confirmed":true,"days":["3-1-2028"]}]}""", "(line 1)")]
    [InlineData("""{"years":[{"year":2028,"source":"a","confirmed":true,"days":["2028-01-03"]},{"year":2028,"source":"b","confirmed":true,"days":["2028-01-03"]}]}""", "has a year twice")]
    public void A_list_that_is_wrong_is_refused_with_what_is_wrong(string json, string expected)
    {
        Assert.Empty(HolidayYears.Read(json, out var fault));
        Assert.Contains(expected, fault, StringComparison.Ordinal);
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
