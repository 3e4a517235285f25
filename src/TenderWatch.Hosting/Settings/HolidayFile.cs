using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Settings;

namespace TenderWatch.Hosting.Settings;

/// <summary>The Commission's calendar with the lists of the file that a setting names.</summary>
public static class HolidayFile
{
    private const string Allowed = "a file of Commission holidays, described in docs/fsr-clock.md";

    /// <summary>The calendar.</summary>
    /// <param name="path">The file; without one, the lists that ship.</param>
    /// <param name="fault">What is wrong with the file.</param>
    public static CommissionCalendar Load(string? path, out SettingFault? fault)
    {
        fault = null;
        if (string.IsNullOrEmpty(path)) return CommissionCalendar.Shipped;
        try
        {
            var tooLarge = new FileInfo(path).Length > HolidayYears.LongestFile;
            string? wrong = "is too large";
            IReadOnlyList<HolidayYear> years = tooLarge ? [] : HolidayYears.Read(File.ReadAllText(path), out wrong);
            if (wrong is null) return CommissionCalendar.Shipped.With(years);
            fault = new SettingFault("CommissionHolidays", path, $"{Allowed}; this one {wrong}");
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            fault = new SettingFault("CommissionHolidays", path, $"{Allowed}; this one cannot be read ({unread.Message})");
        }

        return CommissionCalendar.Shipped;
    }
}
