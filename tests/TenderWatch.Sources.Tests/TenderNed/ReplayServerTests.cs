using System.Net;
using System.Text.Json;
using TenderWatch.Local.Demo;
using TenderWatch.Testing;

namespace TenderWatch.Sources.Tests.TenderNed;

/// <summary>The replay server against what is known of the real one (sources, section 1).</summary>
public sealed class ReplayServerTests : IAsyncLifetime
{
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false });
    private ReplayServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ReplayServer.StartAsync(Path.Combine(SharedData.Repository, "samples", "dsmr6"));

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("", 5)]
    [InlineData("?publicatieDatumVanaf=2025-11-20&publicatieDatumTot=2025-12-11", 2)]
    [InlineData("?publicatieType=AGO", 2)]
    [InlineData("?publicatieType=VBE", 5)]
    [InlineData("?onbekend=1", 5)]
    [InlineData("?publicatieDatumVanaf=2099-01-01", 0)]
    public async Task Filters_work_or_are_ignored_like_those_of_TenderNed(string query, int total)
    {
        using var page = JsonDocument.Parse(await _client.GetStringAsync(new Uri($"{_server.TenderNed}/publicaties{query}"), TestContext.Current.CancellationToken));
        Assert.Equal(total, page.RootElement.GetProperty("totalElements").GetInt32());
    }

    [Theory]
    [InlineData("?page=100&size=1", HttpStatusCode.BadRequest)]
    [InlineData("?page=99&size=100", HttpStatusCode.OK)]
    [InlineData("?size=101", HttpStatusCode.BadRequest)]
    [InlineData("?publicatieType=XYZ", HttpStatusCode.BadRequest)]
    [InlineData("/990001/public-xml", HttpStatusCode.Forbidden)]
    [InlineData("/1", HttpStatusCode.NotFound)]
    [InlineData("/990002/html", HttpStatusCode.OK)]
    public async Task Statuses_are_those_of_TenderNed(string target, HttpStatusCode status)
    {
        using var response = await _client.GetAsync(new Uri($"{_server.TenderNed}/publicaties{target}"), TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
    }
}
