using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TenderWatch.Local.Tests.Watching.Support;

namespace TenderWatch.Local.Tests.Watching;

/// <summary>
/// The samples are watched at TenderNed and TED with one kind of fault at a time, each request met by it once. However often the run has to be
/// repeated, it ends with the same notices, cases and findings as without faults.
/// </summary>
public sealed class FaultTests
{
    private const int MostRuns = 12;

    private static readonly Lazy<Task<string>> Undisturbed = new(() => RunAsync((_, next) => next()));

    public static TheoryData<string> Kinds =>
        ["429", "500", "503", "html", "202", "cut", "slow", "truncated-json", "repeated", "missing", "moving", "timed-out", "ignored-filter"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_fault_loses_nothing_and_duplicates_nothing(string kind)
    {
        var met = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var faults = 0;
        var disturbed = await RunAsync((context, next) =>
        {
            if (!met.TryAdd(context.Request.Method + context.Request.Path + context.Request.QueryString, true) || !Concerns(kind, context.Request)) return next();
            Interlocked.Increment(ref faults);
            return BreakAsync(kind, context, next);
        });

        Assert.True(faults > 0, "no request met the fault");
        Assert.Equal(await Undisturbed.Value, disturbed);
    }

    private static async Task<string> RunAsync(Func<HttpContext, Func<Task>, Task> fault)
    {
        await using var world = await World.CreateAsync(World.Samples, fault, watchesTed: true);
        world.Time.WaitsPass = true;
        await using var host = world.Start();
        for (var run = 0; ; run++)
        {
            Assert.True(run < MostRuns, "the sources never came through");
            var summaries = await host.Pipeline.WatchAsync(World.SampleDays, null, Host.Stop);
            var waiting = (await host.States.ListSourcesAsync(Host.Stop)).Sum(state => state.Retries.Count);
            if (summaries.All(summary => summary.Failure is null) && waiting == 0) break;
            world.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Empty(await host.QuarantineAsync());
        Assert.True((await host.VerifyAsync()).Intact);
        return await EssenceAsync(host);
    }

    // A case has the id of whichever of its notices came first, which a fault may well change; nothing else may change.
    private static async Task<string> EssenceAsync(Host host)
    {
        var cases = new List<string>();
        foreach (var state in await host.Cases.ListAsync(Host.Stop))
        {
            if (state.MergedInto is not null) continue;
            var notices = await host.Registry.NoticesOfAsync(state.Id, Host.Stop);
            cases.Add(string.Join('\n', [
                state.Title,
                .. notices.Select(notice => $"  {notice.Key} {notice.Version.Hex[..12]}, earlier versions: {notice.Earlier.Count}"),
                .. state.Checks.Select(check => $"  {check.Check} {check.Verdict} {check.Findings.Hex[..12]}"),
            ]));
        }

        return string.Join('\n', cases.Order(StringComparer.Ordinal));
    }

    private static bool Concerns(string kind, HttpRequest request) => kind switch
    {
        "ignored-filter" or "repeated" or "missing" or "moving" => request.Path.Value!.EndsWith("/publicaties", StringComparison.Ordinal),
        "timed-out" => request.Path.Value!.EndsWith("/search", StringComparison.Ordinal),
        "truncated-json" => !request.Path.Value!.EndsWith("/xml", StringComparison.Ordinal),
        _ => true,
    };

    private static Task BreakAsync(string kind, HttpContext context, Func<Task> next)
    {
        switch (kind)
        {
            case "429" or "500" or "503" or "202":
                context.Response.StatusCode = int.Parse(kind, System.Globalization.CultureInfo.InvariantCulture);
                if (kind == "429") context.Response.Headers.RetryAfter = "7";
                return Task.CompletedTask;
            case "html":
                context.Response.ContentType = "text/html";
                return context.Response.WriteAsync("<!doctype html><title>Even geduld</title>");
            case "ignored-filter":
                context.Request.QueryString = QueryString.Empty;
                return next();
            case "repeated":
                return Respond.ChangedAsync(context, next, list => Repeat(list["content"]!.AsArray()));
            case "missing":
                return Respond.ChangedAsync(context, next, list => Respond.DropFirst(list["content"]!.AsArray()));
            case "moving":
                return Respond.ChangedAsync(context, next, list => list["totalElements"] = list["totalElements"]!.GetValue<int>() + 1);
            case "timed-out":
                return Respond.ChangedAsync(context, next, answer => answer["timedOut"] = true);
            default:
                return TransferAsync(kind, context, next);
        }
    }

    // The body as the server gives it, on a connection that is slow, or ends too early with or without saying so.
    private static async Task TransferAsync(string kind, HttpContext context, Func<Task> next)
    {
        var body = await Respond.BodyAsync(context, next);
        if (kind == "slow")
        {
            foreach (var piece in body.Chunk(Math.Max(1, body.Length / 40)))
            {
                await context.Response.Body.WriteAsync(piece);
                await context.Response.Body.FlushAsync();
            }

            return;
        }

        if (kind == "cut") context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
        if (kind == "cut")
        {
            await context.Response.Body.FlushAsync();
            context.Abort();
        }
    }

    private static void Repeat(JsonArray items)
    {
        if (items.Count > 0) items.Add(items[0]!.DeepClone());
    }
}
