using System.Net;
using System.Text;

namespace TenderWatch.Sources.TenderNed;

/// <summary>Text as TenderNed should have written it: entities decoded, invisible characters gone.</summary>
internal static class Tidy
{
    /// <summary>One line of text, or <see langword="null"/> when nothing is left.</summary>
    public static string? Line(string? text) => Text(text) is { } tidy ? string.Join(' ', tidy.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;

    /// <summary>Text whose lines stay.</summary>
    public static string? Text(string? text) => text is null ? null : Visible(WebUtility.HtmlDecode(text));

    /// <summary>Text without what cannot be seen; entities are left alone.</summary>
    public static string? Visible(string text)
    {
        var tidy = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsSurrogate(character))
            {
                // "&#xD800;" decodes to half a character, which no JSON or XML can hold.
                if (!char.IsHighSurrogate(character) || i + 1 >= text.Length || !char.IsLowSurrogate(text[i + 1])) continue;
                tidy.Append(character).Append(text[++i]);
            }
            else if (character is not ('\u200B' or '\uFEFF' or '\u2060' or '\u00AD') && (!char.IsControl(character) || character is '\n' or '\t'))
            {
                tidy.Append(character);
            }
        }

        var trimmed = tidy.ToString().Trim();
        return trimmed.Length == 0 ? null : trimmed;
    }
}
