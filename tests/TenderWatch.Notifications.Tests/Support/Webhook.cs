using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TenderWatch.Notifications.Tests.Support;

/// <summary>A webhook on this machine that answers as it is told to.</summary>
public sealed class Webhook : IAsyncDisposable
{
    public const string Secret = "sig-5f3a9c";

    private readonly WebApplication _app;
    private readonly Channel<(string? ContentType, byte[] Body)> _posts = Channel.CreateUnbounded<(string?, byte[])>();

    private readonly List<string> _bodies = [];

    private Webhook(WebApplication app) => _app = app;

    public string Address { get; private set; } = "";

    public ChannelReader<(string? ContentType, byte[] Body)> Posts => _posts.Reader;

    /// <summary>What came so far, as text.</summary>
    public IReadOnlyList<string> Bodies
    {
        get
        {
            while (_posts.Reader.TryRead(out var post)) _bodies.Add(System.Text.Encoding.UTF8.GetString(post.Body));
            return _bodies;
        }
    }

    public static async Task<Webhook> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var webhook = new Webhook(app);
        app.MapPost("/workflows/{id}", async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            webhook._posts.Writer.TryWrite((context.Request.ContentType, body.ToArray()));
            await answer(context);
        });
        await app.StartAsync();
        var root = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        webhook.Address = $"{root}/workflows/{Secret}?sig={Secret}";
        return webhook;
    }

    public static Task<Webhook> StartAsync(int status, string? retryAfter = null) => StartAsync(context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
