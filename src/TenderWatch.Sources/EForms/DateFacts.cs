using System.Globalization;

namespace TenderWatch.Sources.EForms;

/// <summary>Dates and times as written: an offset is dropped from a date and kept with a time, nothing is converted.</summary>
internal static class DateFacts
{
    private const int DateLength = 10;

    /// <summary>A calendar date.</summary>
    public static DateOnly? Date(this NoticeCursor xml)
    {
        var name = xml.Name;
        var text = xml.Text();
        if (text is { Length: >= DateLength }
            && DateOnly.TryParseExact(text.AsSpan(0, DateLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && TryOffset(text.AsSpan(DateLength), out _))
        {
            return date;
        }

        xml.Notes.Problem("not-a-date", $"{name} is no calendar date.");
        return null;
    }

    /// <summary>A time of day with its offset.</summary>
    public static TimeOfDay? Time(this NoticeCursor xml)
    {
        var name = xml.Name;
        if (xml.Text() is { } text)
        {
            var end = text.AsSpan().IndexOfAny('+', '-', 'Z');
            if (end < 0) end = text.Length;
            if (TimeOnly.TryParseExact(text.AsSpan(0, end), ["HH:mm:ss.FFFFFFF", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                && TryOffset(text.AsSpan(end), out var offset))
            {
                return new TimeOfDay(time, offset, text[^1] == 'Z');
            }
        }

        xml.Notes.Problem("not-a-time", $"{name} is no time of day.");
        return null;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan? offset)
    {
        offset = null;
        if (text.IsEmpty) return true;
        offset = TimeSpan.Zero;
        if (text is "Z") return true;
        if (text is not ['+' or '-', ..]
            || !TimeSpan.TryParseExact(text[1..], @"hh\:mm", CultureInfo.InvariantCulture, out var size)
            || size > TimeSpan.FromHours(14))
        {
            return false;
        }

        offset = text[0] == '-' ? -size : size;
        return true;
    }
}

/// <summary>A time of day with the offset that stands with it.</summary>
/// <param name="Clock">The time.</param>
/// <param name="Offset">Its offset from UTC.</param>
/// <param name="Zulu">Whether the offset is written <c>Z</c>.</param>
internal readonly record struct TimeOfDay(TimeOnly Clock, TimeSpan? Offset, bool Zulu);
