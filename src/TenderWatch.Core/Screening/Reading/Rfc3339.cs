namespace TenderWatch.Core.Screening.Reading;

/// <summary>Moments in the form of RFC 3339, the date-time of OCDS; a date without a time or a time without an offset is none.</summary>
internal static class Rfc3339
{
    private const long NanosecondsPerSecond = 1_000_000_000;
    private const long SecondsPerDay = 86_400;

    /// <summary>Whole days from one moment to another, cut off towards zero.</summary>
    /// <returns>False when one of them is no moment.</returns>
    public static bool TryDays(ReadOnlySpan<byte> start, ReadOnlySpan<byte> end, out long days)
    {
        days = 0;
        if (!TryRead(start, out var from) || !TryRead(end, out var to)) return false;
        days = (long)((to - from) / (SecondsPerDay * NanosecondsPerSecond));
        return true;
    }

    /// <summary>Reads nanoseconds since the beginning of year 0, UTC.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out Int128 nanoseconds)
    {
        nanoseconds = 0;
        if (text.Length < 20 || text[4] != '-' || text[7] != '-' || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ') || text[13] != ':' || text[16] != ':') return false;
        if (!Digits(text[..4], out var year) || !Digits(text[5..7], out var month) || !Digits(text[8..10], out var day)) return false;
        if (!Digits(text[11..13], out var hour) || !Digits(text[14..16], out var minute) || !Digits(text[17..19], out var second)) return false;
        if (month is < 1 or > 12 || day < 1 || day > DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 60) return false;
        if (!Fraction(text[19..], out var fraction, out var rest) || !Offset(rest, out var offset)) return false;
        var seconds = (DaysBefore(year, month, day) * SecondsPerDay) + (hour * 3600L) + (minute * 60L) + second - offset;
        nanoseconds = ((Int128)seconds * NanosecondsPerSecond) + fraction;
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit)) return false;
            number = (number * 10) + digit - '0';
        }

        return true;
    }

    // Digits beyond the ninth are passed over.
    private static bool Fraction(ReadOnlySpan<byte> text, out long nanoseconds, out ReadOnlySpan<byte> rest)
    {
        nanoseconds = 0;
        rest = text;
        if (text[0] != '.') return true;
        var count = text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (count < 1) return false;
        for (var i = 1; i <= 9; i++) nanoseconds = (nanoseconds * 10) + (i <= count ? text[i] - '0' : 0);
        rest = text[(count + 1)..];
        return true;
    }

    private static bool Offset(ReadOnlySpan<byte> text, out long seconds)
    {
        seconds = 0;
        if (text is [(byte)'Z' or (byte)'z']) return true;
        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':') return false;
        if (!Digits(text[1..3], out var hours) || !Digits(text[4..6], out var minutes) || hours > 23 || minutes > 59) return false;
        seconds = ((hours * 3600L) + (minutes * 60L)) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    private static int DaysInMonth(int year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    // DateTime begins with year 1 and OCDS data has dates of year 0.
    private static long DaysBefore(int year, int month, int day)
    {
        var days = year == 0 ? 0L : (365L * year) + ((year - 1) / 4) - ((year - 1) / 100) + ((year - 1) / 400) + 1;
        for (var earlier = 1; earlier < month; earlier++) days += DaysInMonth(year, earlier);
        return days + day - 1;
    }
}
