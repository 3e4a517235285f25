using System.Text;
using AngleSharp.Html.Parser;
using TenderWatch.Sources.TenderNed;
using TenderWatch.Sources.TenderNed.Rendering;

namespace TenderWatch.Sources.Mercell;

/// <summary>A description in HTML as the text that people see of it.</summary>
internal static class PlainText
{
    /// <summary>The text, its lines kept; <see langword="null"/> when nothing is left.</summary>
    public static string? Of(string? html)
    {
        if (html is null) return null;
        var text = new StringBuilder();
        string? hidden = null; // the element whose content nobody sees
        foreach (var token in HtmlTokens.Of(html))
        {
            if (hidden is not null)
            {
                if (token.Type == HtmlTokenType.EndTag && token.Name == hidden) hidden = null;
            }
            else if (token.Type == HtmlTokenType.Character)
            {
                // A line ends where the markup ends it, not where it was wrapped.
                text.Append(token.Data.ReplaceLineEndings(" "));
            }
            else if (token.Type == HtmlTokenType.StartTag && token.Name is "script" or "style")
            {
                hidden = token.Name;
            }
            else if (token.Type is HtmlTokenType.StartTag or HtmlTokenType.EndTag && EndsLine(token.Name))
            {
                text.Append('\n');
            }
        }

        var lines = text.ToString().Split('\n').Select(Tidy.Visible).OfType<string>();
        var whole = string.Join('\n', lines.Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        return whole.Length == 0 ? null : whole;
    }

    private static bool EndsLine(string name) =>
        name is "br" or "p" or "div" or "li" or "ul" or "ol" or "table" or "tr" or "td" or "th" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6";
}
