using CsCheck;
using TenderWatch.Core.Reviews;
using TenderWatch.Web.Tests.Seeds;

namespace TenderWatch.Web.Tests;

public sealed class HostileTextTests
{
    private static readonly string[] Paths = ["/", "/?q=" + "%E2%80%AE%3Cscript%3E%0D%0A", "/cases/" + OtherCases.HostileId, "/cases/" + OtherCases.HostileId + "?lang=en", $"/cases/{OtherCases.HostileId}/answers/parliament-2026-01", "/cases/" + OtherCases.HostileId + "/answers/%3Cscript%3E"];

    [Fact]
    public async Task Text_of_notices_never_becomes_markup()
    {
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync);
        foreach (var path in Paths)
        {
            var page = await host.PageAsync(path);

            Assert.Empty(page.QuerySelectorAll("script, main b, main i, img, iframe, object, embed, style, base"));
            Assert.All(page.All, element => Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "style"));
        }
    }

    [Fact]
    public async Task Links_lead_only_to_the_web_and_within_the_service()
    {
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync);
        foreach (var path in Paths)
        {
            Assert.All((await host.PageAsync(path)).QuerySelectorAll("[href], [src], [action]"), element =>
                Assert.Matches("^(/|#|https?://)", element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action")));
        }
    }

    [Fact]
    public async Task Text_that_looks_like_markup_is_shown_as_it_is()
    {
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync);

        var page = await host.PageAsync("/cases/" + OtherCases.HostileId);

        Assert.StartsWith("<script>alert('x')</script><b>vet</b> [klik](https://evil.example)", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("&amp; \"quoted\"", page.QuerySelector("details.whole p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_of_ten_thousand_characters_is_cut_in_lists_and_headings_and_whole_where_it_is_asked_for()
    {
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync);

        var overview = await host.PageAsync("/");
        var page = await host.PageAsync("/cases/" + OtherCases.HostileId);

        Assert.All(overview.QuerySelectorAll("table.cases th a"), link => Assert.InRange(link.TextContent.Length, 1, 170));
        Assert.InRange(page.QuerySelector("h1")!.TextContent.Length, 1, 250);
        Assert.InRange(page.Title!.Length, 1, 190);
        Assert.True(page.QuerySelector("details.whole p")!.TextContent.Length > 10_000);
    }

    [Fact]
    public async Task No_text_can_turn_the_direction_of_the_page_or_hide_in_it()
    {
        await using var host = await WebHost.StartAsync();
        await Gen.String[Gen.OneOf(Gen.Char['\u0000', '\u00FF'], Gen.Char['\u2000', '\u206F'], Gen.Char.AlphaNumeric, Gen.Char), 1, 60].SampleAsync(async title =>
        {
            await host.Cases.SaveAsync(new CaseState { Id = "000000000001", Title = title, Buyers = [title] }, default);

            var html = await host.Client.GetStringAsync("/cases/000000000001?lang=nl");
            var text = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelector("h1")!.TextContent;

            foreach (var character in html + text)
            {
                if (character is '\n' or '\t') continue;
                var kind = char.GetUnicodeCategory(character);
                Assert.False(kind is System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator
                    || character is (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\u061C' or '\uFEFF' or '\u00AD', $"U+{(int)character:X4} in the page of {Uri.EscapeDataString(title)}");
            }
        }, iter: 200, threads: 1);
    }

    [Fact]
    public void Text_that_only_looks_like_a_reference_stays() => Assert.Equal("&amp;#x202E; &#xE9; &#xFFFD;", HarmlessHtml.Of("&amp;#x202E; &#xE9; &#x202E;"));
}
