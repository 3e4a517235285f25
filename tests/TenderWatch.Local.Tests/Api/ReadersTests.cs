using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Local.Tests.Api;

/// <summary>What a reader is told of a case: with confidential findings the verdict and that it rests on them, and no other figure than without them.</summary>
public sealed partial class ReadersTests
{
    // One bid far below the others on one lot; two on another day. Both make the verdict of alt "flagged".
    private const string OneLow = "Inschrijver;Prijs;Valuta\nA;760000;EUR\nB;1000000;EUR\nC;1100000;EUR\n";
    private const string OtherLow = "Inschrijver;Prijs;Valuta\nA;100000;EUR\nB;1000000;EUR\nC;1100000;EUR\nD;1200000;EUR\nE;1300000;EUR\n";
    private const string Filing = """{"bidder":"A","stage":"tender","kind":"declaration","received":"2026-03-16"}""";

    // What says that something was handled, and when; docs/bids.md tells that it is told.
    private static readonly string[] Handled = ["ledger", "revision", "updatedAt"];

    [Fact]
    public async Task Answers_differ_in_verdict_and_in_that_it_rests_on_confidential_documents_alone()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ApiHost.StartAsync(issuer.Settings);
        var officer = issuer.Token("officer");
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", officer);
        var id = await host.OpenAsync();
        var without = await AllAsync(host, issuer, id);

        await EnterAsync(host, id, "bids", OneLow, "text/csv");
        var one = await AllAsync(host, issuer, id);
        await EnterAsync(host, id, "bids", OtherLow, "text/csv");
        await EnterAsync(host, id, "filings", Filing, "application/json");
        await EnterAsync(host, id, "explanations", $$"""{"lot":"LOT-0001","bid":"{{await LowestAsync(host, id)}}","step":"request","due":"{{Soon}}"}""", "application/json");
        var many = await AllAsync(host, issuer, id);

        // With one confidential finding or many, a reader is told the same.
        foreach (var (what, answer) in one) Assert.Equal(answer, many[what]);
        // Without any, the same too, but for the verdict.
        foreach (var (what, answer) in without) Assert.Equal(Unjudged(answer), Unjudged(one[what]));
        Assert.Contains("\"restsOnConfidential\":true", one["/api/cases/" + id], StringComparison.Ordinal);
        Assert.DoesNotContain("\"restsOnConfidential\":true", without["/api/cases/" + id], StringComparison.Ordinal);

        // An officer is told all of it.
        var full = await host.Client.GetStringAsync("/api/cases/" + id, TestContext.Current.CancellationToken);
        Assert.Equal((1, 1, 1), (Count(full, "bids"), Count(full, "filings"), Count(full, "explanations")));
    }

    [Fact]
    public async Task Pages_show_a_reader_no_figure_of_what_is_confidential_and_no_procedure()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ApiHost.StartAsync(issuer.Settings);
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token("officer"));
        var id = await host.OpenAsync();
        await EnterAsync(host, id, "bids", OneLow, "text/csv");
        var one = await PageAsync(host, issuer.Token(), id);
        var weeks = await WeeksAsync(host, issuer.Token());
        await EnterAsync(host, id, "bids", OtherLow, "text/csv");
        await EnterAsync(host, id, "explanations", $$"""{"lot":"LOT-0001","bid":"{{await LowestAsync(host, id)}}","step":"request","due":"{{Soon}}"}""", "application/json");
        var many = await PageAsync(host, issuer.Token(), id);

        Assert.Equal(one, many);
        Assert.Equal(weeks, await WeeksAsync(host, issuer.Token()));
        Assert.DoesNotContain("BID-", many, StringComparison.Ordinal);
        Assert.Contains("BID-", await PageAsync(host, issuer.Token("officer"), id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_a_case_does_not_get_on_is_told_to_those_alone_who_may_see_what_is_confidential()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ApiHost.StartAsync(issuer.Settings);
        await host.SaveAsync(new CaseState { Id = "0123456789ab", Title = "Zaak", Stuck = "The event filing-received of today could not be handled: Check fsr-filings failed" });

        foreach (var path in new[] { "/api/cases", "/api/cases/0123456789ab", "/", "/cases/0123456789ab" })
        {
            Assert.DoesNotContain("filing-received", await GetAsync(host, issuer.Token(), path), StringComparison.Ordinal);
            Assert.Contains("could not be handled", await GetAsync(host, issuer.Token(), path), StringComparison.Ordinal);
            Assert.Contains("filing-received", await GetAsync(host, issuer.Token("officer"), path), StringComparison.Ordinal);
        }
    }

    private static string Soon
    {
        get
        {
#pragma warning disable RS0030 // The host has the clock of the system.
            return DateTime.UtcNow.AddDays(14).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
#pragma warning restore RS0030
        }
    }

    /// <summary>Every answer that a reader can have of the case and the list.</summary>
    private static async Task<Dictionary<string, string>> AllAsync(ApiHost host, Issuer issuer, string id)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in new[] { "/api/cases", "/api/cases/" + id, $"/api/cases/{id}/timeline", "/api/sources", "/api/quarantine" })
            answers[path] = Without(JsonNode.Parse(await GetAsync(host, issuer.Token(), path))!, Handled);
        return answers;
    }

    private static string Unjudged(string answer) => Without(JsonNode.Parse(answer)!, ["verdict", "restsOnConfidential"], below: "checks");

    private static string Without(JsonNode node, string[] names, string? below = null, bool within = false)
    {
        Remove(node, within || below is null);
        return node.ToJsonString();

        void Remove(JsonNode? at, bool here)
        {
            if (at is JsonArray items) foreach (var item in items) Remove(item, here);
            if (at is not JsonObject members) return;
            if (here) foreach (var name in names) members.Remove(name);
            if (below is not null) foreach (var name in names.Where(name => name == "restsOnConfidential")) members.Remove(name);
            foreach (var (name, value) in members) Remove(value, here || name == below);
        }
    }

    // The ledger says that something was handled, and when.
    private static async Task<string> PageAsync(ApiHost host, string token, string id)
    {
        var page = new HtmlParser().ParseDocument(await GetAsync(host, token, "/cases/" + id));
        page.QuerySelector("section[aria-labelledby=ledger]")!.Remove();
        foreach (var time in page.QuerySelectorAll("time").ToList()) time.Remove();
        return Nonce().Replace(page.Body!.InnerHtml, "");
    }

    private static async Task<string> WeeksAsync(ApiHost host, string token) =>
        new HtmlParser().ParseDocument(await GetAsync(host, token, "/")).QuerySelector("section[aria-labelledby=weeks]")!.OuterHtml;

    private static async Task<string> GetAsync(ApiHost host, string token, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task EnterAsync(ApiHost host, string id, string what, string content, string mediaType)
    {
        using var entered = await host.PostAsync($"/api/cases/{id}/{what}", new StringContent(content, Encoding.UTF8, mediaType));
        Assert.True(entered.StatusCode == System.Net.HttpStatusCode.Accepted, await entered.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await host.SettleAsync();
    }

    private static async Task<string> LowestAsync(ApiHost host, string id) =>
        (await host.Services.GetRequiredService<CaseViews>().FindAsync(id, TestContext.Current.CancellationToken, confidential: true))!.Facts!.Bids.SelectMany(bids => bids.Bids).MinBy(bid => bid.Price)!.Id!;

    private static int Count(string view, string member) => JsonNode.Parse(view)!["state"]![member]!.AsArray().Count;

    [GeneratedRegex("nonce=\"[^\"]*\"", RegexOptions.None, 10_000)]
    private static partial Regex Nonce();
}
