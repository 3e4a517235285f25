using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TenderWatch.Local.Tests.Telemetry;

/// <summary>A collector on this machine that takes OTLP over HTTP and keeps every byte that is sent.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();

    private Collector(WebApplication application)
    {
        _application = application;
        application.MapPost("/v1/{signal}", async (string signal, HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            _received.Enqueue((signal, body.ToArray()));
            return Results.Bytes([], "application/x-protobuf");
        });
    }

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var collector = new Collector(builder.Build());
        await collector._application.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    /// <summary>The environment of a command that sends here.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["TenderWatch__Telemetry__Otlp"] = "true",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _application.Urls.Single(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };

    /// <summary>The bodies of one signal: <c>traces</c>, <c>metrics</c> or <c>logs</c>.</summary>
    public IReadOnlyList<ProtoMessage> Of(string signal) => [.. _received.Where(each => each.Path == signal).Select(each => new ProtoMessage(each.Body))];

    /// <summary>Whether any byte sequence that was sent is this text.</summary>
    public bool Holds(string text)
    {
        var sought = Encoding.UTF8.GetBytes(text);
        return _received.Any(each => each.Body.AsSpan().IndexOf(sought) >= 0);
    }

    /// <summary>Everything that was sent, as text as far as it is text.</summary>
    public string Everything => string.Join('\n', _received.Select(each => Encoding.UTF8.GetString(each.Body)));

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
