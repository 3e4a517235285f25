using System.Text;

namespace TenderWatch.Core.Watching;

/// <summary>Finds words and phrases in published text, which is full of invisible characters, odd spaces and odd hyphens.</summary>
public static class WholeWords
{
    /// <summary>The words found, as the text has them; <see langword="null"/> when the phrase does not stand there as whole words.</summary>
    /// <param name="text">Text of a notice.</param>
    /// <param name="phrase">The phrase; upper and lower case are alike.</param>
    public static string? Find(string text, string phrase)
    {
        var (plain, sought) = (Plain(text), Plain(phrase));
        if (sought.Length == 0) return null;
        for (var at = plain.IndexOf(sought, StringComparison.OrdinalIgnoreCase); at >= 0; at = plain.IndexOf(sought, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var startsWord = at == 0 || !char.IsLetterOrDigit(plain[at - 1]);
            var endsWord = at + sought.Length == plain.Length || !char.IsLetterOrDigit(plain[at + sought.Length]);
            if (startsWord && endsWord) return plain.Substring(at, sought.Length);
        }

        return null;
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            switch (character)
            {
                case '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD':
                    break;
                case '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212':
                    plain.Append('-');
                    break;
                case var space when char.IsWhiteSpace(space):
                    if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
                    break;
                default:
                    plain.Append(character);
                    break;
            }
        }

        return plain.ToString().TrimEnd();
    }
}
