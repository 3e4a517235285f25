using System.Globalization;

namespace TenderWatch.Core.Screening.Results;

/// <summary>
/// Doubles as Cardinal writes them: the shortest digits that give the same double, always with a decimal (1.0), and with an exponent from 1e16 up
/// and below 1e-5. What is no number is null.
/// </summary>
internal static class JsonDouble
{
    /// <summary>Bytes that the longest one takes.</summary>
    public const int LongestText = 40;

    /// <summary>Writes.</summary>
    /// <returns>How many bytes.</returns>
    public static int Format(double value, Span<byte> text)
    {
        if (!double.IsFinite(value))
        {
            "null"u8.CopyTo(text);
            return 4;
        }

        Span<byte> shortest = stackalloc byte[LongestText];
        Span<byte> digits = stackalloc byte[LongestText];
        value.TryFormat(shortest, out var length, "R", CultureInfo.InvariantCulture);
        var point = Split(shortest[..length], digits, out var count);
        var written = new Written(text);
        if (double.IsNegative(value)) written.Add("-"u8);
        if (count == 0) written.Add("0.0"u8);
        else if (point is > 0 and <= 16) Plain(ref written, digits[..count], point);
        else if (point is > -5 and <= 0)
        {
            written.Add("0."u8);
            written.AddZeros(-point);
            written.Add(digits[..count]);
        }
        else
        {
            written.Add(digits[..1]);
            if (count > 1) written.Add("."u8);
            written.Add(digits[1..count]);
            written.Add("e"u8);
            written.Add(point - 1);
        }

        return written.Length;
    }

    private static void Plain(ref Written written, scoped ReadOnlySpan<byte> digits, int point)
    {
        written.Add(digits[..Math.Min(point, digits.Length)]);
        written.AddZeros(point - digits.Length);
        written.Add("."u8);
        if (digits.Length > point) written.Add(digits[point..]);
        else written.Add("0"u8);
    }

    // The significant digits, and how many of them stand before the decimal point (negative: so many zeros behind it).
    private static int Split(ReadOnlySpan<byte> text, Span<byte> digits, out int count)
    {
        var exponent = 0;
        if (text.IndexOf((byte)'E') is var at and >= 0)
        {
            exponent = int.Parse(text[(at + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..at];
        }

        text = text.TrimStart((byte)'-');
        var whole = text.IndexOf((byte)'.') is var dot and >= 0 ? dot : text.Length;
        var point = whole + exponent;
        count = 0;
        foreach (var digit in text)
        {
            if (digit == '.') continue;
            if (count == 0 && digit == '0') point--;
            else digits[count++] = digit;
        }

        while (count > 0 && digits[count - 1] == '0') count--;
        return point;
    }

    private ref struct Written(Span<byte> text)
    {
        private readonly Span<byte> _text = text;

        public int Length { get; private set; }

        public void Add(scoped ReadOnlySpan<byte> more)
        {
            more.CopyTo(_text[Length..]);
            Length += more.Length;
        }

        public void Add(int number)
        {
            number.TryFormat(_text[Length..], out var length, default, CultureInfo.InvariantCulture);
            Length += length;
        }

        public void AddZeros(int count)
        {
            for (; count > 0; count--) Add("0"u8);
        }
    }
}
