using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;
using TenderWatch.Extraction.Model;
using TenderWatch.Hosting.Settings;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Output;
using TenderWatch.Sources;
using TenderWatch.Storage;
using TenderWatch.Testing;
using TenderWatch.Web;
using TenderWatch.Web.Access;

namespace TenderWatch.Local.Tests.Api;

/// <summary>The local host as it serves, on a free port over storage of its own in the Azurite of this process.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    public const string Sample = "99000001-2025.xml";

    private readonly LocalHost _host;

    private ApiHost(LocalHost host, Uri address)
    {
        _host = host;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
        Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _host.Services;

    public static byte[] SampleNotice => File.ReadAllBytes(Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", Sample));

    public static async Task<ApiHost> StartAsync(AuthenticationSettings? authentication = null, string? prefix = null, ModelSettings? model = null, Action<SourcesSettings>? sources = null)
    {
        var settings = new TenderWatchSettings
        {
            Storage = new StorageSettings { ConnectionString = await AzuriteFixture.ConnectionStringAsync(), Prefix = prefix ?? AzuriteFixture.NewPrefix() },
            Web = new WebSettings { Authentication = authentication ?? new AuthenticationSettings { DevelopmentUser = "A. Voorbeeld" } },
        };
        settings.Sources.TenderNed.BaseAddress = settings.Sources.Ted.BaseAddress = settings.Sources.Ted.SearchAddress = "http://127.0.0.1:9";
        settings.Sources.Attempts = 1;
        sources?.Invoke(settings.Sources);
        if (model is not null) settings.Extraction.Model = model;
        var host = await LocalHost.CreateAsync(settings, [], null, new DirectoryInfo(Path.GetTempPath()), Terminal.For(json: true), 0, TestContext.Current.CancellationToken);
        return new ApiHost(host, await host.ServeAsync(TestContext.Current.CancellationToken));
    }

    public static HttpContent Json(string json) => new StringContent(json, Encoding.UTF8, "application/json");

    public async Task<HttpResponseMessage> PostAsync(string path, HttpContent content, string? key = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Idempotency-Key", key ?? Path.GetRandomFileName());
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Opens the case on the sample notice and waits for its first episode.</summary>
    /// <param name="published">What the notice says, where it is to say something else.</param>
    public async Task<string> OpenAsync(Func<string, string>? published = null)
    {
        using var content = new ByteArrayContent(published is null ? SampleNotice : Encoding.UTF8.GetBytes(published(Encoding.UTF8.GetString(SampleNotice))));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        using var opened = await PostAsync("/api/cases", content);
        Assert.Equal(202, (int)opened.StatusCode);
        await _host.Pipeline.SettleAsync(null, TestContext.Current.CancellationToken);
        return (await BodyAsync(opened))["case"]!.GetValue<string>();
    }

    /// <summary>Moves everything that waits.</summary>
    public Task SettleAsync() => _host.Pipeline.SettleAsync(null, TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<LedgerEntry>> LedgerAsync(string caseId)
    {
        var entries = new List<LedgerEntry>();
        await foreach (var stored in Services.GetRequiredService<ILedger>().ReadAsync(caseId, TestContext.Current.CancellationToken)) entries.Add(LedgerEntry.Parse(stored.Bytes));
        return entries;
    }

    public Task SaveAsync(CaseState state) => Services.GetRequiredService<ICases>().SaveAsync(state, TestContext.Current.CancellationToken);

    public static async Task<JsonNode> BodyAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

    /// <summary>A problem: its status and the first field that it names.</summary>
    public static async Task<(int Status, string? Field)> ProblemAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var body = await BodyAsync(response);
        Assert.False(string.IsNullOrWhiteSpace(body["detail"]?.GetValue<string>()));
        Assert.Equal((int)response.StatusCode, body["status"]!.GetValue<int>());
        return ((int)response.StatusCode, body["errors"]?[0]?["field"]?.GetValue<string>());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
    }
}
