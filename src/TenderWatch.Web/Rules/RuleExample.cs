using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace TenderWatch.Web.Rules;

/// <summary>Data of a worked example: long, and closed until somebody wants it.</summary>
internal sealed class RuleExample : CodeBlockRenderer
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        renderer.WriteLine("<details class=\"example\"><summary>The example as data</summary>");
        base.Write(renderer, obj);
        renderer.WriteLine("</details>");
    }
}
