using System.Net;
using TenderWatch.Web.Tests.Seeds;

namespace TenderWatch.Web.Tests;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/cases/" + Dsmr6.Id)]
    [InlineData("/cases/" + Dsmr6.Id + "/answers/parliament-2026-01")]
    [InlineData("/cases/unknown")]
    [InlineData("/quarantine")]
    [InlineData("/sources")]
    [InlineData("/rules")]
    [InlineData("/rules/alt")]
    [InlineData("/nothing")]
    [InlineData("/api/cases")]
    [InlineData("/api/nothing")]
    [InlineData("/health/live")]
    public async Task Every_answer_tells_the_browser_to_trust_nothing(string path)
    {
        await using var host = await WebHost.StartAsync(Dsmr6.SaveAsync);

        using var response = await host.Client.GetAsync(path);

        Assert.Equal(
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/cases/" + Dsmr6.Id, true)]
    [InlineData("/cases/" + Dsmr6.Id + "?lang=en", true)]
    [InlineData("/cases/" + Dsmr6.Id + "?lang=en&guess=31000000", false)]
    [InlineData("/?q=meter", false)]
    [InlineData("/api/cases", false)]
    public async Task No_answer_is_compressed_that_repeats_what_its_address_says(string path, bool isCompressed)
    {
        await using var host = await WebHost.StartAsync(Dsmr6.SaveAsync);
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "br, gzip" } } };

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(isCompressed, response.Content.Headers.ContentEncoding.Count > 0);
    }

    [Fact]
    public async Task A_failure_has_the_same_headers()
    {
        await using var host = await WebHost.StartAsync();
        host.Watch.Fault = new InvalidOperationException("gone");

        using var response = await host.Client.GetAsync("/sources");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task Evidence_is_saved_by_the_browser_and_never_shown()
    {
        await using var host = await WebHost.StartAsync();
        var digest = host.Evidence.PutText("<html><script>alert(1)</script>");

        using var response = await host.Client.GetAsync("/evidence/" + digest.Hex);

        Assert.Equal("<html><script>alert(1)</script>", await response.Content.ReadAsStringAsync());
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task The_stylesheet_has_an_address_that_changes_with_it_and_may_be_kept()
    {
        await using var host = await WebHost.StartAsync();
        var address = (await host.PageAsync("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        using var response = await host.Client.GetAsync(address);

        Assert.Matches("^/assets/[0-9a-f]{12}/tenderwatch.css$", address);
        Assert.Equal("text/css; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(TimeSpan.FromDays(365), response.Headers.CacheControl!.MaxAge);
        Assert.DoesNotContain("http", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heads_are_answered_and_nothing_can_be_posted()
    {
        await using var host = await WebHost.StartAsync();

        using var head = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/"));
        using var post = await host.Client.PostAsync("/", new StringContent("x"));

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
    }
}
