using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Sources;
using TenderWatch.Sources.Tests.TenderNed;

namespace TenderWatch.Sources.Tests.Mercell;

/// <summary>Tenders of a test's own, which the replay server gives as Mercell would; the list may change while it is read.</summary>
internal sealed class MercellFolder : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SampleFolder _samples = new();
    private readonly List<JsonObject> _list = [];
    private int _entries;
    private bool _isServed;

    public MercellFolder()
    {
        Directory.CreateDirectory(Path.Combine(_samples.Root, "mercell", "tenders"));
        Robots("User-agent: *\nDisallow: /\n"); // as at s2c.mercell.com
    }

    /// <summary>The source with permission, over HTTP to this folder.</summary>
    public Task<SourceHost> StartAsync(Func<HttpContext, Func<Task>, Task>? fault = null, Action<SourcesSettings>? change = null)
    {
        _isServed = true;
        WriteList();
        return SourceHost.StartAsync(_samples, fault, (settings, server) =>
        {
            settings.Mercell.BaseAddress = settings.Mercell.SiteAddress = server.Mercell;
            settings.Mercell.WrittenPermission = "letter of 2026-09-01, reference 123";
            change?.Invoke(settings);
        });
    }

    public MercellFolder Add(int id, DateTimeOffset created, string? deadline = null, string detail = "{}")
    {
        lock (_lock)
        {
            _list.Add(new JsonObject
            {
                ["TenderId"] = id,
                ["TenderName"] = string.Create(CultureInfo.InvariantCulture, $"Opdracht {id}"),
                ["Deadline"] = deadline,
                ["Id"] = ++_entries,
                ["CreatedDate"] = created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            });
            WriteList();
        }

        var merged = JsonNode.Parse(detail)!.AsObject();
        merged["TenderId"] ??= id;
        merged["TenderName"] ??= string.Create(CultureInfo.InvariantCulture, $"Opdracht {id}");
        _samples.Write(string.Create(CultureInfo.InvariantCulture, $"mercell/tenders/{id}.json"), merged.ToJsonString());
        return this;
    }

    /// <summary>Takes the newest entries off the list.</summary>
    public void TakeOff(int count)
    {
        lock (_lock)
        {
            foreach (var entry in _list.OrderByDescending(entry => entry["CreatedDate"]!.GetValue<string>(), StringComparer.Ordinal).Take(count).ToList()) _list.Remove(entry);
            WriteList();
        }
    }

    public void Robots(string text) => _samples.Write("mercell/robots.txt", text);

    public void Dispose() => _samples.Dispose();

    private void WriteList()
    {
        if (_isServed) _samples.Write("mercell/list.json", new JsonArray([.. _list.Select(entry => entry.DeepClone())]).ToJsonString());
    }
}

/// <summary>Ways in which a server may answer.</summary>
internal static class Answers
{
    public static bool IsList(HttpContext context) => context.Request.Path.Value!.EndsWith("GetPublishedTendersBySpecified", StringComparison.Ordinal);

    public static Task WriteAsync(HttpContext context, int status, string body, string mediaType = "application/json")
    {
        context.Response.StatusCode = status;
        if (body.Length == 0) return Task.CompletedTask;
        context.Response.ContentType = mediaType;
        return context.Response.WriteAsync(body);
    }

    /// <summary>The place that a request for a part of the list begins at; the request can still be read.</summary>
    public static async Task<int> FirstAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!;
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body.ToJsonString()));
        return body["SearchParameters"]!["StartIndex"]!.GetValue<int>();
    }

    public static async Task<IReadOnlyList<string>> DayAsync(this SourceHost host, DateOnly day, bool mustBeComplete = true)
    {
        var listing = await host.Mercell.ListAsync(day, mustBeComplete, TestContext.Current.CancellationToken);
        Assert.True(listing.Failure is null, listing.Failure?.Text);
        return [.. listing.Value!.Items.Select(item => item.Key.Id)];
    }

    public static async Task<SourceFailure> FailureAsync(this SourceHost host, DateOnly day) =>
        (await host.Mercell.ListAsync(day, mustBeComplete: true, TestContext.Current.CancellationToken)).Failure!;
}
