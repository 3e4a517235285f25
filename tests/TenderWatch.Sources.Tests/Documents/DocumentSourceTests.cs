using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using TenderWatch.Sources.Documents;

namespace TenderWatch.Sources.Tests.Documents;

public sealed class DocumentSourceTests
{
    private static readonly byte[] Pdf = "%PDF-1.4 voorbeeld"u8.ToArray();

    [Fact]
    public async Task Documents_of_TenderNed_are_listed_and_retrieved_one_by_one()
    {
        const string List = """{"documenten":[{"documentId":11,"documentNaam":"Leidraad.pdf","typeDocument":{"code":"pdf"},"virusIndicatie":false,"grootte":18},{"documentId":"12","documentNaam":"Bijlagen.zip","virusIndicatie":true,"grootte":9},{"documentId":13,"documentNaam":"Groot.pdf","virusIndicatie":false,"grootte":2000000000}],"links":{"downloadZip":{"href":"http://169.254.169.254/"}}}""";
        await using var host = await DocumentHost.StartAsync((context, path) => path switch
        {
            "/papi/publicaties/990002/documenten" => context.Response.WriteAsJsonAsync(System.Text.Json.JsonDocument.Parse(List).RootElement),
            "/papi/publicaties/990002/documenten/11/content" => context.Response.Body.WriteAsync(Pdf).AsTask(),
            _ => DocumentHost.NotFound(context),
        });
        var documents = await host.RetrieveAsync("tenderned", "990002");
        Assert.Equal(["Leidraad.pdf", "Bijlagen.zip", "Groot.pdf"], documents.Select(document => document.Name));
        Assert.Equal(Pdf, documents[0].Document!.Content.ToArray());
        Assert.Equal(["virus", "too-large"], documents.Skip(1).Select(document => document.Failure!.Code));
        Assert.Equal(["/papi/publicaties/990002/documenten", "/papi/publicaties/990002/documenten/11/content"], host.Asked);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"documenten":[{"documentId":"../../geheim"}]}""")]
    [InlineData("""{"documenten":7}""")]
    public async Task A_list_of_another_shape_is_a_named_failure(string list)
    {
        await using var host = await DocumentHost.StartAsync((context, _) =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(list);
        });
        Assert.Equal("shape", Assert.Single(await host.RetrieveAsync("tenderned", "990002")).Failure!.Code);
        Assert.Single(host.Asked);
    }

    [Fact]
    public async Task A_link_to_an_allowed_host_is_followed_where_its_robots_txt_allows_it()
    {
        await using var host = await DocumentHost.StartAsync((context, path) => path switch
        {
            "/robots.txt" => context.Response.WriteAsync("User-agent: *\nDisallow: /verboden/\n"),
            "/stukken/leidraad.pdf" => context.Response.Body.WriteAsync(Pdf).AsTask(),
            _ => DocumentHost.NotFound(context),
        });
        var documents = await host.RetrieveAsync("ted", "1-2025", $"http://{host.Authority}/stukken/leidraad.pdf", $"http://{host.Authority}/verboden/x.pdf", $"http://{host.Authority}/weg.pdf");
        Assert.Equal("leidraad.pdf", documents[0].Name);
        Assert.NotNull(documents[0].Document);
        Assert.Equal(["robots", "not-found"], documents.Skip(1).Select(document => document.Failure!.Code));
        Assert.Equal(["/robots.txt", "/stukken/leidraad.pdf", "/weg.pdf"], host.Asked);
    }

    [Fact]
    public async Task A_host_whose_robots_txt_cannot_be_read_is_left_alone()
    {
        await using var host = await DocumentHost.StartAsync((context, _) =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        Assert.Equal("server-error", Assert.Single(await host.RetrieveAsync("ted", "1-2025", $"http://{host.Authority}/a.pdf")).Failure!.Code);
        Assert.All(host.Asked, path => Assert.Equal("/robots.txt", path));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/", "host-not-allowed")]
    [InlineData("https://169.254.169.254/latest/meta-data/", "host-not-allowed")]
    [InlineData("http://127.0.0.1:1/x", "host-not-allowed")]
    [InlineData("http://localhost/x", "host-not-allowed")]
    [InlineData("https://[::1]/x", "host-not-allowed")]
    [InlineData("https://10.0.0.8/x", "host-not-allowed")]
    [InlineData("http://documenten.example.invalid/x.pdf", "host-not-allowed")] // not by https
    [InlineData("https://someone@documenten.example.invalid/x.pdf", "host-not-allowed")]
    [InlineData("https://elsewhere.example.org/x.pdf", "host-not-allowed")]
    [InlineData("file:///etc/passwd", "no-address")]
    [InlineData("gopher://documenten.example.invalid/", "no-address")]
    [InlineData("niet op het web", "no-address")]
    public async Task A_link_to_anywhere_else_is_not_asked_for(string link, string code)
    {
        await using var host = await DocumentHost.StartAsync((context, _) => context.Response.WriteAsync("nooit"));
        Assert.Equal(code, Assert.Single(await host.RetrieveAsync("ted", "1-2025", link)).Failure!.Code);
        Assert.Empty(host.Asked);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("https://elsewhere.example.org/x.pdf")]
    [InlineData("http://localhost:{port}/geheim")]
    [InlineData("file:///etc/passwd")]
    public async Task A_redirect_to_anywhere_else_is_not_followed(string target)
    {
        await using var host = await DocumentHost.StartAsync((context, path) =>
        {
            if (path == "/robots.txt") return DocumentHost.NotFound(context);
            context.Response.Redirect(target.Replace("{port}", context.Connection.LocalPort.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
            return Task.CompletedTask;
        });
        Assert.Equal("redirect", Assert.Single(await host.RetrieveAsync("ted", "1-2025", $"http://{host.Authority}/a.pdf")).Failure!.Code);
        Assert.Equal(["/robots.txt", "/a.pdf"], host.Asked);
    }

    [Fact]
    public async Task An_allowed_name_that_resolves_to_this_machine_is_not_connected_to()
    {
        await using var host = await DocumentHost.StartAsync((context, _) => context.Response.WriteAsync("nooit"), settings => settings.Documents.Hosts = ["localhost:8443"]);
        Assert.Equal("forbidden-address", Assert.Single(await host.RetrieveAsync("ted", "1-2025", "https://localhost:8443/a.pdf")).Failure!.Code);
        Assert.Empty(host.Asked);
    }

    [Fact]
    public async Task A_document_larger_than_the_limit_is_cut_and_named()
    {
        await using var host = await DocumentHost.StartAsync(async (context, path) =>
        {
            if (path == "/robots.txt")
            {
                await DocumentHost.NotFound(context);
                return;
            }

            context.Response.ContentLength = 2L * 1024 * 1024 * 1024;
            var block = Encoding.ASCII.GetBytes(new string('A', 65536));
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(block, context.RequestAborted);
        });
        Assert.Equal("too-large", Assert.Single(await host.RetrieveAsync("ted", "1-2025", $"http://{host.Authority}/groot.pdf")).Failure!.Code);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2a02:a18::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("::ffff:169.254.169.254", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("2002:a9fe:a9fe::1", false)]
    [InlineData("64:ff9b::a9fe:a9fe", false)]
    public void Only_addresses_of_the_public_internet_are_connected_to(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));
}
