using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using TenderWatch.Hosting;
using TenderWatch.Hosting.Settings;
using TenderWatch.Local.Tests.Entries;

namespace TenderWatch.Local.Tests.Api;

public sealed class AccessTests
{
    [Fact]
    public async Task Who_has_no_right_token_is_refused_and_who_has_one_is_let_in()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ApiHost.StartAsync(issuer.Settings);
        using var other = RSA.Create(2048);
        var good = issuer.Token();
        var parts = good.Split('.');
        var unsigned = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""") + "." + parts[1] + ".";
        var hmac = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(new string('k', 64))) { KeyId = "key-1" }, SecurityAlgorithms.HmacSha256);
        var refused = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["no token"] = null,
            ["foreign audience"] = issuer.Token(audience: "99999999-2222-3333-4444-555555555555"),
            ["wrong issuer"] = issuer.Token(issuer: issuer.Address.Replace("tenant", "other", StringComparison.Ordinal)),
            ["expired"] = issuer.Token(validFor: TimeSpan.FromMinutes(-10)),
            ["alg none"] = unsigned,
            ["alg none in its own words"] = unsigned + parts[2],
            ["wrong key"] = issuer.Token(credentials: new SigningCredentials(new RsaSecurityKey(other) { KeyId = "key-1" }, SecurityAlgorithms.RsaSha256)),
            ["another algorithm"] = issuer.Token(credentials: hmac),
            ["changed after signing"] = parts[0] + "." + Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("reader", "admin", StringComparison.Ordinal)) + "." + parts[2],
            ["no token at all"] = "x",
        };

        foreach (var (what, token) in refused)
        {
            using var response = await SendAsync(host, HttpMethod.Get, "/api/cases", token);
            Assert.True((int)response.StatusCode == 401, $"{what}: {response.StatusCode}");
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
            await ApiHost.ProblemAsync(response);
        }

        using var reader = await SendAsync(host, HttpMethod.Get, "/api/cases", good);
        using var page = await SendAsync(host, HttpMethod.Get, "/", good);
        using var anonymousPage = await SendAsync(host, HttpMethod.Get, "/", null);
        using var health = await SendAsync(host, HttpMethod.Get, "/health/live", null);
        Assert.Equal((200, 200, 401, 200), ((int)reader.StatusCode, (int)page.StatusCode, (int)anonymousPage.StatusCode, (int)health.StatusCode));
        Assert.Contains("B. Inkoper (reader)", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_path_of_the_API_refuses_a_call_without_a_token_itself_and_redirects_nobody()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ApiHost.StartAsync(issuer.Settings);
        using var described = await SendAsync(host, HttpMethod.Get, "/openapi.json", issuer.Token());
        var paths = (await ApiHost.BodyAsync(described))["paths"]!.AsObject().Select(path => path.Key).Where(path => path.StartsWith("/api/", StringComparison.Ordinal)).ToList();
        Assert.True(paths.Count >= 12);

        foreach (var path in paths.Select(path => path.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)).Concat(["/openapi.json", "/api/", "/api/unknown"]))
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                using var refused = await SendAsync(host, method, path, null);
                if ((int)refused.StatusCode == 405) continue;
                Assert.True((int)refused.StatusCode == 401, $"{method} {path}: {(int)refused.StatusCode}");
                Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.ToString());
            }
        }
    }

    [Fact]
    public async Task A_role_is_needed_and_reading_gives_no_right_to_enter()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ApiHost.StartAsync(issuer.Settings);

        using var none = await SendAsync(host, HttpMethod.Get, "/api/cases", issuer.Token(role: null));
        Assert.Equal(403, (int)none.StatusCode);
        foreach (var path in new[] { "/api/cases", "/api/cases/0/rechecks", "/api/cases/0/bids", "/api/cases/0/filings", "/api/cases/0/statements", "/api/cases/0/explanations", "/api/cases/0/decisions" })
        {
            using var reader = await SendAsync(host, HttpMethod.Post, path, issuer.Token());
            using var stranger = await SendAsync(host, HttpMethod.Post, path, null);
            Assert.Equal((403, 401), ((int)reader.StatusCode, (int)stranger.StatusCode));
        }

        using var officer = await SendAsync(host, HttpMethod.Post, "/api/cases/0/rechecks", issuer.Token("officer"), key: "a", body: """{"reason":"x"}""");
        Assert.Equal(404, (int)officer.StatusCode);
        using var hold = await SendAsync(host, HttpMethod.Post, "/api/cases/0/holds", issuer.Token("officer"), key: "b", body: """{"reason":"x"}""");
        using var admin = await SendAsync(host, HttpMethod.Post, "/api/cases/0/holds", issuer.Token("admin"), key: "b", body: """{"reason":"x"}""");
        Assert.Equal((403, 404), ((int)hold.StatusCode, (int)admin.StatusCode));
    }

    [Fact]
    public async Task The_platforms_sign_in_is_validated_here_too_and_a_form_of_another_site_changes_nothing()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ApiHost.StartAsync(issuer.Settings);

        using var read = await SendAsync(host, HttpMethod.Get, "/api/cases", issuer.Token(), header: "X-MS-TOKEN-AAD-ID-TOKEN");
        using var forged = await SendAsync(host, HttpMethod.Get, "/api/cases", issuer.Token(issuer: "https://elsewhere"), header: "X-MS-TOKEN-AAD-ID-TOKEN");
        using var form = await SendAsync(host, HttpMethod.Post, "/api/cases", issuer.Token("officer"), header: "X-MS-TOKEN-AAD-ID-TOKEN", body: """{"url":"https://example.org"}""");

        Assert.Equal((200, 401), ((int)read.StatusCode, (int)forged.StatusCode));
        Assert.Equal((400, "Idempotency-Key"), await ApiHost.ProblemAsync(form));
    }

    [Fact]
    public async Task A_page_asked_for_with_an_expired_token_of_the_platform_leads_to_a_new_sign_in_and_a_call_does_not()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ApiHost.StartAsync(issuer.Settings);
        var expired = issuer.Token(validFor: TimeSpan.FromMinutes(-10));

        using var page = await SendAsync(host, HttpMethod.Get, "/sources?lang=nl", expired, header: "X-MS-TOKEN-AAD-ID-TOKEN");
        using var call = await SendAsync(host, HttpMethod.Get, "/api/cases", expired, header: "X-MS-TOKEN-AAD-ID-TOKEN");
        using var foreign = await SendAsync(host, HttpMethod.Get, "/sources", issuer.Token(issuer: "https://elsewhere"), header: "X-MS-TOKEN-AAD-ID-TOKEN");
        using var nonsense = await SendAsync(host, HttpMethod.Get, "/sources", "x.y.z", header: "X-MS-TOKEN-AAD-ID-TOKEN");

        Assert.Equal((302, 401, 401, 401), ((int)page.StatusCode, (int)call.StatusCode, (int)foreign.StatusCode, (int)nonsense.StatusCode));
        Assert.Equal("/.auth/login/aad?post_login_redirect_uri=%2Fsources%3Flang%3Dnl", page.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_reader_is_told_that_a_verdict_rests_on_confidential_documents_and_nothing_of_them()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ApiHost.StartAsync(issuer.Settings);
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token("officer"));
        var id = await host.OpenAsync();
        using var bids = new StringContent(Marks.Bids, Encoding.UTF8, "text/csv");
        using var entered = await host.PostAsync($"/api/cases/{id}/bids", bids);
        using var filed = await host.PostAsync($"/api/cases/{id}/filings", ApiHost.Json(Marks.Filing));
        Assert.Equal((202, 202), ((int)entered.StatusCode, (int)filed.StatusCode));
        await host.SettleAsync();
        host.Client.DefaultRequestHeaders.Authorization = null;

        var timeline = $"/api/cases/{id}/timeline";
        foreach (var path in new[] { "/?lang=nl", "/?lang=en", "/api/cases", $"/cases/{id}?lang=nl", $"/cases/{id}?lang=en", $"/api/cases/{id}", timeline, $"/cases/{id}?confidential=true", $"/api/cases/{id}?confidential=true" })
        {
            using var asReader = await SendAsync(host, HttpMethod.Get, path, issuer.Token());
            Assert.Equal(200, (int)asReader.StatusCode);
            Assert.Empty(Marks.In(await asReader.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }

        using var page = await SendAsync(host, HttpMethod.Get, $"/cases/{id}?lang=en", issuer.Token());
        Assert.Contains("confidential documents", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var shown = await SendAsync(host, HttpMethod.Get, $"/api/cases/{id}", issuer.Token("officer"));
        Assert.NotEmpty(Marks.In(await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Who_did_it_stands_in_the_ledger_by_name_and_object_id()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ApiHost.StartAsync(issuer.Settings);
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token("officer"));

        var id = await host.OpenAsync();

        var asked = Assert.Single(await host.LedgerAsync(id), entry => entry.Kind == "case-requested");
        Assert.Equal("B. Inkoper [0d5c2f8a-0000-4000-8000-000000000001]", asked.Body.GetProperty("by").GetString());
    }

    [Fact]
    public async Task On_one_machine_every_page_shows_the_development_identity()
    {
        await using var host = await ApiHost.StartAsync();

        Assert.Contains("Without sign-in, on this computer alone: A. Voorbeeld (admin)", await host.Client.GetStringAsync("/sources", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_that_others_can_reach_does_not_start_without_sign_in()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddTenderWatchProduct(new TenderWatchSettings(), [], listensOnLoopbackOnly: false));

        Assert.Contains("TenderWatch:Web:Authentication:Tenant", fault.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(ApiHost host, HttpMethod method, string path, string? token, string header = "Authorization", string? key = null, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null) request.Headers.TryAddWithoutValidation(header, header == "Authorization" ? "Bearer " + token : token);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (body is not null) request.Content = ApiHost.Json(body);
        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
