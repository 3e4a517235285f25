using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace TenderWatch.Sources.TenderNed.Rendering;

/// <summary>
/// HTML as a flat sequence of tags and texts. No tree is built: a page of a million nested elements costs a pass over it, and neither
/// the stack nor the square of its depth.
/// </summary>
internal static class HtmlTokens
{
    public static IEnumerable<HtmlToken> Of(string html)
    {
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        while (tokenizer.Get() is { Type: not HtmlTokenType.EndOfFile } token) yield return token;
    }
}
