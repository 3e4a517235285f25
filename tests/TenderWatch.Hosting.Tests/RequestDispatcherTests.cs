using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TenderWatch.Hosting.Settings;
using TenderWatch.Hosting.Web;
using TenderWatch.Storage;
using TenderWatch.Testing;

namespace TenderWatch.Hosting.Tests;

/// <summary>Pages and API behind a host that routes every path to one handler, as the Functions app does.</summary>
public sealed class RequestDispatcherTests : IAsyncLifetime
{
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false });
    private WebApplication _app = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var settings = new TenderWatchSettings { Storage = new StorageSettings { ConnectionString = await AzuriteFixture.ConnectionStringAsync(), Prefix = AzuriteFixture.NewPrefix() } };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddTenderWatchProduct(settings, []).AddSingleton<RequestDispatcher>();
        _app = builder.Build();
        _app.Map("{*path}", (HttpContext context, RequestDispatcher dispatcher) => dispatcher.AnswerAsync(context));
        await _app.Services.GetRequiredService<StorageInitializer>().InitializeAsync(Stop);
        await _app.StartAsync(Stop);
        _client.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK, "text/html")]
    [InlineData("/sources", HttpStatusCode.OK, "text/html")]
    [InlineData("/health/ready", HttpStatusCode.OK, "application/json")]
    [InlineData("/api/cases", HttpStatusCode.OK, "application/json")]
    [InlineData("/api/cases/unknown", HttpStatusCode.NotFound, "application/problem+json")]
    [InlineData("/cases/unknown", HttpStatusCode.NotFound, "text/html")]
    [InlineData("/no/such/page", HttpStatusCode.NotFound, "text/html")]
    public async Task A_path_is_answered_as_in_any_host_of_the_product(string path, HttpStatusCode status, string mediaType)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative), Stop);

        Assert.Equal((status, mediaType), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(Stop));
        Assert.True(answer.Headers.Contains("X-Frame-Options"));
    }

    [Fact]
    public async Task Many_requests_at_once_do_not_get_each_others_answers()
    {
        await Parallel.ForAsync(0, 100, Stop, async (number, stop) =>
        {
            var isPage = number % 2 == 0;
            using var answer = await _client.GetAsync(new Uri(isPage ? "/" : "/api/cases", UriKind.Relative), stop);
            Assert.Equal(isPage ? "text/html" : "application/json", answer.Content.Headers.ContentType!.MediaType);
        });
    }
}
