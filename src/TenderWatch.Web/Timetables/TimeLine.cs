using System.Globalization;
using TenderWatch.Core.Languages;

namespace TenderWatch.Web.Timetables;

/// <summary>The horizontal line of time of a picture.</summary>
/// <param name="First">The day at the left.</param>
/// <param name="Last">The day at the right.</param>
internal sealed record TimeLine(DateOnly First, DateOnly Last)
{
    /// <summary>The width of the picture, in its own units.</summary>
    public const int Width = 1000;

    /// <summary>The space at both sides.</summary>
    public const int Margin = 20;

    /// <summary>The space below for the names of months.</summary>
    public const int Foot = 30;

    // More names than this would run into each other.
    private const int MostNames = 12;

    /// <summary>The line over some days.</summary>
    public static TimeLine Over(IEnumerable<DateOnly> days)
    {
        var all = days.ToList();
        return new TimeLine(all.Min(), all.Max());
    }

    /// <summary>Where a day stands.</summary>
    public double X(DateOnly day) => Margin + ((Width - (2.0 * Margin)) * (day.DayNumber - First.DayNumber) / Math.Max(1, Last.DayNumber - First.DayNumber));

    /// <summary>The first days of months with their names; of many months only some.</summary>
    public IEnumerable<(double X, string Label)> Months(Language language)
    {
        var months = ((Last.Year - First.Year) * 12) + Last.Month - First.Month;
        var step = 1 + (months / MostNames);
        var start = new DateOnly(First.Year, First.Month, 1);
        for (var month = step; month <= months; month += step)
        {
            var day = start.AddMonths(month);
            var words = Wording.For(language).Date(day).Split(' ');
            yield return (X(day), $"{words[1][..3]} {day.Year.ToString(CultureInfo.InvariantCulture)}");
        }
    }
}
