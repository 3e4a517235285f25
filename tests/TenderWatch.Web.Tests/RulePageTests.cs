using System.Net;
using TenderWatch.Web.Tests.Seeds;

namespace TenderWatch.Web.Tests;

public sealed class RulePageTests
{
    [Theory]
    [InlineData("nl", "Regels", "Vraagt de controle iets?", "Richtlijn 2014/25/EU art. 84", "versie 1")]
    [InlineData("en", "Rules", "Does the check ask anything?", "Directive 2014/25/EU art. 84", "version 1")]
    public async Task Each_check_stands_there_with_what_it_asks_rests_on_and_can_say_in_the_readers_language(string language, string title, string asks, string basis, string version)
    {
        await using var host = await WebHost.StartAsync();

        var page = await host.PageAsync("/rules?lang=" + language);

        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal("page", page.QuerySelector($".top a[href='/rules']")!.GetAttribute("aria-current"));
        Assert.Equal(["alt", "fsr-scope", "single-bid"], page.QuerySelectorAll("section.check h2").Select(heading => heading.Id!));
        Assert.All(page.QuerySelectorAll("section.check"), check => Assert.All([asks, basis, version], words => Assert.Contains(words, PageTests.Words(check), StringComparison.Ordinal)));
        Assert.All(page.QuerySelectorAll("section.check"), check => Assert.Equal(3, check.QuerySelectorAll("dt .verdict").Length));
        // A check without a page of its own has no link that leads nowhere.
        Assert.Equal(["/rules/alt", "/rules/fsr-scope"], page.QuerySelectorAll(".check .rule a").Select(link => link.GetAttribute("href")!));
    }

    [Fact]
    public async Task The_page_of_a_rule_says_in_Dutch_that_it_is_in_English_and_marks_each_language()
    {
        await using var host = await WebHost.StartAsync();

        var dutch = await host.PageAsync("/rules/fsr-scope?lang=nl");
        var english = await host.PageAsync("/rules/fsr-scope?lang=en");

        Assert.Equal("Buitenlandse subsidies: reikwijdte", dutch.QuerySelector("h1")!.TextContent);
        Assert.Equal("De uitleg hieronder is er alleen in het Engels.", dutch.QuerySelector(".notice")!.TextContent);
        Assert.StartsWith("Deze toets zegt of inschrijvers", PageTests.Words(dutch.QuerySelector("section[aria-labelledby=summary] .rule-text")!), StringComparison.Ordinal);
        Assert.Null(english.QuerySelector(".notice"));
        Assert.Equal("nl", english.QuerySelector("section[aria-labelledby=summary]")!.GetAttribute("lang"));
        foreach (var page in new[] { dutch, english })
        {
            var text = page.QuerySelector("article[lang=en]")!;
            Assert.Equal(["Rule", "Worked example", "Limits", "Sources"], text.QuerySelectorAll("h2").Select(heading => heading.TextContent));
            Assert.Contains("592517432", text.QuerySelector("details.example pre")!.TextContent, StringComparison.Ordinal);
            Assert.Single(page.QuerySelectorAll("h1"));
        }
    }

    [Fact]
    public async Task A_rule_leads_to_its_methods_and_they_lead_back()
    {
        await using var host = await WebHost.StartAsync();

        var alt = await host.PageAsync("/rules/alt");
        var method = await host.PageAsync("/rules/alt-belgium");

        Assert.Contains("/rules/alt-belgium", alt.QuerySelectorAll("nav[aria-labelledby=others] a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Belgium: 15 % below a mean without the extremes (BE-KB2017-36-4)", method.QuerySelector("h1[lang=en]")!.TextContent);
        Assert.Contains("/rules/alt", method.QuerySelectorAll("article a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_link_to_another_page_of_the_project_follows_the_settings_or_is_words()
    {
        await using var bare = await WebHost.StartAsync();
        await using var documented = await WebHost.StartAsync(settings: new WebSettings { Documentation = new Uri("https://example.org/docs/") });

        Assert.DoesNotContain((await bare.PageAsync("/rules/alt")).QuerySelectorAll("article a"), link => link.GetAttribute("href")!.Contains("bids.md", StringComparison.Ordinal));
        Assert.Contains((await bare.PageAsync("/rules/alt")).QuerySelectorAll("article p"), text => text.TextContent.Contains("whose bids were entered", StringComparison.Ordinal));
        Assert.Contains("https://example.org/docs/bids.md#into-a-case", (await documented.PageAsync("/rules/alt")).QuerySelectorAll("article a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/rules/no-such-rule")]
    [InlineData("/rules/ALT")]
    [InlineData("/rules/..%2Falt")]
    [InlineData("/rules/evidence-format")]
    public async Task A_rule_that_is_not_there_is_said_in_words_with_what_to_do(string path)
    {
        await using var host = await WebHost.StartAsync();

        using var response = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);
        var page = await host.PageAsync(path + "?lang=en");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("There is no such rule", page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith("No check of this program has this name.", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_finding_leads_to_its_rule_where_there_is_a_page_of_it()
    {
        await using var host = await WebHost.StartAsync(OtherCases.SaveLowAsync);

        var page = await host.PageAsync("/cases/" + OtherCases.LowId);

        Assert.Equal("Wat deze regel vraagt: Abnormaal lage inschrijving", page.QuerySelector("article[aria-labelledby=check-alt] .rule a[href='/rules/alt']")!.TextContent);
        Assert.Null(page.QuerySelector("article[aria-labelledby=check-single-bid] .rule a[href^='/rules']"));
    }
}
