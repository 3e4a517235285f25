using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Evidence;
using TenderWatch.Local.Demo;

namespace TenderWatch.Sources.Tests.TenderNed;

public sealed class HttpFaultTests : IDisposable
{
    private readonly SampleFolder _samples = new SampleFolder().Add("440769", SourceHost.Day);

    public void Dispose() => _samples.Dispose();

    [Fact]
    public async Task A_429_is_asked_again_after_exactly_the_time_the_source_names()
    {
        var calls = 0;
        await using var host = await SourceHost.StartAsync(_samples, (context, next) =>
        {
            if (Interlocked.Increment(ref calls) > 1) return next();
            context.Response.Headers.RetryAfter = "120";
            context.Response.StatusCode = 429;
            return Task.CompletedTask;
        });
        var probe = host.ProbeAsync();
        await host.Time.PassAsync(TimeSpan.FromSeconds(120), probe);
        Assert.Null(await probe);
        Assert.Equal(2, host.Requests.Count);
    }

    [Fact]
    public async Task A_Retry_After_as_a_date_is_honoured_too()
    {
        var calls = 0;
        await using var host = await SourceHost.StartAsync(_samples, (context, next) =>
        {
            if (Interlocked.Increment(ref calls) > 1) return next();
            context.Response.Headers.RetryAfter = "Tue, 22 Sep 2026 06:01:30 GMT";
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        var probe = host.ProbeAsync();
        await host.Time.PassAsync(TimeSpan.FromSeconds(90), probe);
        Assert.Null(await probe);
    }

    [Fact]
    public async Task A_source_that_asks_for_a_day_of_patience_gets_it_from_the_next_run_instead()
    {
        await using var host = await SourceHost.StartAsync(_samples, (context, _) =>
        {
            context.Response.Headers.RetryAfter = "86400";
            context.Response.StatusCode = 429;
            return Task.CompletedTask;
        });
        Assert.Equal("too-many-requests", (await host.ProbeAsync())!.Code);
        Assert.Equal(1, host.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_recovers_at_the_fifth_attempt_is_enough()
    {
        var calls = 0;
        await using var host = await SourceHost.StartAsync(_samples, (context, next) =>
        {
            if (Interlocked.Increment(ref calls) == 5) return next();
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        Assert.Null(await host.ProbeAsync());
        Assert.Equal(5, host.Requests.Count);
    }

    [Fact]
    public async Task Waits_between_attempts_grow_and_are_jittered()
    {
        await using var host = await SourceHost.StartAsync(_samples, Status(500), (settings, _) =>
        {
            settings.FirstRetryAfter = TimeSpan.FromSeconds(2);
            settings.Attempts = 2;
        });
        var probe = host.ProbeAsync();
        var wait = await host.Time.PassAnyAsync(except: new SourcesSettings().Timeout, probe);
        Assert.NotEqual(TimeSpan.FromSeconds(2), wait);
        Assert.InRange(wait, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(8));
        Assert.Equal("server-error", (await probe)!.Code);
    }

    [Theory]
    [InlineData(401, "refused", 1)]
    [InlineData(403, "refused", 1)]
    [InlineData(404, "not-found", 1)]
    [InlineData(410, "not-found", 1)]
    [InlineData(400, "status", 1)]
    [InlineData(429, "too-many-requests", 5)]
    [InlineData(500, "server-error", 5)]
    [InlineData(503, "server-error", 5)]
    [InlineData(202, "status", 1)]
    public async Task Every_other_status_is_a_failure_with_its_bytes_kept(int status, string code, int requests)
    {
        await using var host = await SourceHost.StartAsync(_samples, (context, _) =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync("{\"totalElements\":0,\"totalPages\":0,\"content\":[]}");
        });
        var failure = (await host.ProbeAsync())!;
        Assert.Equal(code, failure.Code);
        Assert.Contains("/publicaties?", failure.Text, StringComparison.Ordinal);
        var kept = Assert.Single(failure.Documents);
        Assert.Equal((EvidenceRoles.Unread, status, 47), (kept.Role, kept.HttpStatus, kept.Content.Length));
        Assert.Equal(requests, host.Requests.Count);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(204)]
    public async Task An_answer_without_a_body_is_never_an_empty_success(int status)
    {
        await using var host = await SourceHost.StartAsync(_samples, Status(status));
        Assert.Equal("empty-answer", (await host.ListAsync()).Failure!.Code);
    }

    [Fact]
    public async Task The_challenge_of_a_firewall_is_called_by_its_name()
    {
        await using var host = await SourceHost.StartAsync(_samples, (context, _) =>
        {
            context.Response.StatusCode = 202;
            context.Response.Headers["x-amzn-waf-action"] = "challenge";
            return Task.CompletedTask;
        });
        Assert.Equal("challenge", (await host.ProbeAsync())!.Code);
    }

    [Theory]
    [InlineData("text/html", "<!doctype html><title>onderhoud</title>")]
    [InlineData("text/plain", "{\"totalElements\":0,\"totalPages\":0,\"content\":[]}")]
    [InlineData("application/json", "<html>onderhoud</html>")]
    [InlineData("application/json", "{\"totalElements\":0,\"totalPages\":0,\"content\":[")]
    public async Task What_is_no_JSON_is_refused_whatever_it_calls_itself(string mediaType, string body)
    {
        await using var host = await SourceHost.StartAsync(_samples, Answer(mediaType, Encoding.UTF8.GetBytes(body)));
        var failure = (await host.ProbeAsync())!;
        Assert.Equal("not-json", failure.Code);
        Assert.Equal(body, Encoding.UTF8.GetString(failure.Documents.Single().Content.Span));
    }

    [Fact]
    public async Task A_byte_order_mark_before_JSON_is_tolerated()
    {
        await using var host = await SourceHost.StartAsync(_samples, Answer("application/json", [0xEF, 0xBB, 0xBF, .. "{\"totalElements\":0,\"totalPages\":0,\"content\":[]}"u8]));
        Assert.Null(await host.ProbeAsync());
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_asked_for_again()
    {
        var calls = 0;
        await using var host = await SourceHost.StartAsync(_samples, (context, next) => Interlocked.Increment(ref calls) > 2 ? next() : BreakOffAsync(context));
        Assert.Null(await host.ProbeAsync());
        Assert.Equal(3, host.Requests.Count);
    }

    [Fact]
    public async Task A_source_that_always_breaks_off_is_unreachable()
    {
        await using var host = await SourceHost.StartAsync(_samples, (context, _) => BreakOffAsync(context));
        Assert.Equal("unreachable", (await host.ProbeAsync())!.Code);
        Assert.Equal(5, host.Requests.Count);
    }

    [Fact]
    public async Task Headers_without_a_body_do_not_hold_a_request_open()
    {
        await using var host = await SourceHost.StartAsync(_samples, async (context, _) =>
        {
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        }, (settings, _) =>
        {
            settings.Attempts = 1;
            settings.Timeout = TimeSpan.FromSeconds(33);
        });
        var probe = host.ProbeAsync();
        await host.Time.PassAsync(TimeSpan.FromSeconds(33), probe);
        Assert.Equal("timeout", (await probe)!.Code);
    }

    [Fact]
    public async Task Of_a_document_beyond_the_cap_the_first_bytes_are_kept()
    {
        var body = Encoding.UTF8.GetBytes("\"" + new string('x', 200_000) + "\"");
        await using var host = await SourceHost.StartAsync(_samples, Answer("application/json", body), (settings, _) => settings.MaximumDocumentBytes = 65536);
        var failure = (await host.ProbeAsync())!;
        Assert.Equal("too-large", failure.Code);
        Assert.Equal(body[..65536], failure.Documents.Single().Content.ToArray());
    }

    [Fact]
    public async Task A_document_of_exactly_the_cap_is_read()
    {
        var list = "{\"totalElements\":0,\"totalPages\":0,\"content\":[]}";
        await using var host = await SourceHost.StartAsync(_samples, Answer("application/json", Encoding.UTF8.GetBytes(list.PadRight(65536))), (settings, _) => settings.MaximumDocumentBytes = 65536);
        Assert.Null(await host.ProbeAsync());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Compressed_answers_are_read(string encoding)
    {
        await using var host = await SourceHost.StartAsync(_samples, Compressed(encoding, "{\"totalElements\":0,\"totalPages\":0,\"content\":[]}"u8.ToArray()));
        Assert.Null(await host.ProbeAsync());
    }

    [Fact]
    public async Task A_decompression_bomb_is_cut_off_early()
    {
        await using var host = await SourceHost.StartAsync(_samples, Compressed("gzip", new byte[48 * 1024 * 1024]));
        var failure = (await host.ProbeAsync())!;
        Assert.Equal("too-large", failure.Code);
        Assert.InRange(failure.Documents.Single().Content.Length, 1024 * 1024, 16 * 1024 * 1024);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("zstd")]
    public async Task An_answer_that_lies_about_its_compression_is_no_document(string encoding)
    {
        await using var host = await SourceHost.StartAsync(_samples, (context, _) =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync("{\"totalElements\":0,\"totalPages\":0,\"content\":[]}");
        });
        Assert.Equal("unreachable", (await host.ProbeAsync())!.Code);
    }

    [Fact]
    public async Task The_unversioned_address_is_followed_to_the_current_version()
    {
        await using var host = await SourceHost.StartAsync(_samples, configure: (settings, server) => settings.TenderNed.BaseAddress = server.Ted + "/papi/tenderned-rs-tns");
        Assert.Null(await host.ProbeAsync());
        Assert.Equal(2, host.Requests.Count);
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_not_followed()
    {
        var strangers = 0;
        await using var stranger = await ReplayServer.StartAsync(_samples.Root, fault: (_, next) =>
        {
            Interlocked.Increment(ref strangers);
            return next();
        }, cancellationToken: TestContext.Current.CancellationToken);
        await using var host = await SourceHost.StartAsync(_samples, (context, _) =>
        {
            context.Response.Redirect(stranger.TenderNed + "/publicaties?publicatieDatumVanaf=2099-01-01");
            return Task.CompletedTask;
        });
        Assert.Equal("redirect", (await host.ProbeAsync())!.Code);
        Assert.Equal(0, strangers);
    }

    [Fact]
    public async Task Redirects_in_circles_end()
    {
        await using var host = await SourceHost.StartAsync(_samples, (context, _) =>
        {
            context.Response.Redirect(context.Request.Path + context.Request.QueryString);
            return Task.CompletedTask;
        });
        Assert.Equal("redirect", (await host.ProbeAsync())!.Code);
        Assert.Equal(6, host.Requests.Count);
    }

    [Fact]
    public async Task A_host_that_keeps_failing_is_left_alone()
    {
        await using var host = await SourceHost.StartAsync(_samples, Status(500));
        var codes = new List<string>();
        for (var i = 0; i < 4; i++) codes.Add((await host.ProbeAsync())!.Code);
        Assert.Equal("open-circuit", codes[^1]);
        Assert.Equal(10, host.Requests.Count);
    }

    [Fact]
    public async Task A_host_that_fails_does_not_stop_another()
    {
        _samples.Add("440454", SourceHost.Day, ted: "643394-2026");
        _samples.Write("ted/643394-2026.xml", "<Notice/>");
        await using var ted = await ReplayServer.StartAsync(_samples.Root, cancellationToken: TestContext.Current.CancellationToken);
        var fails = true;
        await using var host = await SourceHost.StartAsync(_samples, (context, next) => fails ? Status(500)(context, next) : next(), (settings, _) => settings.Ted.BaseAddress = ted.Ted);
        for (var i = 0; i < 3; i++) await host.ProbeAsync();
        Assert.Equal("open-circuit", (await host.ReadAsync("440454")).Failure!.Code);
        fails = false;
        host.Time.Advance(new SourcesSettings().BreakDuration);
        Assert.Null((await host.ReadAsync("440454")).Value!.Failure);
    }

    [Fact]
    public async Task Two_requests_to_a_host_are_a_second_apart()
    {
        await using var host = await SourceHost.StartAsync(_samples, configure: (settings, _) => settings.MinimumInterval = TimeSpan.FromSeconds(1));
        Assert.Null(await host.ProbeAsync());
        var second = host.ProbeAsync();
        await host.Time.UntilWaitedForAsync(TimeSpan.FromSeconds(1), second);
        Assert.Equal(1, host.Requests.Count);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await second);
    }

    [Fact]
    public async Task Every_request_says_who_asks()
    {
        await using var host = await SourceHost.StartAsync(_samples, configure: (settings, _) => settings.Contact = "https://netbeheer.example/tenderwatch");
        await host.ProbeAsync();
        var agent = host.Requests.All.Single().Headers.UserAgent.ToString();
        Assert.Matches(@"^Mozilla/5\.0 \(compatible; TenderWatch/\d+\.\d+\.\d+; \+https://netbeheer\.example/tenderwatch\)$", agent);
    }

    private static Func<HttpContext, Func<Task>, Task> Status(int status) => (context, _) =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private static Func<HttpContext, Func<Task>, Task> Answer(string mediaType, byte[] body) => async (context, _) =>
    {
        context.Response.ContentType = mediaType;
        await context.Response.Body.WriteAsync(body);
    };

    private static Func<HttpContext, Func<Task>, Task> Compressed(string encoding, byte[] body) => async (context, _) =>
    {
        using var packed = new MemoryStream();
        await using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionMode.Compress, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionMode.Compress, leaveOpen: true),
            _ => new ZLibStream(packed, CompressionMode.Compress, leaveOpen: true),
        })
        {
            await packer.WriteAsync(body);
        }

        context.Response.Headers.ContentEncoding = encoding;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(packed.ToArray());
    };

    private static async Task BreakOffAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync("{\"totalElements\":0,");
        await context.Response.Body.FlushAsync();
        context.Abort();
    }
}
