using TenderWatch.Core.Bids;

namespace TenderWatch.Extraction.Rules;

/// <summary>Cuts a text into sentences: at full stops, empty lines and list marks, never at the end of a line, for lines are wrapped.</summary>
internal static class Sentences
{
    private static readonly HashSet<string> Abbreviations = new(
        ["excl", "exclusief", "incl", "btw", "vat", "ca", "circa", "approx", "max", "min", "nr", "no", "art", "artt", "st", "pcs", "mln", "mrd", "mld", "mio", "o", "a", "m", "d", "w", "z", "e", "g", "i", "b", "v", "n",
            "resp", "bijv", "bv", "dhr", "mw", "evt", "jr", "est", "vs", "cf", "lid", "par", "tel", "sp"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> ListMarks = new(["\u2022", "\u25CF", "\u25AA", "\u00B7", "\uF0B7", "\u2023", "\u25E6"], StringComparer.Ordinal);

    public static IEnumerable<Sentence> Of(string text, IReadOnlyList<Token> tokens, NumberStyle? style)
    {
        var begin = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (at > begin && (ListMarks.Contains(tokens[at].Text) || IsEmptyLine(text, tokens[at - 1].End, tokens[at].Start)))
            {
                yield return Cut(begin, at);
                begin = at;
            }

            if (at - begin + 1 < Sentence.Most && !Ends(tokens, at)) continue;
            yield return Cut(begin, at + 1);
            begin = at + 1;
        }

        if (begin < tokens.Count) yield return Cut(begin, tokens.Count);

        Sentence Cut(int from, int until)
        {
            var part = new Token[until - from];
            for (var i = 0; i < part.Length; i++) part[i] = tokens[from + i];
            return new Sentence(text, part, style);
        }
    }

    // A full stop before a small letter or within "excl. btw" ends nothing; one that is glued to both sides is part of a name.
    private static bool Ends(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens[at].Kind != TokenKind.Sign) return false;
        if (tokens[at].Text is "!" or "?" or ";") return true;
        if (tokens[at].Text != "." || at + 1 >= tokens.Count) return false;
        if (tokens[at + 1].Glued && tokens[at + 1].Kind != TokenKind.Word) return false;
        return at == 0 || !tokens[at].Glued || !Abbreviations.Contains(tokens[at - 1].Text);
    }

    private static bool IsEmptyLine(string text, int from, int until)
    {
        var lines = 0;
        for (var at = from; at < until; at++)
        {
            if (text[at] == '\n' && ++lines == 2) return true;
        }

        return false;
    }
}
