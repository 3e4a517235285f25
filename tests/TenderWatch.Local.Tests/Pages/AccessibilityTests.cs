using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TenderWatch.Core.Languages;
using TenderWatch.Local.Tests.Api;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Pages;

/// <summary>The pages that officers work on, and the dossier, for everybody: with bids, a procedure on a price and open forms, in both languages and themes.</summary>
public sealed class AccessibilityTests
{
    private const string Chromium = "/usr/bin/chromium";
    private const string Lot = "LOT-0001";

    private static readonly (int Width, ColorScheme Scheme, string Language)[] Looks = [(1280, ColorScheme.Light, "nl"), (360, ColorScheme.Dark, "en")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_page_of_an_officers_work_and_no_dossier_breaks_a_rule_of_accessibility()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"there is no browser at {Chromium}");
        using var axe = new Axe();
        var why = await axe.InstallAsync(Stop);
        Assert.SkipUnless(why is null, "axe-core cannot be installed here: " + why);
        await using var host = await ApiHost.StartAsync();
        var id = await CaseWithProcedureAsync(host);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
        var troubles = new List<string>();
        foreach (var (width, scheme, language) in Looks)
        {
            async Task HoldAsync(string path, Func<IPage, Task>? act = null)
            {
                await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, BypassCSP = true });
                var page = await context.NewPageAsync();
                await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
                IReadOnlyList<string> figures = path.StartsWith("file:", StringComparison.Ordinal) ? [] : await PageFigures.FaultsAsync(page);
                if (act is not null) await act(page);
                troubles.AddRange(figures.Concat(await axe.FaultsAsync(page)).Select(fault => $"{path} at {width} px, {scheme}: {fault}"));
            }

            string Of(string path) => new Uri(host.Client.BaseAddress!, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}").AbsoluteUri;
            await HoldAsync(Of($"/cases/{id}"), page => page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)"));
            await HoldAsync(Of($"/cases/{id}/explanations?lot={Lot}&bid=TEN-0001"));
            foreach (var path in new[] { "/rules", "/rules/alt", "/rules/standstill", "/rules/alt-methods" })
            {
                await HoldAsync(Of(path), async page =>
                {
                    await Screens.TakeAsync(page, $"real{path.Replace('/', '-')}-{width}-{scheme}-{language}".ToLowerInvariant());
                    await page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");
                });
            }

            await HoldAsync(Of("/"), page => page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)"));
            await HoldAsync(Of($"/cases/{id}"), async page =>
            {
                await page.Locator("#enter-bids > summary").ClickAsync();
                await page.SetInputFilesAsync("#bids-file", new FilePayload { Name = "wrong.csv", MimeType = "text/csv", Buffer = "lot;bidder;price (EUR)\nLOT-0001;A;-1\n"u8.ToArray() });
                await page.Locator("#enter-bids button[type=submit]").ClickAsync();
                await Assertions.Expect(page.Locator("[role=alert]")).ToBeVisibleAsync();
            });
            var dossier = Directory.CreateTempSubdirectory("tenderwatch-dossier-");
            try
            {
                await DossierAsync(host, id, language, dossier.FullName);
                await HoldAsync(new Uri(Path.Combine(dossier.FullName, "index.html")).AbsoluteUri);
            }
            finally
            {
                dossier.Delete(recursive: true);
            }
        }

        Assert.True(troubles.Count == 0, string.Join('\n', troubles));
    }

    private static async Task<string> CaseWithProcedureAsync(ApiHost host)
    {
        var id = await host.OpenAsync();
        await EnterAsync(host, $"/api/cases/{id}/bids", new StringContent("lot;bidder;price (EUR)\nLOT-0001;A;12480000\nLOT-0001;B;21950000\nLOT-0001;C;22600000\nLOT-0001;D;23475000\nLOT-0001;E;25100000\n", Encoding.UTF8, "text/csv"));
        var due = DutchTime.DateOf(host.Services.GetRequiredService<TimeProvider>().GetUtcNow()).AddDays(14).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await EnterAsync(host, $"/api/cases/{id}/explanations", Json(new { lot = Lot, bid = "TEN-0001", step = "request", due, reasons = "Wij vragen u de winstmarge te specificeren." }));
        await EnterAsync(host, $"/api/cases/{id}/explanations", Json(new { lot = Lot, bid = "TEN-0001", step = "receive", document = "De cao wordt toegepast op iedereen. De winstmarge is 4 %."u8.ToArray() }));
        return id;
    }

    private static async Task EnterAsync(ApiHost host, string path, HttpContent content)
    {
        using var entered = await host.PostAsync(path, content);
        Assert.True((int)entered.StatusCode == 202, await entered.Content.ReadAsStringAsync(Stop));
        await host.SettleAsync();
    }

    private static async Task DossierAsync(ApiHost host, string id, string language, string folder)
    {
        using var made = await host.PostAsync($"/api/cases/{id}/dossiers", Json(new { audience = "internal", language }));
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync(Stop));
        using var archive = new ZipArchive(await made.Content.ReadAsStreamAsync(Stop));
        archive.ExtractToDirectory(folder);
    }

    private static StringContent Json(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
}
