using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace TenderWatch.Extraction.Documents;

/// <summary>The text that people see of HTML, paragraph by paragraph. No tree is built, so that depth costs nothing; no script is run and nothing is loaded.</summary>
internal static class HtmlText
{
    public static void Read(string html, string path, TextCollector collector)
    {
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        var (paragraph, number) = (new StringBuilder(), 0);
        string? hidden = null;
        while (tokenizer.Get() is { Type: not HtmlTokenType.EndOfFile } token)
        {
            if (hidden is not null)
            {
                if (token.Type == HtmlTokenType.EndTag && token.Name == hidden) hidden = null;
            }
            else if (token.Type == HtmlTokenType.Character)
            {
                paragraph.Append(token.Data.ReplaceLineEndings(" "));
            }
            else if (token.Type == HtmlTokenType.StartTag && token.Name is "script" or "style" or "head" or "template" or "noscript")
            {
                hidden = token.Name;
            }
            else if (token.Type is HtmlTokenType.StartTag or HtmlTokenType.EndTag)
            {
                if (token.Name is "br" or "td" or "th") paragraph.Append(' ');
                else if (EndsParagraph(token.Name)) End();
            }
        }

        End();

        void End()
        {
            var text = string.Join(' ', paragraph.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            paragraph.Clear();
            if (text.Length > 0) collector.Add(path, null, ++number, text);
        }
    }

    private static bool EndsParagraph(string name) =>
        name is "p" or "div" or "li" or "ul" or "ol" or "table" or "tr" or "section" or "article" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "dt" or "dd" or "blockquote" or "hr" or "body";
}
