namespace TenderWatch.Core.Checks.Calendars;

/// <summary>Which days may be reckoned with: senders write the year 1 or 9999 where they know no date.</summary>
internal static class UsableDays
{
    /// <summary>The day, or <see langword="null"/> for one that is none.</summary>
    public static DateOnly? Usable(this DateOnly? day) => day is { Year: >= 2000 and < 2200 } ? day : null;
}
