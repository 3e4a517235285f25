using System.Globalization;

namespace TenderWatch.Extraction.Rules;

/// <summary>Dates with a year: <c>15 november 2024</c>, <c>11-12-2025</c>, <c>2025-03-31</c>, <c>March 31, 2025</c>.</summary>
internal static class WrittenDate
{
    private static readonly Dictionary<string, int> Months = new(StringComparer.Ordinal)
    {
        ["januari"] = 1,
        ["january"] = 1,
        ["jan"] = 1,
        ["februari"] = 2,
        ["february"] = 2,
        ["feb"] = 2,
        ["maart"] = 3,
        ["march"] = 3,
        ["mrt"] = 3,
        ["april"] = 4,
        ["apr"] = 4,
        ["mei"] = 5,
        ["may"] = 5,
        ["juni"] = 6,
        ["june"] = 6,
        ["juli"] = 7,
        ["july"] = 7,
        ["augustus"] = 8,
        ["august"] = 8,
        ["aug"] = 8,
        ["september"] = 9,
        ["sept"] = 9,
        ["oktober"] = 10,
        ["october"] = 10,
        ["okt"] = 10,
        ["november"] = 11,
        ["nov"] = 11,
        ["december"] = 12,
        ["dec"] = 12,
    };

    /// <summary>The date that begins at a token, and the token after it.</summary>
    public static (DateOnly Date, int Until)? At(Sentence sentence, int at)
    {
        if (Months.TryGetValue(sentence.Text(at), out var first) && Figure(sentence, at + 1, 2) is { } day)
        {
            var year = sentence.Text(at + 2) is "," or "st" or "nd" or "rd" or "th" ? at + 3 : at + 2;
            return Of(Figure(sentence, year, 4), first, day, year + 1);
        }

        if (Figure(sentence, at, 2) is { } number)
        {
            var next = sentence[at + 1].Glued && sentence.Text(at + 1) is "st" or "nd" or "rd" or "th" or "e" ? at + 2 : at + 1;
            if (sentence.Text(next) == "of") next++;
            if (Months.TryGetValue(sentence.Text(next), out var month)) return Of(Figure(sentence, next + 1, 4), month, number, next + 2);
            // Day before month, as is written in Europe.
            if (sentence.Text(at + 1) is "-" or "/" && sentence.Text(at + 3) == sentence.Text(at + 1) && Figure(sentence, at + 2, 2) is { } second && sentence.Text(at - 1) != sentence.Text(at + 1))
                return Of(Figure(sentence, at + 4, 4), second, number, at + 5);
        }

        if (Figure(sentence, at, 4) is { } leading && sentence.Text(at + 1) == "-" && sentence.Text(at + 3) == "-" && Figure(sentence, at + 2, 2) is { } middle && Figure(sentence, at + 4, 2) is { } last)
            return Of(leading, middle, last, at + 5);
        return null;
    }

    /// <summary>The time of day behind a date: <c>om 12:00 uur</c>, <c>10.30 uur</c>.</summary>
    public static (TimeOnly Time, int Until)? TimeAt(Sentence sentence, int at)
    {
        var next = at;
        while (next < at + 3 && sentence.Text(next) is "om" or "at" or "," or "tot" or "uiterlijk") next++;
        if (sentence[next].Kind != TokenKind.Number) return null;
        var digits = sentence.Text(next);
        if (Figure(sentence, next, 2) is { } hour && sentence.Text(next + 1) == ":" && sentence[next + 1].Glued && sentence.Text(next + 2).Length == 2 && Figure(sentence, next + 2, 2, zero: true) is { } minute)
            return Clock(hour, minute, next + 3);
        if (digits.Length is 4 or 5 && digits[^3] == '.' && sentence.Text(next + 1) is "uur" or "hours" or "h" or "hrs"
            && int.TryParse(digits.AsSpan(0, digits.Length - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && int.TryParse(digits.AsSpan(digits.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var part))
            return Clock(whole, part, next + 1);
        return sentence.Text(next + 1) is "uur" && Figure(sentence, next, 2) is { } full ? Clock(full, 0, next + 1) : null;
    }

    private static (TimeOnly, int)? Clock(int hour, int minute, int until) => hour < 24 && minute < 60 ? (new TimeOnly(hour, minute), until) : null;

    private static (DateOnly, int)? Of(int? year, int month, int day, int until) =>
        year is >= 1990 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year.Value, month) ? (new DateOnly(year.Value, month, day), until) : null;

    private static int? Figure(Sentence sentence, int at, int digits, bool zero = false)
    {
        var token = sentence[at];
        return token.Kind == TokenKind.Number && (digits == 4 ? token.Length == 4 : token.Length <= digits) && int.TryParse(sentence.Text(at), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && (value > 0 || zero) ? value : null;
    }
}
