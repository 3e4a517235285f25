using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.Tests.Mercell;

/// <summary>Everything that Mercell may do in place of an answer is a failure with a name; and without permission it is not asked.</summary>
public sealed class MercellFaultTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 9, 21);
    private static readonly DateTimeOffset Noon = new(2026, 9, 21, 10, 0, 0, TimeSpan.Zero);

    private readonly MercellFolder _mercell = new MercellFolder().Add(1, Noon).Add(2, Noon.AddDays(-1));

    public void Dispose() => _mercell.Dispose();

    [Theory]
    [InlineData(401, "", "refused")]
    [InlineData(403, """{"Message":"no session"}""", "refused")]
    [InlineData(404, "", "not-found")]
    [InlineData(202, "", "empty-answer")]
    [InlineData(204, "", "empty-answer")]
    [InlineData(200, "", "empty-answer")]
    [InlineData(200, "<!doctype html><html><body><nx1-root></nx1-root></body></html>", "not-json")]
    [InlineData(200, """{"ResultsCount":1,"CurrentPage""", "not-json")]
    [InlineData(500, """{"Message":"An error has occurred."}""", "server-error")]
    [InlineData(307, "", "redirect")]
    public async Task An_answer_that_is_none_is_a_failure_and_never_an_empty_day(int status, string body, string code)
    {
        await using var host = await _mercell.StartAsync((context, next) =>
        {
            if (context.Request.Path == "/robots.txt") return next();
            if (status == 307) context.Response.Headers.Location = "https://elsewhere.example/";
            return Answers.WriteAsync(context, status, body, body.StartsWith('<') ? "text/html" : "application/json");
        }, settings => settings.Attempts = 1);
        Assert.Equal(code, (await host.Mercell.ProbeAsync(TestContext.Current.CancellationToken))!.Code);
        Assert.Equal(code, (await host.FailureAsync(Day)).Code);
        Assert.Equal(code, (await host.Mercell.ReadAsync(new NoticeKey("mercell", "1"), TestContext.Current.CancellationToken)).Failure!.Code);
    }

    [Fact]
    public async Task A_request_to_slow_down_is_followed_for_as_long_as_it_says()
    {
        var calls = 0;
        await using var host = await _mercell.StartAsync((context, next) =>
        {
            if (Interlocked.Increment(ref calls) > 1) return next();
            context.Response.Headers.RetryAfter = "7";
            return Answers.WriteAsync(context, 429, "");
        });
        var listing = host.DayAsync(Day);
        await host.Time.PassAsync(TimeSpan.FromSeconds(7), listing);
        Assert.Equal(["1"], await listing);
    }

    [Fact]
    public async Task A_cut_connection_and_a_passing_fault_lose_nothing()
    {
        var calls = 0;
        await using var host = await _mercell.StartAsync(async (context, next) =>
        {
            switch (Interlocked.Increment(ref calls))
            {
                case 1:
                    context.Abort();
                    break;
                case 2:
                    context.Response.ContentLength = 5000;
                    await context.Response.WriteAsync("""{"ResultsCount":1""");
                    context.Abort();
                    break;
                case 3:
                    context.Response.StatusCode = 500;
                    break;
                default:
                    await next();
                    break;
            }
        });
        Assert.Equal(["1"], await host.DayAsync(Day));
        Assert.Equal(4, calls);
    }

    [Fact]
    public async Task A_walk_that_broke_off_begins_anew()
    {
        var broken = true;
        await using var host = await _mercell.StartAsync((context, next) => broken && Answers.IsList(context) ? Answers.WriteAsync(context, 403, "") : next());
        Assert.Equal("refused", (await host.FailureAsync(Day)).Code);
        broken = false;
        Assert.Equal(["1"], await host.DayAsync(Day));
    }

    [Fact]
    public async Task With_permission_the_rules_for_everybody_are_lifted()
    {
        await using var host = await _mercell.StartAsync();
        Assert.Null(await host.Mercell.ProbeAsync(TestContext.Current.CancellationToken));
        Assert.Contains(host.Requests.All, request => request.Target == "/robots.txt");
    }

    [Theory]
    [InlineData("User-agent: TenderWatch\nDisallow: /\n")]
    [InlineData("User-agent: *\nAllow: /\n\nUser-agent: other\nUser-agent: tenderwatch\nDisallow: /api/*/GetPublished*\n")]
    public async Task Rules_that_name_us_hold_and_then_nothing_else_is_asked(string robots)
    {
        _mercell.Robots(robots);
        await using var host = await _mercell.StartAsync();
        var failure = (await host.Mercell.ProbeAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("robots", failure.Code);
        Assert.Contains("forbids TenderWatch by name", failure.Text, StringComparison.Ordinal);
        Assert.Equal(robots, System.Text.Encoding.UTF8.GetString(failure.Documents.Single().Content.Span));
        Assert.All(host.Requests.All, request => Assert.Equal("/robots.txt", request.Target));
    }

    [Theory]
    [InlineData(404, "", "text/plain", null)]
    [InlineData(403, "", "text/plain", null)]
    [InlineData(200, "", "text/plain", null)]
    [InlineData(500, "", "text/plain", "server-error")]
    [InlineData(200, "<html></html>", "text/html", "not-text")]
    public async Task Robots_that_are_not_there_forbid_nothing_and_that_cannot_be_read_everything(int status, string body, string mediaType, string? code)
    {
        await using var host = await _mercell.StartAsync((context, next) => context.Request.Path == "/robots.txt" ? Answers.WriteAsync(context, status, body, mediaType) : next());
        Assert.Equal(code, (await host.Mercell.ProbeAsync(TestContext.Current.CancellationToken))?.Code);
        Assert.Equal(code is null, host.Requests.All.Any(request => request.Target != "/robots.txt"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Without_permission_the_source_is_off_says_why_and_asks_nothing(string permission)
    {
        await using var host = await _mercell.StartAsync(change: settings => settings.Mercell.WrittenPermission = permission);
        Assert.Throws<InvalidOperationException>(() => host.Mercell);
        var off = Assert.Single(host.Off);
        Assert.Equal("mercell", off.Source);
        Assert.Contains("written permission", off.Reason, StringComparison.Ordinal);
        Assert.Equal(0, host.Requests.Count);
    }
}
