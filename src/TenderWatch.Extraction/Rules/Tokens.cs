using System.Globalization;
using System.Text;

namespace TenderWatch.Extraction.Rules;

/// <summary>Cuts a text into words, numbers and signs, in one pass.</summary>
internal static class Tokens
{
    // No word that a rule knows is longer, and a text of one letter repeated a million times is no word.
    private const int LongestWord = 60;

    // The letters of Dutch and of its neighbours; normalization would need the tables of the system.
    private const string Accented = "\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u00E7\u00E8\u00E9\u00EA\u00EB\u00EC\u00ED\u00EE\u00EF\u00F1\u00F2\u00F3\u00F4\u00F5\u00F6\u00F9\u00FA\u00FB\u00FC";
    private const string Plain = "aaaaaaceeeeiiiinooooouuuu";

    public static List<Token> Of(string text, int from, int until)
    {
        var tokens = new List<Token>();
        var (at, end) = (from, from);
        while (at < until)
        {
            if (char.IsWhiteSpace(text[at]) || IsInvisible(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            var kind = char.IsAsciiDigit(text[at]) ? TokenKind.Number : IsLetter(text[at]) ? TokenKind.Word : TokenKind.Sign;
            at = kind switch
            {
                TokenKind.Number => WrittenNumber.End(text, at, until),
                TokenKind.Word => EndOfWord(text, at, until),
                _ => at + 1,
            };
            var written = at - start > LongestWord ? "" : text[start..at];
            tokens.Add(new Token(kind, start, at - start, kind == TokenKind.Word ? Fold(written) : written, start == end && start > from));
            end = at;
        }

        return tokens;
    }

    private static int EndOfWord(string text, int at, int until)
    {
        while (at < until && (IsLetter(text[at]) || char.IsAsciiDigit(text[at]) || IsApostrophe(text, at, until))) at++;
        return at;
    }

    private static bool IsLetter(char sign) => char.IsLetter(sign) || CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark;

    // "studio's" is one word.
    private static bool IsApostrophe(string text, int at, int until) => text[at] is '\'' or '\u2019' && at + 1 < until && text[at + 1] == 's' && (at + 2 == until || !char.IsLetterOrDigit(text[at + 2]));

    // Soft hyphen, zero width space and byte order mark stand in the midst of real descriptions.
    private static bool IsInvisible(char sign) => sign is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF';

    private static string Fold(string word)
    {
        var lower = word.ToLowerInvariant().Replace('\u2019', '\'');
        if (Ascii.IsValid(lower)) return lower;
        var plain = new StringBuilder(lower.Length);
        foreach (var sign in lower)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark) continue;
            var accented = Accented.IndexOf(sign, StringComparison.Ordinal);
            plain.Append(accented < 0 ? sign : Plain[accented]);
        }

        return plain.ToString();
    }
}
