using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TenderWatch.Core.Checks;

namespace TenderWatch.Web.Rules;

/// <summary>A page that explains a rule, read from its Markdown. Raw HTML in it is text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title, without marks.</param>
/// <param name="Body">What it says, in English.</param>
/// <param name="Summary">What it says in short, in Dutch.</param>
internal sealed record RuleText(string Name, string Title, IReadOnlyList<Block> Body, IReadOnlyList<Block> Summary)
{
    private const string Dutch = "Samenvatting";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>The page of a check or of a method.</summary>
    /// <param name="name">A name that <see cref="RuleTexts"/> has.</param>
    public static RuleText Of(string name) => Parse(name, Encoding.UTF8.GetString(RuleTexts.Read(name)));

    /// <summary>Reads a page.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="markdown">Its text.</param>
    public static RuleText Parse(string name, string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        List<Block> blocks = [.. document];
        var title = blocks.OfType<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1);
        if (title is not null) blocks.Remove(title);
        var summary = blocks.FindIndex(block => block is HeadingBlock { Level: 2 } heading && WordsOf(heading) == Dutch);
        return new RuleText(name, title is null ? name : WordsOf(title), summary < 0 ? blocks : blocks[..summary], summary < 0 ? [] : blocks[(summary + 1)..]);
    }

    /// <summary>Blocks as HTML.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="link">Where a link of the page leads within the service or outside; <see langword="null"/> where it leads nowhere from here.</param>
    public static string Html(IEnumerable<Block> blocks, Func<string, string?> link)
    {
        using var text = new StringWriter();
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new RuleTable());
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new RuleExample());
        renderer.ObjectRenderers.Replace<Markdig.Renderers.Html.Inlines.LinkInlineRenderer>(new RuleLink(link));
        foreach (var block in blocks) renderer.Render(block);
        return text.ToString();
    }

    /// <summary>The words of a heading or a cell, without marks.</summary>
    internal static string WordsOf(Block block) => block switch
    {
        ContainerBlock container => string.Join(' ', container.Select(WordsOf)),
        LeafBlock { Inline: { } inline } => string.Concat(inline.Descendants().Select(part => part switch
        {
            LiteralInline words => words.Content.ToString(),
            CodeInline code => code.Content,
            LineBreakInline => " ",
            _ => "",
        })),
        _ => "",
    };
}
