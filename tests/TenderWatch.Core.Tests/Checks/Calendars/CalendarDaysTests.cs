using System.Globalization;
using CsCheck;
using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Tests.Checks.Calendars;

public sealed class CalendarDaysTests
{
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
        return DutchCalendar.IsWorkingDay(term.Last) && term.Last >= term.Counted && term.Last.DayNumber - term.Counted.DayNumber <= 5;
    });

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
