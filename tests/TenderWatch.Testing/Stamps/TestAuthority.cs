using System.Security.Cryptography.Pkcs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TenderWatch.Testing.Stamps;

/// <summary>An authority that stamps, on a free port of this machine. It answers whatever the test wants.</summary>
public sealed class TestAuthority : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _file;

    private TestAuthority(WebApplication app, string file) => (_app, _file) = (app, file);

    /// <summary>Its address.</summary>
    public Uri Address => new(_app.Urls.Single() + "/tsa");

    /// <summary>The certificates to be trusted, in a file.</summary>
    public string RootsFile => _file;

    /// <summary>An authority that answers with the bytes that a function makes of a request.</summary>
    /// <param name="rootPem">The certificates to be trusted.</param>
    /// <param name="answer">Makes the answer; <see langword="null"/> for HTTP 503.</param>
    public static async Task<TestAuthority> StartAsync(string rootPem, Func<byte[], Task<byte[]?>> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/tsa", async (HttpRequest request) =>
        {
            using var query = new MemoryStream();
            await request.Body.CopyToAsync(query);
            if (request.ContentType != "application/timestamp-query") return Results.StatusCode(415);
            return await answer(query.ToArray()) is { } bytes ? Results.Bytes(bytes, "application/timestamp-reply") : Results.StatusCode(503);
        });
        await app.StartAsync();
        var file = Path.Combine(Path.GetTempPath(), "tenderwatch-roots-" + Path.GetRandomFileName());
        await File.WriteAllTextAsync(file, rootPem);
        return new TestAuthority(app, file);
    }

    /// <summary>An authority that stamps as it should.</summary>
    /// <param name="stamps">Makes its time stamps.</param>
    /// <param name="time">Its clock.</param>
    public static Task<TestAuthority> StartAsync(TestStamps stamps, TimeProvider time) => StartAsync(stamps.RootPem, query =>
    {
        Rfc3161TimestampRequest.TryDecode(query, out var request, out _);
        return Task.FromResult<byte[]?>(TestStamps.Granted(stamps.Token(request!.GetMessageHash(), time.GetUtcNow(), request.GetNonce(), request.RequestedPolicyId?.Value ?? TestStamps.Policy)));
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        File.Delete(_file);
    }
}
