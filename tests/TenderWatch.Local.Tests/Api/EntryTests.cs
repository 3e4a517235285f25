using System.Net.Http.Headers;
using System.Text;

namespace TenderWatch.Local.Tests.Api;

public sealed class EntryTests
{
    [Theory]
    [InlineData("bids", """[{"bidder":"A","price":-1,"currency":"EUR"}]""", 422)]
    [InlineData("filings", """{"bidder":"A","stage":"later"}""", 422)]
    [InlineData("statements", """{"source":{"title":"","publisher":"x"},"stock":{"until":"2027-12-31","quote":"x"}}""", 422)]
    [InlineData("explanations", """{"lot":"LOT 1","bid":"1","step":"request","due":"2026-01-01"}""", 422)]
    [InlineData("explanations", """{"lot":"LOT-0001","bid":"1","step":"receive"}""", 422)]
    [InlineData("explanations", """{"lot":"LOT-0001","bid":"1","step":"accept","reasons":"x"}""", 400)]
    [InlineData("explanations", """{"lot":"LOT-0001","bid":"1","step":"request","due":"31-3-2026"}""", 400)]
    [InlineData("decisions", """{"lot":"LOT-0001","bid":"1","decision":"request"}""", 400)]
    [InlineData("decisions", """{"lot":"LOT-0001","bid":"1","decision":"accept","reasons":"x"}""", 428)]
    public async Task What_is_wrong_is_refused_by_a_problem_that_names_the_field(string what, string body, int status)
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();

        using var response = await host.PostAsync($"/api/cases/{id}/{what}", ApiHost.Json(body));
        await host.SettleAsync();

        var (given, field) = await ApiHost.ProblemAsync(response);
        Assert.Equal(status, given);
        Assert.False(string.IsNullOrEmpty(field));
        Assert.DoesNotContain(await host.LedgerAsync(id), entry => entry.Kind is "bids-submitted" or "filing-received" or "statement-entered" || entry.Kind.StartsWith("explanation-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"url":"https://example.org/1"}""", 400, "$.url")]
    [InlineData("""{"url":"https://169.254.169.254/aankondigingen/overzicht/1"}""", 400, "$.url")]
    [InlineData("""{"source":"ted","id":"../../x"}""", 400, "$.id")]
    [InlineData("""{"source":"ted"}""", 400, "$.id")]
    [InlineData("{}", 400, "$.url")]
    public async Task A_notice_that_is_none_is_refused_without_asking_anybody(string body, int status, string field)
    {
        await using var host = await ApiHost.StartAsync();

        using var response = await host.PostAsync("/api/cases", ApiHost.Json(body));

        Assert.Equal((status, field), await ApiHost.ProblemAsync(response));
    }

    [Fact]
    public async Task A_source_that_does_not_answer_and_a_file_that_is_no_notice_are_told()
    {
        await using var host = await ApiHost.StartAsync();
        using var xml = new StringContent("<x/>", Encoding.UTF8, "application/xml");

        using var silent = await host.PostAsync("/api/cases", ApiHost.Json("""{"url":"https://ted.europa.eu/en/notice/-/detail/1-2026"}"""));
        using var nothing = await host.PostAsync("/api/cases", xml);

        Assert.Equal(502, (await ApiHost.ProblemAsync(silent)).Status);
        Assert.Equal(422, (await ApiHost.ProblemAsync(nothing)).Status);
    }

    [Fact]
    public async Task Other_content_too_much_of_it_and_a_missing_key_are_refused()
    {
        await using var host = await ApiHost.StartAsync();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("reason", "x")]);
        using var large = new ByteArrayContent(new byte[70_000]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

        using var kind = await host.PostAsync("/api/cases/0/rechecks", form);
        using var size = await host.PostAsync("/api/cases/0/rechecks", large);
        using var bare = await host.Client.PostAsync("/api/cases/0/rechecks", ApiHost.Json("""{"reason":"x"}"""), TestContext.Current.CancellationToken);

        Assert.Equal((415, "Content-Type"), await ApiHost.ProblemAsync(kind));
        Assert.Equal((413, "body"), await ApiHost.ProblemAsync(size));
        Assert.Equal((400, "Idempotency-Key"), await ApiHost.ProblemAsync(bare));
    }

    [Fact]
    public async Task A_decision_on_what_has_changed_since_is_refused()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        const string Decision = """{"lot":"LOT-0001","bid":"1","decision":"accept","reasons":"x"}""";
        using var seen = await host.Client.GetAsync("/api/cases/" + id, TestContext.Current.CancellationToken);
        using var recheck = await host.PostAsync($"/api/cases/{id}/rechecks", ApiHost.Json("""{"reason":"x"}"""));
        await host.SettleAsync();

        using var stale = await host.PostAsync($"/api/cases/{id}/decisions", ApiHost.Json(Decision), ifMatch: seen.Headers.ETag!.ToString());
        using var any = await host.PostAsync($"/api/cases/{id}/decisions", ApiHost.Json(Decision), ifMatch: "*");

        Assert.Equal((412, "If-Match"), await ApiHost.ProblemAsync(stale));
        Assert.Equal(412, (await ApiHost.ProblemAsync(any)).Status);
    }
}
