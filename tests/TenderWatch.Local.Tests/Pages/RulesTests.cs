using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Checks;
using TenderWatch.Local.Tests.Api;

namespace TenderWatch.Local.Tests.Pages;

/// <summary>The rules as a reader opens them, of the checks that the host really runs.</summary>
public sealed class RulesTests
{
    private const int MostBytes = 100_000;

    [Fact]
    public async Task Every_check_that_runs_has_an_entry_and_a_page_in_both_languages_for_a_reader()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ApiHost.StartAsync(issuer.Settings);
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token());
        var checks = host.Services.GetServices<ICheck>().Concat(host.Services.GetService<IReadOnlyList<ICheck>>() ?? []).DistinctBy(check => check.Id).ToList();
        Assert.Equal(CheckList.All(new CheckSettings()).Select(check => check.Id), checks.Select(check => check.Id));

        foreach (var (language, name, rests) in new (string, Func<ICheck, string>, string)[] { ("nl", check => check.Name.Nl, "Berust op"), ("en", check => check.Name.En, "Rests on") })
        {
            var all = await OpenAsync(host, "/rules?lang=" + language);
            Assert.Equal(checks.Select(name), all.QuerySelectorAll("section.check h2").Select(heading => heading.TextContent));
            foreach (var check in checks)
            {
                var entry = all.QuerySelector($"section[aria-labelledby={check.Id}]")!;
                Assert.All(entry.QuerySelectorAll("dd, .question"), words => Assert.True(words.TextContent.Trim().Length > 10, $"{check.Id} {language}: '{words.TextContent}'"));
                Assert.Contains(rests, entry.TextContent, StringComparison.Ordinal);
                Assert.Contains(check.Version, entry.TextContent, StringComparison.Ordinal);
                var page = await OpenAsync(host, entry.QuerySelector(".rule a")!.GetAttribute("href") + "?lang=" + language);
                Assert.Equal(name(check), page.QuerySelector("h1")!.TextContent);
                Assert.NotNull(page.QuerySelector("article[lang=en] h2"));
            }
        }
    }

    [Fact]
    public async Task Every_page_of_the_rules_opens_is_light_and_leads_only_to_pages_that_open()
    {
        await using var host = await ApiHost.StartAsync();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(["/rules"]);
        while (open.TryDequeue(out var path))
        {
            if (!seen.Add(path)) continue;
            var page = await OpenAsync(host, path);
            foreach (var link in page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!.Split('#')[0]).Where(link => link.StartsWith("/rules", StringComparison.Ordinal))) open.Enqueue(link);
        }

        Assert.Equal(["/rules", .. RuleTexts.Names.Select(name => "/rules/" + name)], seen.Order(StringComparer.Ordinal));
    }

    private static async Task<IHtmlDocument> OpenAsync(ApiHost host, string path)
    {
        using var response = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode == 200, $"{path}: {(int)response.StatusCode}");
        Assert.InRange(body.Length, 1, MostBytes);
        return new HtmlParser().ParseDocument(body);
    }
}
