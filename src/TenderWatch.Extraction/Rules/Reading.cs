using System.Globalization;

namespace TenderWatch.Extraction.Rules;

/// <summary>A number that stands in a sentence.</summary>
/// <param name="Value">The number.</param>
/// <param name="From">Its first token.</param>
/// <param name="Until">The token after it.</param>
/// <param name="IsScaled">Whether a word such as million belongs to it.</param>
internal readonly record struct NumberRead(decimal Value, int From, int Until, bool IsScaled)
{
    public bool IsWhole => Value == decimal.Truncate(Value);

    public string Text => (Value / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}

/// <summary>Reads numbers in digits and words.</summary>
internal static class Reading
{
    /// <summary>The number that begins at a token: <c>7.933.740</c>, <c>acht</c>, <c>2 (twee)</c>, <c>2,5 miljoen</c>. <see langword="null"/> where none does.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The token.</param>
    /// <param name="use">What it is for.</param>
    public static NumberRead? Number(Sentence sentence, int at, NumberUse use = NumberUse.Bare)
    {
        var scaled = Words.Scales.TryGetValue(sentence.Text(at + 1), out var scale) && sentence[at + 1].Kind == TokenKind.Word;
        if (Plain(sentence, at, scaled ? NumberUse.Scaled : use) is not { } value) return null;
        var until = at + 1;
        if (scaled) (value, until) = (value * scale, until + (sentence.Text(until + 1) == "." && sentence[until + 1].Glued && sentence.Text(until) is "mln" or "mld" or "mrd" or "mio" ? 2 : 1));
        // "2 (twee)": the same number twice. Where the two differ, neither counts.
        if (!scaled && sentence.Text(until) == "(" && InWords(sentence, until + 1, use) is { } again && sentence.Text(again.Until) == ")")
        {
            if (again.Value != value) return null;
            until = again.Until + 1;
        }

        return new NumberRead(value, at, until, scaled);
    }

    /// <summary>A whole number from 1 to a limit.</summary>
    public static NumberRead? Small(Sentence sentence, int at, int most) =>
        Number(sentence, at) is { IsWhole: true, IsScaled: false } number && number.Value >= 1 && number.Value <= most ? number : null;

    /// <summary>Whether a number belongs to a longer expression that this is only a part of: a range, a date, a fraction, a name.</summary>
    public static bool IsPart(Sentence sentence, int from, int until) =>
        IsJoint(sentence, from - 1, from - 2, from) || IsJoint(sentence, until, until + 1, until + 1);

    private static bool IsJoint(Sentence sentence, int joint, int beyond, int right)
    {
        var text = sentence.Text(joint);
        var number = sentence[beyond].Kind == TokenKind.Number || Words.Numbers.ContainsKey(sentence.Text(beyond));
        return text switch
        {
            "/" or ":" or "+" or "*" or "\u00D7" => number && (text != ":" || sentence[right].Glued),
            "-" or "\u2013" or "\u2014" => number && sentence[right].Glued == sentence[joint].Glued,
            "tot" or "to" or "a" or "of" or "or" => number,
            _ => false,
        };
    }

    // "twenty-four", "twenty four"
    private static (decimal Value, int Until)? InWords(Sentence sentence, int at, NumberUse use)
    {
        if (Plain(sentence, at, use) is not { } first) return null;
        var next = sentence.Text(at + 1) == "-" ? at + 2 : at + 1;
        return sentence[at].Kind == TokenKind.Word && first is 20 or 30 or 40 && Plain(sentence, next, use) is { } unit && unit < 10 ? (first + unit, next + 1) : (first, at + 1);
    }

    private static decimal? Plain(Sentence sentence, int at, NumberUse use)
    {
        var token = sentence[at];
        if (token.Kind == TokenKind.Number) return WrittenNumber.Value(token.Text, sentence.Style, use);
        if (token.Kind != TokenKind.Word || token.Length == 0) return null;
        if (Words.Numbers.TryGetValue(token.Text, out var number)) return number;
        return IsOne(sentence, at) ? 1 : null;
    }

    // "een" is an article; "één" is a number, and so is "een (1)".
    private static bool IsOne(Sentence sentence, int at) =>
        sentence.Text(at) == "een" && (sentence[at].Length == 3 && sentence.Quote(at, at + 1).Quote.AsSpan().ContainsAny('\u00e9', '\u00c9') || sentence[at].Length > 3
            || (sentence.Text(at + 1) == "(" && sentence.Text(at + 2) == "1" && sentence.Text(at + 3) == ")"));
}
