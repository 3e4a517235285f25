using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TenderWatch.Sources;

namespace TenderWatch.Local.Tests.Texts;

/// <summary>A loopback server of procurement documents, and a notice that links to them.</summary>
internal sealed class DocumentServer : IAsyncDisposable
{
    private const string Linked = "https://s2c.mercell.com/today/90866";

    private readonly WebApplication _server;

    private DocumentServer(WebApplication server) => _server = server;

    /// <summary>Its host with its port, as the setting names it.</summary>
    public string Authority => Address.Authority;

    private Uri Address => new(_server.Urls.Single());

    public static async Task<DocumentServer> StartAsync(params (string Name, string Text)[] documents)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Run(context =>
        {
            if (documents.FirstOrDefault(document => context.Request.Path == "/" + document.Name) is not { Name: not null } found)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync($"<html><body><p>{found.Text}</p></body></html>", Encoding.UTF8);
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        return new DocumentServer(server);
    }

    /// <summary>Its documents may be retrieved.</summary>
    public void Allow(SourcesSettings sources)
    {
        sources.MinimumInterval = TimeSpan.Zero;
        sources.Documents.Retrieve = true;
        sources.Documents.Hosts = [Authority];
    }

    /// <summary>The notice with links (BT-15) to documents of this server.</summary>
    public Func<string, string> Linking(params string[] names) => notice =>
    {
        const string Begin = "<cac:CallForTendersDocumentReference>", End = "</cac:CallForTendersDocumentReference>";
        var from = notice.IndexOf(Begin, StringComparison.Ordinal);
        var until = notice.IndexOf(End, from, StringComparison.Ordinal) + End.Length;
        var reference = notice[from..until];
        return notice[..from] + string.Concat(names.Select(name => reference.Replace(Linked, new Uri(Address, name).AbsoluteUri, StringComparison.Ordinal))) + notice[until..];
    };

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
