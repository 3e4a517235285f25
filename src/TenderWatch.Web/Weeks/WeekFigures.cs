using System.Globalization;
using TenderWatch.Core.Languages;

namespace TenderWatch.Web.Weeks;

/// <summary>Counts by week, for a picture and the table beside it.</summary>
/// <param name="Weeks">The Mondays, oldest first; the last week is the present one.</param>
/// <param name="Rows">What is counted.</param>
public sealed record WeekFigures(IReadOnlyList<DateOnly> Weeks, IReadOnlyList<WeekRow> Rows)
{
    /// <summary>How many weeks: as many whole ones as the counts of a source are kept for.</summary>
    public const int Shown = 8;

    internal bool IsEmpty => Rows.All(row => row.Counts.All(count => count.Count is null or 0));

    internal bool HasParts => Rows.Any(row => row.Counts.Any(count => count.IsPart));

    internal bool HasUnknown => Rows.Any(row => row.Counts.Any(count => count.Count is null));

    /// <summary>The Monday of a day.</summary>
    internal static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The Mondays of the latest weeks, oldest first.</summary>
    internal static IReadOnlyList<DateOnly> Latest(DateOnly today) => [.. Enumerable.Range(1 - Shown, Shown).Select(week => MondayOf(today).AddDays(7 * week))];

    /// <summary>The number that a Dutch calendar gives a week (ISO 8601).</summary>
    internal static int NumberOf(DateOnly monday) => ISOWeek.GetWeekOfYear(monday.ToDateTime(TimeOnly.MinValue));
}

/// <summary>Counts of one thing.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Style">How its bars look.</param>
/// <param name="Counts">A count for each week.</param>
public sealed record WeekRow(LocalizedText Label, string Style, IReadOnlyList<WeekCount> Counts);

/// <summary>A count in a week.</summary>
/// <param name="Count">How many; <see langword="null"/> where that is not known, which is not zero.</param>
/// <param name="IsPart">Whether the count of some day that has come is not known.</param>
public sealed record WeekCount(int? Count, bool IsPart = false);
