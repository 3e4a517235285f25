using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Watching;
using TenderWatch.Testing;
using TenderWatch.Web.Tests.Ports;

namespace TenderWatch.Web.Tests;

/// <summary>The pages on a real Kestrel, over ports in memory.</summary>
internal sealed class WebHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebHost(WebSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<ICases>(Cases).AddSingleton<IEvidenceStore>(Evidence).AddSingleton<ILedger>(Ledger)
            .AddSingleton<IWatchState>(Watch).AddSingleton<IOutbox>(Outbox).AddSingleton<IRegistry>(new MemoryRegistry(new RegistryCounts(412, 371, 3)))
            .AddSingleton<INoticeSource>(new NamedSource("ted")).AddSingleton<INoticeSource>(new NamedSource("tenderned"))
            .AddSingleton<ICheck>(new NamedCheck("alt", new("Abnormaal lage inschrijving", "Abnormally low tender")))
            .AddSingleton<ICheck>(new NamedCheck("fsr-scope", new("Buitenlandse subsidies: reikwijdte", "Foreign subsidies: scope")))
            .AddSingleton<ICheck>(new NamedCheck("single-bid", new("Eén inschrijving", "Single tender")))
            .AddTenderWatchWeb(settings, listensOnLoopbackOnly: true);
        _app = builder.Build();
        _app.UseRouting();
        _app.UseTenderWatch();
        _app.MapTenderWatch();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));

    public MemoryCases Cases { get; } = new();

    public MemoryEvidence Evidence { get; } = new();

    public MemoryLedger Ledger { get; } = new();

    public MemoryWatchState Watch { get; } = new();

    public MemoryOutbox Outbox { get; } = new();

    public HttpClient Client { get; private set; } = null!;

    public string Address => Client.BaseAddress!.ToString().TrimEnd('/');

    public static async Task<WebHost> StartAsync(Func<WebHost, Task>? seed = null, WebSettings? settings = null)
    {
        var host = new WebHost(settings ?? new WebSettings());
        if (seed is not null) await seed(host);
        await host._app.StartAsync();
        var address = host._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        host.Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };
        return host;
    }

    public async Task<IHtmlDocument> PageAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await _app.DisposeAsync();
    }

    private sealed record NamedSource(string Name) : INoticeSource
    {
        public int DaysBack => 7;

        public Task<SourceFailure?> ProbeAsync(CancellationToken cancellationToken) => throw new NotSupportedException("Pages ask no source.");

        public Task<SourceResult<DayListing>> ListAsync(DateOnly day, bool mustBeComplete, CancellationToken cancellationToken) => throw new NotSupportedException("Pages ask no source.");

        public Task<SourceResult<Publication>> ReadAsync(Core.Notices.NoticeKey key, CancellationToken cancellationToken) => throw new NotSupportedException("Pages ask no source.");
    }

    private sealed record NamedCheck(string Id, LocalizedText Name) : ICheck
    {
        public string Version => "1";

        public CheckDescription Description { get; } = new()
        {
            Asks = new("Vraagt de controle iets?", "Does the check ask anything?"),
            RestsOn = ["Directive 2014/25/EU art. 84"],
            Needs = new("Een aankondiging.", "A notice."),
            Flagged = new("Iets vraagt aandacht.", "Something asks for attention."),
            NotAssessable = new("Iets ontbreekt.", "Something is missing."),
            Clear = new("Niets vraagt aandacht.", "Nothing asks for attention."),
        };

        public IReadOnlyList<Finding> Run(CaseFacts facts) => [];
    }
}
