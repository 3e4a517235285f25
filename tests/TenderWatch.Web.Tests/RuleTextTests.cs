using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using TenderWatch.Core.Checks;
using TenderWatch.Web.Rules;

namespace TenderWatch.Web.Tests;

public sealed class RuleTextTests
{
    [Fact]
    public void Raw_HTML_and_links_to_anything_but_what_is_known_are_text()
    {
        var page = Read("<script>alert(1)</script>\n\n<img src=x onerror=alert(2)>\n\n[a](javascript:alert(3)) [b](other.md) [c](https://example.org/?a=1&b=\"2) ![d](https://example.org/x.png)");

        Assert.Empty(page.QuerySelectorAll("script, img, [onerror], [style]"));
        Assert.Contains("<script>alert(1)</script>", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/known/other.md", "https://example.org/?a=1&b=%222"], page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("a b c d", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_has_a_frame_with_a_name_and_no_heading_of_nothing()
    {
        var tables = Read("| what is `known` | verdict |\n|---|---|\n| a | b |\n\ntext\n\n| | |\n|---|---|\n| c | d |\n").QuerySelectorAll(".wide");

        Assert.Equal(["Table: what is known, verdict", "Table"], tables.Select(table => table.GetAttribute("aria-label")));
        Assert.All(tables, table => Assert.Equal("0", table.GetAttribute("tabindex")));
        Assert.Equal([2, 0], tables.Select(table => table.QuerySelectorAll("th").Length));
        Assert.Equal(["c", "d"], tables[1].QuerySelectorAll("td").Select(cell => cell.TextContent));
    }

    [Fact]
    public void Every_page_has_a_title_a_text_and_a_summary_in_Dutch()
    {
        foreach (var name in RuleTexts.Names)
        {
            var text = RuleText.Of(name);
            Assert.True(text is { Title.Length: > 5, Body.Count: > 3, Summary.Count: > 0 }, name);
            Assert.DoesNotContain("Samenvatting", RuleText.Html(text.Body, _ => null), StringComparison.Ordinal);
        }
    }

    private static IHtmlDocument Read(string markdown) => new HtmlParser().ParseDocument(RuleText.Html(
        RuleText.Parse("x", "# Title\n\n" + markdown).Body, link => link.StartsWith("https://", StringComparison.Ordinal) ? link : link.EndsWith(".md", StringComparison.Ordinal) ? "/known/" + link : null));
}
