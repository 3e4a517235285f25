using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Sources.Tests.TenderNed;

namespace TenderWatch.Sources.Tests.Ted;

/// <summary>TED over real HTTP: what the search finds, and everything that it may do instead.</summary>
public sealed class TedSourceTests : IDisposable
{
    private static readonly DateOnly Day = new(2025, 12, 11);

    private readonly SampleFolder _samples = new();

    public void Dispose() => _samples.Dispose();

    [Fact]
    public async Task A_day_has_its_notices_newest_first_over_as_many_pages_as_it_takes()
    {
        for (var number = 1; number <= 3; number++) Publish(number, Day);
        Publish(4, Day.AddDays(1));
        await using var host = await SourceHost.StartAsync(_samples, OfTwo);
        Assert.Equal(["ted:3-2025", "ted:2-2025", "ted:1-2025"], (await ListAsync(host)).Value!.Items.Select(item => item.Key.ToString()));
        Assert.Null(await host.Ted.ProbeAsync(TestContext.Current.CancellationToken));
        Assert.Empty((await ListAsync(host, Day.AddDays(-1))).Value!.Items);
    }

    [Fact]
    public async Task A_notice_is_read_as_the_XML_that_TED_published()
    {
        Publish(7, Day);
        await using var host = await SourceHost.StartAsync(_samples);
        var publication = (await host.Ted.ReadAsync(new NoticeKey("ted", "7-2025"), TestContext.Current.CancellationToken)).Value!;
        Assert.EndsWith("/en/notice/7-2025/xml", Assert.Single(publication.Documents).Origin, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(202, "", "empty-answer")]
    [InlineData(403, "", "refused")]
    [InlineData(404, "", "not-found")]
    [InlineData(500, "", "server-error")]
    [InlineData(200, "<!doctype html><html></html>", "not-xml")]
    public async Task An_answer_that_is_no_notice_is_a_failure(int status, string body, string code)
    {
        await using var host = await SourceHost.StartAsync(_samples, (context, _) =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/xml";
            return context.Response.WriteAsync(body);
        });
        Assert.Equal(code, (await host.Ted.ReadAsync(new NoticeKey("ted", "7-2025"), TestContext.Current.CancellationToken)).Failure!.Code);
    }

    [Fact]
    public async Task The_firewalls_challenge_is_named()
    {
        await using var host = await SourceHost.StartAsync(_samples, (context, _) =>
        {
            context.Response.StatusCode = 202;
            context.Response.Headers["x-amzn-waf-action"] = "challenge";
            return Task.CompletedTask;
        });
        Assert.Equal("challenge", (await host.Ted.ReadAsync(new NoticeKey("ted", "7-2025"), TestContext.Current.CancellationToken)).Failure!.Code);
    }

    [Fact]
    public async Task A_search_that_ignores_its_filter_is_noticed_by_the_probe_and_by_the_list()
    {
        Publish(1, Day);
        await using var host = await SourceHost.StartAsync(_samples, Asking(body => body["query"] = "everything"));
        Assert.Equal("canary", (await host.Ted.ProbeAsync(TestContext.Current.CancellationToken))!.Code);
        Assert.Equal("canary", (await ListAsync(host, Day.AddDays(-1))).Failure!.Code);
    }

    [Theory]
    [InlineData("""{"notices":[],"totalNoticeCount":0,"timedOut":true}""", "timeout")]
    [InlineData("""{"notices":[{"publication-number":"1-2025","publication-date":"2025-12-11Z"}],"totalNoticeCount":2,"timedOut":false}""", "incomplete")]
    [InlineData("""{"notices":[{"publication-number":"x","publication-date":"2025-12-11Z"}],"totalNoticeCount":1}""", "shape")]
    [InlineData("""{"notices":[{"publication-number":"1-2025"}],"totalNoticeCount":1}""", "shape")]
    [InlineData("""{"notices":{},"totalNoticeCount":0}""", "shape")]
    [InlineData("""{"notices":[]}""", "shape")]
    [InlineData("""[]""", "shape")]
    [InlineData("""nonsense""", "not-json")]
    public async Task An_answer_that_cannot_be_a_whole_list_is_a_failure_with_its_bytes(string body, string code)
    {
        await using var host = await SourceHost.StartAsync(_samples, Json(body));
        var failure = (await ListAsync(host)).Failure!;
        Assert.Equal(code, failure.Code);
        Assert.NotEmpty(failure.Documents);
    }

    [Fact]
    public async Task Repeated_notices_are_listed_once_and_a_missing_one_makes_the_day_incomplete()
    {
        const string Page = """{"notices":[{"publication-number":"00000001-2025","publication-date":"2025-12-11+01:00"}],"totalNoticeCount":COUNT,"iterationNextToken":"TOKEN"}""";
        var calls = 0;
        await using var host = await SourceHost.StartAsync(_samples, (context, _) =>
        {
            var token = Interlocked.Increment(ref calls) < 3 ? calls.ToString(CultureInfo.InvariantCulture) : "2";
            return Json(Page.Replace("COUNT", calls > 3 ? "2" : "1", StringComparison.Ordinal).Replace("TOKEN", token, StringComparison.Ordinal))(context, null!);
        });
        Assert.Equal("ted:1-2025", Assert.Single((await ListAsync(host)).Value!.Items).Key.ToString());
        Assert.Equal("incomplete", (await ListAsync(host)).Failure!.Code);
        Assert.Single((await host.Ted.ListAsync(Day, mustBeComplete: false, TestContext.Current.CancellationToken)).Value!.Items);
    }

    [Fact]
    public async Task A_search_that_never_ends_is_given_up()
    {
        var calls = 0;
        await using var host = await SourceHost.StartAsync(_samples, (context, _) =>
        {
            var call = Interlocked.Increment(ref calls).ToString(CultureInfo.InvariantCulture);
            return Json($$"""{"notices":[{"publication-number":"{{call}}-2025","publication-date":"2025-12-11+01:00"}],"totalNoticeCount":9,"iterationNextToken":"{{call}}"}""")(context, null!);
        });
        Assert.Equal("shape", (await ListAsync(host)).Failure!.Code);
        Assert.Equal(400, calls);
    }

    [Fact]
    public async Task A_refused_query_says_what_to_correct_and_keeps_the_answer()
    {
        await using var host = await SourceHost.StartAsync(_samples, Asking(body => body["limit"] = 251));
        var failure = (await ListAsync(host)).Failure!;
        Assert.Equal("query", failure.Code);
        Assert.Contains("Sources:Ted:Query", failure.Text, StringComparison.Ordinal);
        Assert.Contains("SEARCH_EXCEEDS_MAX_LIMIT", System.Text.Encoding.UTF8.GetString(failure.Documents.Single().Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_connection_and_a_429_are_asked_again_and_lose_nothing()
    {
        Publish(1, Day);
        Publish(2, Day);
        var calls = 0;
        await using var host = await SourceHost.StartAsync(_samples, async (context, next) =>
        {
            switch (Interlocked.Increment(ref calls))
            {
                case 1:
                    context.Abort();
                    break;
                case 2:
                    context.Response.StatusCode = 429;
                    context.Response.Headers.RetryAfter = "0";
                    break;
                case 3:
                    context.Response.StatusCode = 500;
                    break;
                default:
                    await next();
                    break;
            }
        });
        Assert.Equal(2, (await ListAsync(host)).Value!.Items.Count);
    }

    [Fact]
    public async Task A_search_is_never_redirected_with_its_body()
    {
        await using var host = await SourceHost.StartAsync(_samples, (context, _) =>
        {
            context.Response.Redirect("/elsewhere", permanent: true, preserveMethod: true);
            return Task.CompletedTask;
        });
        Assert.Equal("redirect", (await ListAsync(host)).Failure!.Code);
        Assert.Equal(1, host.Requests.Count);
    }

    private static Task<SourceResult<DayListing>> ListAsync(SourceHost host, DateOnly? day = null) => host.Ted.ListAsync(day ?? Day, mustBeComplete: true, TestContext.Current.CancellationToken);

    private static Func<HttpContext, Func<Task>, Task> OfTwo => Asking(body => body["limit"] = 2);

    private static Func<HttpContext, Func<Task>, Task> Asking(Action<JsonObject> change) => async (context, next) =>
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        change(body);
        context.Request.Body = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(body));
        await next();
    };

    private static Func<HttpContext, Func<Task>, Task> Json(string body) => (context, _) =>
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    };

    private void Publish(int number, DateOnly day) => _samples.Write(
        FormattableString.Invariant($"ted/{number}-2025.xml"),
        FormattableString.Invariant($"""
            <TED_EXPORT xmlns="http://publications.europa.eu/resource/schema/ted/R2.0.9/publication"><CODED_DATA_SECTION><REF_OJS><DATE_PUB>{day:yyyyMMdd}</DATE_PUB></REF_OJS></CODED_DATA_SECTION>
            <FORM_SECTION><F02_2014 CATEGORY="ORIGINAL" FORM="F02" LG="NL"/></FORM_SECTION></TED_EXPORT>
            """));
}
