using System.Globalization;
using System.Text;

namespace TenderWatch.Core.Languages;

/// <summary>
/// Text of others on one line: no line breaks, so nothing can become a header; no control, format or bidirectional characters, so
/// nothing can pose as something else; no lone surrogates; never longer than promised.
/// </summary>
public static class PlainText
{
    /// <summary>The text on one line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">So many characters at most, the dots of what is cut included.</param>
    public static string Line(string? text, int most)
    {
        var line = new StringBuilder();
        var (length, gap) = (0, false);
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category == UnicodeCategory.Control)
            {
                gap = line.Length > 0;
                continue;
            }

            if (category is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate) continue;
            if (length + (gap ? 2 : 1) >= most) return line.Append('…').ToString();
            if (gap) line.Append(' ');
            line.Append(rune.ToString());
            length += gap ? 2 : 1;
            gap = false;
        }

        return line.ToString();
    }
}
