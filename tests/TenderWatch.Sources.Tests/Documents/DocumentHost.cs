using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Texts;
using TenderWatch.Sources.Tests.TenderNed;

namespace TenderWatch.Sources.Tests.Documents;

/// <summary>A loopback server of documents, and the document source as a host registers it.</summary>
internal sealed class DocumentHost : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ServiceProvider _services;
    private readonly List<string> _asked = [];

    private DocumentHost(WebApplication server, string authority, Action<SourcesSettings>? configure)
    {
        _server = server;
        Authority = authority;
        var settings = new SourcesSettings { MinimumInterval = TimeSpan.Zero, FirstRetryAfter = TimeSpan.Zero, MaximumDocumentBytes = 1024 * 1024, Contact = "https://tenderwatch.example.org/contact" };
        settings.TenderNed.BaseAddress = $"http://{authority}/papi";
        settings.Documents.Retrieve = true;
        settings.Documents.Hosts = [authority, "documenten.example.invalid"];
        configure?.Invoke(settings);
        _services = new ServiceCollection().AddSingleton<TimeProvider>(new WatchedTime()).AddSingleton(new Random(1)).AddLogging().AddTenderWatchSources(settings, XmlStub.Read).BuildServiceProvider();
    }

    public string Authority { get; }

    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_asked) return [.. _asked];
        }
    }

    public IDocumentSource Source => _services.GetRequiredService<IDocumentSource>();

    public static async Task<DocumentHost> StartAsync(Func<HttpContext, string, Task> answer, Action<SourcesSettings>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        DocumentHost? host = null;
        server.Run(context =>
        {
            var path = context.Request.Path + context.Request.QueryString.ToString();
            lock (host!._asked) host._asked.Add(path);
            return answer(context, path);
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        var address = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        host = new DocumentHost(server, address.Authority, configure);
        return host;
    }

    public Task<IReadOnlyList<RetrievedDocument>> RetrieveAsync(string source, string id, params string[] links)
    {
        var record = new NoticeRecord { Key = new NoticeKey(source, id), Version = default, Documents = [new EvidenceReference(default, 0, "application/xml", EvidenceRoles.NoticeXml, "x", DateTimeOffset.UnixEpoch)] };
        return Source.RetrieveAsync(new CaseNotice(record, new Notice { Format = "eforms", Lots = [new Lot { Id = "LOT-0001", DocumentsUrl = links }] }), TestContext.Current.CancellationToken);
    }

    public static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = (int)HttpStatusCode.NotFound;
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }
}
