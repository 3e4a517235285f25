using System.Globalization;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Tests.Languages;

public sealed class DutchCalendarTests
{
    // As the almanacs give it; 2038 and 1943 are the latest Easter there is, 1818 the earliest.
    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("2000-04-23")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2030-04-21")]
    [InlineData("2038-04-25")]
    public void Easter_is_when_the_almanac_has_it(string day) => Assert.Equal(Day(day), DutchCalendar.EasterOf(Day(day).Year));

    [Theory]
    [InlineData(2025, "2025-01-01 2025-04-18 2025-04-21 2025-04-26 2025-05-05 2025-05-29 2025-06-09 2025-12-25 2025-12-26")] // King's Day a day early
    [InlineData(2026, "2026-01-01 2026-04-03 2026-04-06 2026-04-27 2026-05-05 2026-05-14 2026-05-25 2026-12-25 2026-12-26")]
    public void The_holidays_of_a_year_are_those_of_the_law(int year, string expected) => Assert.Equal(
        expected.Split(' ').Select(Day),
        Enumerable.Range(0, 365).Select(new DateOnly(year, 1, 1).AddDays).Where(DutchCalendar.IsHoliday));

    [Theory]
    [InlineData("2026-04-02", "2026-04-07", 0)] // Easter
    [InlineData("2026-04-02", "2026-04-08", 1)]
    [InlineData("2026-03-27", "2026-03-30", 0)] // the weekend in which the clock goes forward
    [InlineData("2026-03-02", "2026-03-09", 4)]
    [InlineData("2026-03-09", "2026-03-02", 0)]
    [InlineData("2026-03-09", "2026-03-09", 0)]
    public void Whole_working_days_lie_between_two_days(string first, string last, int days) => Assert.Equal(days, DutchCalendar.WorkingDaysBetween(Day(first), Day(last)));

    // The decision's list for 2014, in which 1 and 2 November were a weekend.
    [Fact]
    public void The_institutions_are_closed_when_the_Commission_says_so() => Assert.Equal(
        "01-01 01-02 04-17 04-18 04-21 05-01 05-09 05-29 05-30 06-09 07-21 08-15 12-24 12-25 12-26 12-29 12-30 12-31",
        string.Join(' ', Enumerable.Range(0, 365).Select(new DateOnly(2014, 1, 1).AddDays).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && EuropeanCalendar.IsClosed(day)).Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture))));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
