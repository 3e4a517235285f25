using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TenderWatch.Local.Demo;

/// <summary>A webhook on loopback that takes what a Teams workflow would take, and shows what arrived.</summary>
internal sealed class WebhookSink : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<string> _arrived = Channel.CreateUnbounded<string>();

    private WebhookSink(WebApplication app) => _app = app;

    /// <summary>The address to post to.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The bodies that arrived, in order.</summary>
    public ChannelReader<string> Arrived => _arrived.Reader;

    /// <param name="folder">Where it keeps what arrives, before it answers.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task<WebhookSink> StartAsync(string folder, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var sink = new WebhookSink(builder.Build());
        sink._app.MapPost("/workflows/demo", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
            var number = Directory.GetFiles(folder, "*.json").Length + 1;
            await File.WriteAllTextAsync(Path.Combine(folder, $"card-{number:D4}.json"), body, CancellationToken.None);
            await sink._arrived.Writer.WriteAsync(body, CancellationToken.None);
            return Results.Accepted();
        });
        await sink._app.StartAsync(cancellationToken);
        var address = sink._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        sink.Address = new Uri(new Uri(address), "/workflows/demo");
        return sink;
    }

    public async ValueTask DisposeAsync()
    {
        _arrived.Writer.TryComplete();
        await _app.DisposeAsync();
    }
}
