using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Evidence.Access;
using TenderWatch.Core.Languages;

namespace TenderWatch.Local.Tests.Api;

/// <summary>The aid for an explanation that was received in a case.</summary>
public sealed class AidPageTests
{
    private const string Told = "De cao wordt toegepast op <b>iedereen</b> die voor ons werkt.";

    [Fact]
    public async Task An_officer_reads_it_on_a_page_of_its_own_the_access_is_recorded_and_a_reader_gets_nothing()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ApiHost.StartAsync(issuer.Settings);
        var officer = issuer.Token("officer");
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", officer);
        var id = await host.OpenAsync();
        var due = DutchTime.DateOf(host.Services.GetRequiredService<TimeProvider>().GetUtcNow()).AddDays(14).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await StepAsync(host, id, new { lot = "LOT-0001", bid = "TEN-0001", step = "request", due, reasons = "Wij vragen u de winstmarge te specificeren." });
        var before = await PageAsync(host, officer, $"/cases/{id}");
        Assert.DoesNotContain("/explanations?", before.Body, StringComparison.Ordinal);
        await StepAsync(host, id, new { lot = "LOT-0001", bid = "TEN-0001", step = "receive", document = Encoding.UTF8.GetBytes(Told) });

        var casePage = new HtmlParser().ParseDocument((await PageAsync(host, officer, $"/cases/{id}?lang=nl")).Body);
        Assert.Equal(5, casePage.QuerySelectorAll("section[aria-labelledby=summary] dt").Length);
        var link = casePage.QuerySelector("section[aria-labelledby=explanations] a[href*='/explanations?']")!.GetAttribute("href")!;
        var read = await AccessesAsync(host, id);
        var (status, body) = await PageAsync(host, officer, link + "&lang=nl");

        Assert.Equal(200, status);
        var aid = new HtmlParser().ParseDocument(body);
        Assert.Contains(Told, aid.QuerySelector("section[aria-labelledby=Obligations] q")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Het zegt niet of de toelichting volstaat", aid.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Geen passage over: Economie van het fabricageproces, de dienstverlening of de bouwwijze", "Geen passage over: Technische oplossingen of uitzonderlijk gunstige omstandigheden", "Geen passage over: Originaliteit van het aanbod", "Geen passage over: Staatssteun van lidstaten", "Geen passage over: Verplichtingen bij onderaanneming", "Geen cijfer over: winst en risico"],
            aid.QuerySelectorAll("section[aria-labelledby=open] li").Select(item => string.Join(' ', item.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.True(await AccessesAsync(host, id) > read);

        Assert.Equal(403, (await PageAsync(host, issuer.Token(), link)).Status);
        Assert.DoesNotContain("cao wordt", (await PageAsync(host, issuer.Token(), $"/cases/{id}")).Body, StringComparison.Ordinal);
        Assert.Equal(404, (await PageAsync(host, officer, $"/cases/{id}/explanations?lot=LOT-0001&bid=TEN-9999")).Status);
        Assert.Equal(404, (await PageAsync(host, officer, "/cases/000000000000/explanations?lot=LOT-0001&bid=TEN-0001")).Status);
        foreach (var entry in await host.LedgerAsync(id)) Assert.DoesNotContain("cao wordt", entry.Body.GetRawText(), StringComparison.Ordinal);
    }

    private static async Task<int> AccessesAsync(ApiHost host, string id) => (await host.LedgerAsync(AccessLedger.NameOf(id))).Count;

    private static async Task StepAsync(ApiHost host, string id, object step)
    {
        using var entered = await host.PostAsync($"/api/cases/{id}/explanations", new StringContent(JsonSerializer.Serialize(step), Encoding.UTF8, "application/json"));
        Assert.True((int)entered.StatusCode == 202, await entered.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await host.SettleAsync();
    }

    private static async Task<(int Status, string Body)> PageAsync(ApiHost host, string token, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
