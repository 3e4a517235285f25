using System.Globalization;
using TenderWatch.Core.Languages;

namespace TenderWatch.Notifications;

/// <summary>Hours of the day, in Dutch time, in which nobody is told about cases.</summary>
/// <param name="From">The beginning.</param>
/// <param name="Until">The end; before the beginning where the hours go over midnight.</param>
internal sealed record QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>Reads <c>22:00-07:00</c>.</summary>
    public static QuietHours? Parse(string text) =>
        text.Split('-') is [var from, var until] && Time(from) is { } begin && Time(until) is { } end && begin != end ? new(begin, end) : null;

    /// <summary>Reads <c>07:30</c>.</summary>
    public static TimeOnly? Time(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public bool Hold(DateTimeOffset now) => DutchTime.TimeOf(now).IsBetween(From, Until);
}
