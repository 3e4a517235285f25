using Microsoft.Playwright;
using TenderWatch.Core.Languages;
using TenderWatch.Testing;
using TenderWatch.Web.Tests.Seeds;

namespace TenderWatch.Web.Tests;

/// <summary>The pages in a real browser. With TENDERWATCH_SCREENSHOTS naming a folder, every page is also pictured there.</summary>
public sealed class BrowserTests
{
    private const string Chromium = "/usr/bin/chromium";
    private const float Patience = 30_000;

    private static readonly (string Name, string Path)[] Pages =
    [
        ("overview", "/"), ("dsmr6", "/cases/" + Dsmr6.Id), ("low", "/cases/" + OtherCases.LowId), ("hostile", "/cases/" + OtherCases.HostileId),
        ("answers", $"/cases/{Dsmr6.Id}/answers/parliament-2026-01"), ("hostile-answers", $"/cases/{OtherCases.HostileId}/answers/parliament-2026-01"),
        ("quarantine", "/quarantine"), ("sources", "/sources"), ("rules", "/rules"), ("rule", "/rules/fsr-scope"), ("method", "/rules/alt-methods"), ("timetable", "/cases/" + TimetableTests.Id), ("unknown", "/cases/ffffffffffff"),
    ];

    [Fact]
    public async Task Pages_load_without_errors_violations_or_foreign_requests_and_fit_a_phone()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"there is no browser at {Chromium}");
        var settings = new WebSettings { Banner = new LocalizedText("Demonstratie: gegevens zijn een reconstructie.", "Demonstration: the data is a reconstruction.") };
        await using var host = await WebHost.StartAsync(
            async host =>
            {
                await OtherCases.SaveAllAsync(host);
                await TimetableTests.SaveAsync(host);
                await SourceSeed.SaveAsync(host);
            },
            settings);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        var troubles = new List<string>();
        foreach (var (width, scheme, language) in new[] { (360, ColorScheme.Light, "nl"), (360, ColorScheme.Dark, "en"), (1280, ColorScheme.Light, "nl"), (1280, ColorScheme.Light, "en"), (1280, ColorScheme.Dark, "en") })
        {
            await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
            var page = await context.NewPageAsync();
            page.Console += (_, message) =>
            {
                // The browser reports the status of a page that says in words that it is not there.
                if (message.Type is "error" or "warning" && !message.Text.Contains("status of 404", StringComparison.Ordinal)) troubles.Add(message.Text);
            };
            page.PageError += (_, error) => troubles.Add(error);
            page.Request += (_, request) =>
            {
                if (!request.Url.StartsWith(host.Address + "/", StringComparison.Ordinal)) troubles.Add("asked " + request.Url);
            };
            foreach (var (name, path) in Pages)
            {
                await page.GotoAsync($"{host.Address}{path}?lang={language}");
                var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (overflow > 0) troubles.Add($"{name} at {width} px is {overflow} px too wide");
                if (await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.top')).backgroundColor") == "rgba(0, 0, 0, 0)") troubles.Add($"{name} has no style");
                await Screens.TakeAsync(page, $"{name}-{width}-{scheme}-{language}".ToLowerInvariant(), ("alt", "article:has(> #check-alt)"), ("fsr", "article:has(> #check-fsr-scope)"), ("notices", "section:has(> #notices)"));
            }
        }

        Assert.Empty(troubles);
    }

    [Fact]
    public async Task No_page_breaks_a_rule_of_accessibility_shifts_or_weighs_more_than_100_KB()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"there is no browser at {Chromium}");
        using var axe = new Axe();
        var why = await axe.InstallAsync(TestContext.Current.CancellationToken);
        Assert.SkipUnless(why is null, "axe-core cannot be installed here: " + why);
        await using var host = await WebHost.StartAsync(async host =>
        {
            await OtherCases.SaveAllAsync(host);
            await TimetableTests.SaveAsync(host);
            await SourceSeed.SaveAsync(host);
        });
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
        // The measures themselves: a page that breaks each of them is found.
        var wrong = await browser.NewPageAsync();
        await wrong.SetContentAsync("<title>x</title><script></script><div style='width:9999px'><img src='data:,'></div>");
        Assert.Contains(await axe.FaultsAsync(wrong), fault => fault.StartsWith("image-alt at img:", StringComparison.Ordinal));
        Assert.Equal(3, (await PageFigures.FaultsAsync(wrong)).Count);
        var troubles = new List<string>();
        // 640 px wide is 1280 at 200 %.
        foreach (var (width, scheme, language) in new[] { (1280, ColorScheme.Light, "nl"), (1280, ColorScheme.Dark, "en"), (640, ColorScheme.Light, "en"), (360, ColorScheme.Dark, "nl") })
        {
            foreach (var (name, path) in Pages)
            {
                // A new context for each: nothing is in its cache.
                await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, BypassCSP = true });
                var page = await context.NewPageAsync();
                await page.GotoAsync($"{host.Address}{path}?lang={language}", new() { WaitUntil = WaitUntilState.NetworkIdle });
                troubles.AddRange((await PageFigures.FaultsAsync(page)).Concat(await axe.FaultsAsync(page)).Select(fault => $"{name} at {width} px, {scheme}: {fault}"));
            }
        }

        Assert.True(troubles.Count == 0, string.Join('\n', troubles));
    }

    [Fact]
    public async Task A_case_is_found_with_the_keyboard_alone()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"there is no browser at {Chromium}");
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
        var page = await browser.NewPageAsync(new() { Locale = "en-GB" });
        await page.GotoAsync(host.Address + "/");

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to content", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.GetByLabel("Search title, buyer or profile").FocusAsync();
        await page.Keyboard.TypeAsync("dsmr6 stedin");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync($"{host.Address}/?q=dsmr6+stedin&verdict=&buyer=&source=&deadline=", new() { Timeout = Patience });
        await page.GetByRole(AriaRole.Link, new() { Name = "DSMR6 E-meter (meetmodule)" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync($"{host.Address}/cases/{Dsmr6.Id}", new() { Timeout = Patience });

        Assert.Equal("DSMR6 E-meter (meetmodule)", await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync());
        Assert.Equal(2, await page.GetByRole(AriaRole.Table, new() { Name = "Figures this rests on" }).CountAsync() + await page.GetByRole(AriaRole.Table, new() { Name = "What is missing to assess this" }).CountAsync());
    }
}
