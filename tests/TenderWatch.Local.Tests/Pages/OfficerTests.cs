using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Extraction.Tests.BidFiles;
using TenderWatch.Local.Tests.Api;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Pages;

/// <summary>The work of an officer on the pages, in a real browser whose scripts are off. With TENDERWATCH_SCREENSHOTS naming a folder, it is also pictured there.</summary>
public sealed class OfficerTests
{
    private const string Chromium = "/usr/bin/chromium";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_officer_uploads_bids_asks_for_an_explanation_decides_rechecks_and_exports_a_dossier_that_verifies_without_script()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"there is no browser at {Chromium}");
        await using var host = await ApiHost.StartAsync(sources: sources => sources.Documents.Retrieve = true);
        var id = await host.OpenAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
        await using var context = await browser.NewContextAsync(new() { Locale = "nl-NL", JavaScriptEnabled = false, ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = await context.NewPageAsync();

        await page.GotoAsync(new Uri(host.Client.BaseAddress!, "/?lang=nl").AbsoluteUri);
        await page.Locator($"a[href*='/cases/{id}']").First.ClickAsync();
        await Assertions.Expect(page.Locator("#check-alt")).ToContainTextAsync("Niet te beoordelen");
        await PictureAsync(page, "officer-1-before");

        // A file with a mistake: nothing is recorded, and the page says where.
        await OpenAsync(page, "#enter-bids");
        await ChooseAsync(page, Workbook.Of(["Perceel", "Inschrijver", "Prijs (EUR)"], ["LOT-0001", "A", -1]));
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("Er is niets vastgelegd.");
        await Assertions.Expect(page.Locator("#enter-bids")).ToContainTextAsync("rij 2, kolom Prijs (EUR): '-1' is negatief.");
        await PictureAsync(page, "officer-2-wrong-file");

        await ChooseAsync(page, Workbook.Of(
            ["Perceel", "Inschrijver", "Inschrijfsom (EUR)"],
            ["LOT-0001", "Voorbeeld A B.V.", "12.480.000,00"],
            ["LOT-0001", "Voorbeeld B B.V.", "21.950.000,00"],
            ["LOT-0001", "Voorbeeld C B.V.", "22.600.000,00"],
            ["LOT-0001", "Voorbeeld D B.V.", "23.475.000,00"],
            ["LOT-0001", "Voorbeeld E B.V.", "25.100.000,00"]));
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("De inschrijvingen zijn ingevoerd.");
        await ShowAsync(host, page, id);
        await Assertions.Expect(page.Locator("#check-alt")).ToContainTextAsync("Aandacht nodig");
        await PictureAsync(page, "officer-3-flagged");

        var due = DutchTime.DateOf(host.Services.GetRequiredService<TimeProvider>().GetUtcNow()).AddDays(14).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await OpenAsync(page, "#ask-explanation");
        var bid = await page.Locator("#request-tenders option").First.GetAttributeAsync("value");
        await page.FillAsync("#request-lot", "LOT-0001");
        await page.FillAsync("#request-bid", bid!);
        await page.FillAsync("#request-due", due);
        await SendAsync(page, "#ask-explanation");
        await ShowAsync(host, page, id);

        await StepAsync(host, page, id, "receive", form => form.Locator("textarea[name=answer]").FillAsync("De prijs volgt uit een nieuwe productielijn."));
        await StepAsync(host, page, id, "assess", form => form.Locator("textarea[name=reasons]").FillAsync("De kosten zijn onderbouwd."));
        await PictureAsync(page, "officer-4-assessed");
        await StepAsync(host, page, id, "accept", form => form.Locator("textarea[name=reasons]").FillAsync("De toelichting verklaart de prijs."));

        await OpenAsync(page, "#ask-recheck");
        await page.FillAsync("#recheck-reason", "Na het besluit");
        await SendAsync(page, "#ask-recheck");
        await host.SettleAsync();

        var state = (await host.Services.GetRequiredService<ICases>().FindAsync(id, Stop))!;
        Assert.Equal((ExplanationStage.Accepted, 4), (Assert.Single(state.Explanations).Stage, state.Explanations[0].Turns.Count));
        Assert.All(state.Explanations[0].Turns, turn => Assert.Equal("A. Voorbeeld", turn.By));
        var kinds = (await host.LedgerAsync(id)).Select(entry => entry.Kind).ToArray();
        Assert.Equal((1, 1), (kinds.Count(kind => kind == "bids-submitted"), kinds.Count(kind => kind == "recheck-requested")));
        await page.GotoAsync(new Uri(host.Client.BaseAddress!, $"/cases/{id}?lang=nl").AbsoluteUri);
        await PictureAsync(page, "officer-5-decided");
        await PictureTheRestAsync(host, page, id);
        await ShowAsync(host, page, id);

        // The dossier, as the browser saves it, is whole by the command that whoever receives it runs.
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("button[name=audience][value=internal]").ClickAsync(), new() { Timeout = 120_000 });
        using var recipient = new Cli();
        var dossier = Path.Combine(recipient.Folder, download.SuggestedFilename);
        await download.SaveAsAsync(dossier);
        var verified = await recipient.RunAsync("verify", dossier);
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
        Assert.Contains("Verified, intact", verified.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData(null)]
    public async Task A_form_that_no_page_of_this_host_sent_changes_nothing(string? site)
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/cases/{id}/rechecks") { Content = new FormUrlEncodedContent([new("reason", "x")]) };
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);

        using var refused = await host.Client.SendAsync(request, Stop);
        await host.SettleAsync();

        Assert.Equal(403, (int)refused.StatusCode);
        Assert.DoesNotContain(await host.LedgerAsync(id), entry => entry.Kind == "recheck-requested");
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_has_one_effect()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/cases/{id}/rechecks") { Content = new FormUrlEncodedContent([new("reason", "x"), new("seen", "1"), new("checks", "alt")]) };
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            using var sent = await host.Client.SendAsync(request, Stop);
            Assert.Equal(303, (int)sent.StatusCode);
        }

        await host.SettleAsync();
        Assert.Single(await host.LedgerAsync(id), entry => entry.Kind == "recheck-requested");
    }

    // Where scripts are off a summary still opens what it stands for.
    private static Task OpenAsync(IPage page, string details) => page.Locator($"{details}:not([open]) > summary").ClickAsync();

    private static async Task ChooseAsync(IPage page, byte[] workbook)
    {
        await page.SetInputFilesAsync("#bids-file", new FilePayload { Name = "inschrijvingen.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = workbook });
        await SendAsync(page, "#enter-bids");
    }

    private static Task SendAsync(IPage page, string within) => page.Locator($"{within} button[type=submit]").ClickAsync();

    private static async Task ShowAsync(ApiHost host, IPage page, string id)
    {
        await host.SettleAsync();
        await page.GotoAsync(new Uri(host.Client.BaseAddress!, $"/cases/{id}?lang=nl").AbsoluteUri);
    }

    private static async Task StepAsync(ApiHost host, IPage page, string id, string step, Func<ILocator, Task> fill)
    {
        var details = page.Locator($"details.work:has(input[name=step][value={step}])").First;
        await details.Locator("summary").ClickAsync();
        await fill(details);
        await details.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("Vastgelegd.");
        await ShowAsync(host, page, id);
    }

    private static Task PictureAsync(IPage page, string name) =>
        Screens.TakeAsync(page, name, ("alt", "article:has(> #check-alt)"), ("bids", "article:has(> #check-alt) figure"), ("fsr", "article:has(> #check-fsr-scope)"), ("steps", "section:has(> #explanations)"), ("summary", "section:has(> #summary)"), ("ledger", "section:has(> #ledger)"));

    private static async Task PictureTheRestAsync(ApiHost host, IPage page, string id)
    {
        if (!Screens.AreAskedFor) return;
        foreach (var language in new[] { "nl", "en" })
        {
            foreach (var (name, path) in new[] { ("overview", "/"), ("case", $"/cases/{id}"), ("answers", $"/cases/{id}/answers/parliament-2026-01"), ("sources", "/sources") })
            {
                await page.GotoAsync(new Uri(host.Client.BaseAddress!, $"{path}?lang={language}").AbsoluteUri);
                await PictureAsync(page, $"officer-6-{name}-{language}");
            }

            await page.GotoAsync(new Uri(host.Client.BaseAddress!, $"/cases/{id}?lang={language}").AbsoluteUri);
            foreach (var form in await page.Locator("details.work > summary").AllAsync()) await form.ClickAsync();
            await page.Locator("h1").ScrollIntoViewIfNeededAsync();
            await page.Keyboard.PressAsync("Home");
            await Screens.TakeAsync(page, $"officer-7-forms-{language}", ("statement", "#enter-statement"), ("filing", "#enter-filing"), ("withdraw", "#withdraw-entry"), ("hold", "#set-hold"), ("documents", "#retrieve-documents"), ("bids", "#enter-bids"), ("recheck", "#ask-recheck"));

            using var made = await host.PostAsync($"/api/cases/{id}/dossiers", ApiHost.Json($$"""{"audience":"internal","language":"{{language}}"}"""));
            using var archive = new ZipArchive(await made.Content.ReadAsStreamAsync(Stop));
            using var index = new StreamReader(archive.GetEntry("index.html")!.Open());
            // A4 at 96 dots an inch, as it is printed.
            await page.SetViewportSizeAsync(794, 1123);
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            // A page of its own: what the page before allows does not hold for it.
            await page.GotoAsync("about:blank");
            await page.SetContentAsync(await index.ReadToEndAsync(Stop));
            await Screens.TakeAsync(page, "dossier-" + language);
            await page.EmulateMediaAsync(new() { Media = Media.Screen });
            await page.SetViewportSizeAsync(1280, 900);
        }
    }
}
