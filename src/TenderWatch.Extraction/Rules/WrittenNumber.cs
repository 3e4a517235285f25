using System.Globalization;
using TenderWatch.Core.Bids;

namespace TenderWatch.Extraction.Rules;

/// <summary>
/// A number in digits as running text writes it: <c>7.933.740</c>, <c>592,517,432.00</c>, <c>1 234 567,89</c>. One that can mean two things is
/// none: a missing fact harms less than a wrong one.
/// </summary>
internal static class WrittenNumber
{
    private const int Longest = 40;

    /// <summary>Where the run of digits and separators ends that begins here.</summary>
    public static int End(string text, int at, int until)
    {
        var digits = Digits(text, at, until);
        var (first, end, spaced) = (digits - at, digits, false);
        while (end + 1 < until)
        {
            var separator = text[end];
            var next = Digits(text, end + 1, until);
            var group = next - end - 1;
            if (group == 0) break;
            if (separator is '.' or ',' or '\'' or '\u2019')
            {
                end = next;
            }
            else if (separator is ' ' or '\u00A0' or '\u202F' or '\u2009' && group == 3 && (spaced || (first <= 3 && end == digits)) && !IsLetter(text, next, until))
            {
                (end, spaced) = (next, true);
            }
            else
            {
                break;
            }
        }

        return end;
    }

    /// <summary>The value; <see langword="null"/> where it is malformed or can mean two things.</summary>
    /// <param name="written">The run of digits and separators.</param>
    /// <param name="style">How the text writes its numbers, where that is known.</param>
    /// <param name="use">What the number is for.</param>
    public static decimal? Value(string written, NumberStyle? style, NumberUse use)
    {
        if (written.Length is 0 or > Longest) return null;
        var spaces = written.AsSpan().IndexOfAny(" \u00A0\u202F\u2009") >= 0;
        // "perceel 2 800 toestellen": one group after a blank may be a number of its own.
        if (spaces && (use is NumberUse.Bare or NumberUse.Pieces) && !written.EndsWith("000", StringComparison.Ordinal) && written.Count(char.IsWhiteSpace) == 1 && written.Contains(' ', StringComparison.Ordinal)) return null;
        var last = written.LastIndexOfAny(['.', ',']);
        if (last < 0) return Whole(written);
        var (separator, tail) = (written[last], written.Length - last - 1);
        var other = separator == '.' ? ',' : '.';
        var repeats = written.AsSpan(0, last).Contains(separator);
        if (written.AsSpan(0, last).Contains(other) || spaces)
            return repeats ? null : Decimal(written.AsSpan(0, last), written.AsSpan(last + 1));
        if (repeats) return Whole(written);
        if (tail != 3 || last > 3 || written[0] == '0') return Decimal(written.AsSpan(0, last), written.AsSpan(last + 1));
        return IsThousands(separator, style, use, written) is { } thousands
            ? thousands ? Whole(written) : Decimal(written.AsSpan(0, last), written.AsSpan(last + 1))
            : null;
    }

    /// <summary>How a run writes its numbers, where that is beyond doubt.</summary>
    public static NumberStyle? StyleOf(string written)
    {
        var (dots, commas) = (written.Count(sign => sign == '.'), written.Count(sign => sign == ','));
        if (Value(written, null, NumberUse.Money) is null) return null;
        if (dots > 1 || (dots == 1 && commas == 1 && written.IndexOf('.', StringComparison.Ordinal) < written.IndexOf(',', StringComparison.Ordinal))) return NumberStyle.Dutch;
        return commas > 1 || (dots == 1 && commas == 1) ? NumberStyle.English : null;
    }

    // Amounts have no three decimals, pieces no decimals at all; before "million" there are decimals and no groups.
    private static bool? IsThousands(char separator, NumberStyle? style, NumberUse use, string written) => use switch
    {
        NumberUse.Money => true,
        NumberUse.Scaled => style is null ? null : separator == (style == NumberStyle.Dutch ? ',' : '.') ? false : null,
        _ when style is { } known && separator == (known == NumberStyle.Dutch ? '.' : ',') => true,
        NumberUse.Pieces when written.EndsWith("000", StringComparison.Ordinal) => true,
        _ => null,
    };

    private static decimal? Decimal(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction) =>
        fraction.Length <= 6 && Whole(whole) is { } units && decimal.TryParse("0." + fraction.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part)
            ? units + part
            : null;

    // Either no groups at all, or groups of three with one and the same separator.
    private static decimal? Whole(ReadOnlySpan<char> written)
    {
        var (plain, separator, group) = ("", '\0', 0);
        foreach (var sign in written)
        {
            if (char.IsAsciiDigit(sign))
            {
                plain += sign;
                group++;
                continue;
            }

            var kind = char.IsWhiteSpace(sign) ? ' ' : sign;
            if (separator == '\0' ? group is 0 or > 3 : group != 3 || kind != separator) return null;
            (separator, group) = (kind, 0);
        }

        return (separator == '\0' || group == 3) && plain.Length is > 0 and <= 18 && (plain.Length == 1 || plain[0] != '0' || separator == '\0')
            ? decimal.Parse(plain, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
    }

    private static int Digits(string text, int at, int until)
    {
        while (at < until && char.IsAsciiDigit(text[at])) at++;
        return at;
    }

    private static bool IsLetter(string text, int at, int until) => at < until && char.IsLetter(text[at]);
}

/// <summary>What a number is for: that decides what its separators can mean.</summary>
internal enum NumberUse
{
    /// <summary>Nothing is known.</summary>
    Bare,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A number before a word such as million.</summary>
    Scaled,

    /// <summary>A number of things that are not divided.</summary>
    Pieces,
}
