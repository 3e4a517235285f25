using System.Globalization;
using System.Text.Json;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Checks.Calendars;

/// <summary>Lists of Commission holidays as JSON: those that ship, and files of the same form that add or replace years.</summary>
public static class HolidayYears
{
    /// <summary>A year has some twenty such days; a file holds a few years.</summary>
    public const int LongestFile = 100_000;

    private const int MostDays = 60;

    /// <summary>The lists that ship.</summary>
    public static IReadOnlyList<HolidayYear> Shipped { get; } = LoadShipped();

    /// <summary>Reads a file.</summary>
    /// <param name="json">Its content.</param>
    /// <param name="fault">What is wrong with it, and what is expected; <see langword="null"/> when nothing is.</param>
    /// <returns>The lists; empty when there is a fault.</returns>
    public static IReadOnlyList<HolidayYear> Read(string json, out string? fault)
    {
        fault = null;
        try
        {
            var file = json.Length > LongestFile ? null : JsonSerializer.Deserialize<HolidayFile>(json, NoticeJson.Stored);
            fault = file is null ? $"holds no lists, or more than {LongestFile.ToString(CultureInfo.InvariantCulture)} characters" : Fault(file);
            return fault is null ? file!.Years! : [];
        }
        catch (JsonException wrong)
        {
            fault = $"is not of the form {{\"years\": [{{\"year\", \"source\", \"confirmed\", \"days\"}}]}} (line {((wrong.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture)})";
            return [];
        }
    }

    private static string? Fault(HolidayFile file)
    {
        if (file.Years is not { Count: > 0 } years) return "has no years";
        foreach (var year in years)
        {
            if (year is null || year.Year is < 2000 or > 2200) return "has a year that is not between 2000 and 2200";
            var name = year.Year.ToString(CultureInfo.InvariantCulture);
            if (string.IsNullOrWhiteSpace(year.Source)) return $"has no source for {name}";
            if (year.Days is null or { Count: 0 or > MostDays }) return $"has no days for {name}, or more than {MostDays.ToString(CultureInfo.InvariantCulture)}";
            if (year.Days.FirstOrDefault(day => day.Year != year.Year) is { Year: > 1 } other) return $"has {other.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} under {name}";
        }

        return years.Select(year => year.Year).Distinct().Count() == years.Count ? null : "has a year twice";
    }

    private static IReadOnlyList<HolidayYear> LoadShipped()
    {
        using var stream = typeof(HolidayYears).Assembly.GetManifestResourceStream("TenderWatch.Core.Calendars/commission-holidays.json")!;
        using var reader = new StreamReader(stream);
        var years = Read(reader.ReadToEnd(), out var fault);
        return fault is null ? years : throw new InvalidOperationException($"The list that ships {fault}.");
    }

    private sealed record HolidayFile(IReadOnlyList<HolidayYear>? Years);
}
