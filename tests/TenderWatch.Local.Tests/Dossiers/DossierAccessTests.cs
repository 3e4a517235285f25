using System.Net.Http.Headers;
using TenderWatch.Core.Dossiers.Archives;
using TenderWatch.Core.Dossiers.Checking;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Local.Tests.Api;

namespace TenderWatch.Local.Tests.Dossiers;

/// <summary>Dossiers through the API and the button of the page: who may have which, and what is recorded.</summary>
public sealed class DossierAccessTests
{
    [Fact]
    public async Task A_repeated_request_gives_the_same_dossier_and_is_recorded_once()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        var first = await MakeAsync(host, id, "public", "key-1");
        var again = await MakeAsync(host, id, "public", "key-1");
        await host.SettleAsync();

        Assert.Equal((200, 200), (first.Status, again.Status));
        Assert.Equal(first.Content, again.Content);
        using var archive = new MemoryStream(first.Content);
#pragma warning disable RS0030 // The host goes by the system clock.
        Assert.True((await new DossierVerification(new ArchivedDossier(archive), Trust.OnlyStorage, TimeProvider.System).RunAsync(TestContext.Current.CancellationToken)).Intact);
#pragma warning restore RS0030
        var made = Assert.Single(await host.LedgerAsync(id), entry => entry.Kind == "dossier-exported");
        Assert.Equal("A. Voorbeeld", made.Body.GetProperty("by").GetString());
    }

    [Fact]
    public async Task A_reader_gets_the_public_dossier_and_not_the_internal_one()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ApiHost.StartAsync(issuer.Settings);
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token("officer"));
        var id = await host.OpenAsync();
        Assert.Equal(200, (await MakeAsync(host, id, "internal", "1")).Status);
        Assert.Equal(404, (await MakeAsync(host, "0123456789ab", "public", "2")).Status);

        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token());
        Assert.Equal((403, 200), ((await MakeAsync(host, id, "internal", "3")).Status, (await MakeAsync(host, id, "public", "4")).Status));
        Assert.Equal((403, 200), (await PostFormAsync(host, id, "internal", "same-origin"), await PostFormAsync(host, id, "public", "same-origin")));
        await host.SettleAsync();
        var page = await host.Client.GetStringAsync($"/cases/{id}", TestContext.Current.CancellationToken);
        Assert.Contains("value=\"public\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"internal\"", page, StringComparison.Ordinal);
        // Making dossiers is recorded with the person: so the next one names somebody, and the page says whom beside the button.
        Assert.Contains("A public dossier of this case names 1 name or address in its ledger", page, StringComparison.Ordinal);

        host.Client.DefaultRequestHeaders.Authorization = null;
        Assert.Equal(401, (await MakeAsync(host, id, "public", "5")).Status);
    }

    [Fact]
    public async Task A_ledger_that_names_a_procedure_on_a_price_is_for_those_who_may_see_it_and_is_published_by_nobody_before_the_award()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ApiHost.StartAsync(issuer.Settings);
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token("officer"));
        var id = await host.OpenAsync();
#pragma warning disable RS0030 // The host goes by the system clock.
        var due = TimeProvider.System.GetUtcNow().AddDays(14).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
#pragma warning restore RS0030
        using var asked = await host.PostAsync($"/api/cases/{id}/explanations", ApiHost.Json($$"""{"lot":"LOT-0001","bid":"TEN-0001","step":"request","due":"{{due}}","reasons":"The price lies far below the others."}"""));
        Assert.Equal(202, (int)asked.StatusCode);
        await host.SettleAsync();

        Assert.Equal((422, 200), ((await MakeAsync(host, id, "public", "1")).Status, (await MakeAsync(host, id, "internal", "2")).Status));
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token());
        Assert.Equal((403, 403), ((await MakeAsync(host, id, "public", "3")).Status, await PostFormAsync(host, id, "public", "same-origin")));
    }

    [Fact]
    public async Task A_form_of_another_site_makes_nothing()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        Assert.Equal((403, 403, 403), (await PostFormAsync(host, id, "public", "cross-site"), await PostFormAsync(host, id, "public", "same-site"), await PostFormAsync(host, id, "public", "none")));
        Assert.Equal(403, await PostFormAsync(host, id, "public", null));
        Assert.Equal(403, await PostFormAsync(host, id, "public", null, "https://elsewhere.example"));
        Assert.Equal(400, await PostFormAsync(host, id, "everybody", "same-origin"));
        await host.SettleAsync();
        Assert.DoesNotContain(await host.LedgerAsync(id), entry => entry.Kind == "dossier-exported");

        Assert.Equal(200, await PostFormAsync(host, id, "internal", null, host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)));
        await host.SettleAsync();
        Assert.Equal("internal", Assert.Single(await host.LedgerAsync(id), entry => entry.Kind == "dossier-exported").Body.GetProperty("audience").GetString());
    }

    private static async Task<(int Status, byte[] Content)> MakeAsync(ApiHost host, string id, string audience, string key)
    {
        using var response = await host.PostAsync($"/api/cases/{id}/dossiers", ApiHost.Json($$"""{"audience":"{{audience}}","language":"en"}"""), key);
        if (response.IsSuccessStatusCode) Assert.Matches("^[0-9]+$", Assert.Single(response.Headers.GetValues("TenderWatch-Names")));
        if (response.IsSuccessStatusCode) Assert.Equal($"dossier-{id}-{audience}-en.zip", response.Content.Headers.ContentDisposition?.FileName);
        return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<int> PostFormAsync(ApiHost host, string id, string audience, string? site, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/cases/{id}/dossier") { Content = new FormUrlEncodedContent([new("audience", audience), new("language", "nl")]) };
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        if (origin is not null) request.Headers.Add("Origin", origin);
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }
}
