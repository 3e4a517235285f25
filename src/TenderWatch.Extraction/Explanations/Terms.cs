using TenderWatch.Extraction.Rules;

namespace TenderWatch.Extraction.Explanations;

/// <summary>
/// Terms that are looked for in sentences: words in their folded form, <c>*</c> at an end for any letters; the words of one term may have two others between them.
/// </summary>
internal sealed class Terms
{
    private const int Between = 2;

    private readonly string[][] _terms;

    /// <param name="terms">The terms, with commas between them.</param>
    public Terms(string terms) => _terms = [.. terms.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(term => term.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>Whether one of them stands in a sentence.</summary>
    public bool In(Sentence sentence)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if (At(sentence, at)) return true;
        }

        return false;
    }

    /// <summary>Whether one of them begins at a token.</summary>
    public bool At(Sentence sentence, int at) => sentence[at] is { Kind: not TokenKind.Sign, Length: > 0 } && Array.Exists(_terms, term => Stands(sentence, at, term));

    private static bool Stands(Sentence sentence, int at, string[] term)
    {
        if (!Fits(sentence.Text(at), term[0])) return false;
        var next = at + 1;
        foreach (var word in term.AsSpan(1))
        {
            var found = -1;
            for (var look = next; look <= next + Between && look < sentence.Count && found < 0; look++)
            {
                if (Fits(sentence.Text(look), word)) found = look;
            }

            if (found < 0) return false;
            next = found + 1;
        }

        return true;
    }

    private static bool Fits(string text, string word)
    {
        var (open, close) = (word[0] == '*', word[^1] == '*');
        var stem = word.AsSpan(open ? 1 : 0, word.Length - (open ? 1 : 0) - (close ? 1 : 0));
        return (open, close) switch
        {
            (true, true) => text.AsSpan().Contains(stem, StringComparison.Ordinal),
            (true, false) => text.AsSpan().EndsWith(stem, StringComparison.Ordinal),
            (false, true) => text.AsSpan().StartsWith(stem, StringComparison.Ordinal),
            _ => text.AsSpan().SequenceEqual(stem),
        };
    }
}
