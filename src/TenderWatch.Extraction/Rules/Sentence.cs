using TenderWatch.Core.Bids;

namespace TenderWatch.Extraction.Rules;

/// <summary>A run of tokens that belong together. It has at most <see cref="Most"/> of them, so that looking around in it costs a fixed time.</summary>
/// <param name="source">The text that the tokens stand in.</param>
/// <param name="tokens">The tokens.</param>
/// <param name="style">How the text writes its numbers, where that is known.</param>
internal sealed class Sentence(string source, IReadOnlyList<Token> tokens, NumberStyle? style)
{
    /// <summary>The longest sentence; a longer one is cut.</summary>
    public const int Most = 300;

    /// <summary>How the text writes its numbers.</summary>
    public NumberStyle? Style => style;

    /// <summary>How many tokens it has.</summary>
    public int Count => tokens.Count;

    /// <summary>A token; an empty sign beyond either end.</summary>
    public Token this[int at] => at >= 0 && at < tokens.Count ? tokens[at] : default;

    /// <summary>The text of a token, folded; empty beyond either end.</summary>
    public string Text(int at) => at >= 0 && at < tokens.Count ? tokens[at].Text : "";

    /// <summary>Whether a token is one of some words or signs.</summary>
    public bool Is(int at, IReadOnlySet<string> words) => words.Contains(Text(at));

    /// <summary>Whether any token of a run is one of some words.</summary>
    public bool Any(int from, int until, IReadOnlySet<string> words) => Last(from, until, words) >= 0;

    /// <summary>The last token of a run that is one of some words; -1 where none is.</summary>
    public int Last(int from, int until, IReadOnlySet<string> words)
    {
        for (var at = Math.Min(until, Count) - 1; at >= Math.Max(from, 0); at--)
        {
            if (words.Contains(tokens[at].Text)) return at;
        }

        return -1;
    }

    /// <summary>Whether tokens follow each other that are exactly these.</summary>
    public bool Reads(int at, params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (Text(at + i) != words[i]) return false;
        }

        return true;
    }

    /// <summary>Skips tokens that are one of some words, so many at most.</summary>
    public int Skip(int at, IReadOnlySet<string> words, int most)
    {
        for (var skipped = 0; skipped < most && Is(at, words); skipped++) at++;
        return at;
    }

    /// <summary>The words from one token up to, and without, another, verbatim.</summary>
    public (int Offset, string Quote) Quote(int from, int until)
    {
        var (start, end) = (tokens[from].Start, tokens[until - 1].End);
        return (start, source[start..end]);
    }
}
