using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TenderWatch.Core.Notices;

/// <summary>A deadline as a notice writes it: a date, perhaps a time, perhaps the offset of that time. Never converted.</summary>
/// <param name="Date">The calendar date (BT-131(d), BT-1311(d)).</param>
/// <param name="Time">The time of day; a zero fraction of a second is not shown.</param>
/// <param name="Offset">The offset from UTC that stands with the time.</param>
/// <param name="Zulu">Whether a zero offset is written <c>Z</c> and not <c>+00:00</c>: notices do both, and what is written is kept.</param>
[JsonConverter(typeof(LocalDeadlineJsonConverter))]
public readonly record struct LocalDeadline(DateOnly Date, TimeOnly? Time = null, TimeSpan? Offset = null, bool Zulu = false)
{
    /// <summary>The instant of the deadline, or <see langword="null"/> for a date that is none: senders write the year 1 or 9999 where they know no date.</summary>
    public DateTimeOffset? TryInstant(TimeZoneInfo zone) => Date.Year is >= 1900 and < 2200 ? ToInstant(zone) : null;

    /// <summary>The instant of the deadline; a time without an offset, or a date alone (its last second), is read in <paramref name="zone"/>.</summary>
    public DateTimeOffset ToInstant(TimeZoneInfo zone)
    {
        var local = Date.ToDateTime(Time ?? new TimeOnly(23, 59, 59));
        return new DateTimeOffset(local, Offset ?? zone.GetUtcOffset(local));
    }

    /// <summary>ISO 8601: <c>2025-01-31T12:00:00+01:00</c>, <c>2025-01-31T12:00:00</c> or <c>2025-01-31</c>.</summary>
    public override string ToString()
    {
        var date = Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (Time is not { } time) return date;
        var clock = time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
        return Offset switch
        {
            null => $"{date}T{clock}",
            { Ticks: 0 } when Zulu => $"{date}T{clock}Z",
            { } offset => $"{date}T{clock}{(offset < TimeSpan.Zero ? '-' : '+')}{offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture)}",
        };
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is no ISO 8601 date or date and time.</exception>
    public static LocalDeadline Parse(string text)
    {
        var at = text.IndexOf('T', StringComparison.Ordinal);
        if (at < 0) return new LocalDeadline(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        var date = DateOnly.ParseExact(text[..at], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var rest = text[(at + 1)..];
        var zone = rest.IndexOfAny(['+', '-', 'Z']);
        var time = TimeOnly.Parse(zone < 0 ? rest : rest[..zone], CultureInfo.InvariantCulture);
        if (zone < 0) return new LocalDeadline(date, time);
        if (rest[zone] == 'Z') return new LocalDeadline(date, time, TimeSpan.Zero, Zulu: true);
        var offset = TimeSpan.ParseExact(rest[(zone + 1)..], @"hh\:mm", CultureInfo.InvariantCulture);
        return new LocalDeadline(date, time, rest[zone] == '-' ? -offset : offset);
    }
}

internal sealed class LocalDeadlineJsonConverter : JsonConverter<LocalDeadline>
{
    public override LocalDeadline Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LocalDeadline.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, LocalDeadline value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
