using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace TenderWatch.Web.Rules;

/// <summary>A link of a rule page, to where it leads from a page of the service; one that leads nowhere is its words alone.</summary>
/// <param name="link">Where it leads.</param>
internal sealed class RuleLink(Func<string, string?> link) : LinkInlineRenderer
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, LinkInline obj)
    {
        if (obj.IsImage || obj.Url is null || link(obj.Url) is not { } address)
        {
            renderer.WriteChildren(obj);
            return;
        }

        renderer.Write("<a href=\"").WriteEscapeUrl(address).Write("\">");
        renderer.WriteChildren(obj);
        renderer.Write("</a>");
    }
}
