using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TenderWatch.Extraction.Model;

namespace TenderWatch.Extraction.Tests.Model;

/// <summary>A loopback server that speaks the chat completions of Azure OpenAI and of OpenAI, and answers as a test says.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    private ModelServer(WebApplication server) => _server = server;

    public ConcurrentQueue<(string Path, string Key, JsonElement Body)> Asked { get; } = [];

    public string Address => _server.Urls.Single();

    public static async Task<ModelServer> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new ModelServer(builder.Build());
        server._server.Run(async context =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            var key = context.Request.Headers["api-key"].ToString() + context.Request.Headers.Authorization;
            server.Asked.Enqueue((context.Request.Path + context.Request.QueryString.ToString(), key, body.RootElement.Clone()));
            await answer(context, server.Asked.Count);
        });
        await server._server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>A server that answers with claims, or with any text in their place.</summary>
    public static Task<ModelServer> AnsweringAsync(params object[] claims) => StartAsync((context, _) => Say(context, Facts(claims)));

    /// <summary>A server that points at a quantity in whichever passage has its words, and at nothing elsewhere.</summary>
    public static async Task<ModelServer> PointingAtAsync(string number, string noun)
    {
        ModelServer? server = null;
        return server = await StartAsync((context, count) =>
        {
            var passages = JsonDocument.Parse(server!.Asked.ElementAt(count - 1).Body.GetProperty("messages")[1].GetProperty("content").GetString()!).RootElement;
            var open = passages.EnumerateArray().Where(one => one.GetProperty("text").GetString()!.Contains($"{number} {noun}", StringComparison.Ordinal));
            return Say(context, Facts([.. open.Select(one => new { passage = one.GetProperty("passage").GetInt32(), kind = "quantity", quote = $"{number} {noun}", value = number, unit = noun })]));
        });
    }

    public static string Facts(params object[] claims) => JsonSerializer.Serialize(new { facts = claims });

    /// <summary>A completion as Azure OpenAI writes it.</summary>
    public static Task Say(HttpContext context, string? content, string finish = "stop", string? refusal = null, int input = 300, int output = 50) => context.Response.WriteAsJsonAsync(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 1_760_000_000,
        model = "gpt-4o-2024-11-20",
        system_fingerprint = "fp_1",
        prompt_filter_results = new[] { new { prompt_index = 0, content_filter_results = new { hate = new { filtered = false, severity = "safe" } } } },
        choices = new[] { new { index = 0, finish_reason = finish, logprobs = (object?)null, message = new { role = "assistant", content, refusal }, content_filter_results = new { hate = new { filtered = false, severity = "safe" } } } },
        usage = new { prompt_tokens = input, completion_tokens = output, total_tokens = input + output },
    });

    public static Task Refuse(HttpContext context, int status, string code, string? retryAfter = null)
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsJsonAsync(new { error = new { code, message = "The request was refused.", innererror = new { code = "ResponsibleAIPolicyViolation" } } });
    }

    public ModelSettings Settings() => new() { Enabled = true, Endpoint = Address, Deployment = "gpt-4o", ApiKey = "key-of-a-test", RequestsPerMinute = 6_000 };

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
