using System.Text;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Sources;
using TenderWatch.Local.Demo;

namespace TenderWatch.Sources.Tests.TenderNed;

public sealed class TenderNedReadTests : IDisposable
{
    private const string Id = "440454";

    private readonly SampleFolder _samples = new();

    public void Dispose() => _samples.Dispose();

    [Fact]
    public async Task The_XML_comes_from_TED_by_the_number_without_leading_zeros()
    {
        _samples.Add(Id, SourceHost.Day, ted: "00643394-2026");
        _samples.Write("ted/643394-2026.xml", "<Notice/>");
        await using var host = await SourceHost.StartAsync(_samples);
        var publication = (await host.ReadAsync(Id)).Value!;
        Assert.Null(publication.Failure);
        Assert.Equal([EvidenceRoles.NoticeXml, EvidenceRoles.TenderNedDetail, EvidenceRoles.TenderNedRelated], Roles(publication));
        Assert.EndsWith("/en/notice/643394-2026/xml", publication.Documents[0].Origin, StringComparison.Ordinal);
        Assert.Equal((200, "application/xml", host.Time.GetUtcNow()), (publication.Documents[0].HttpStatus, publication.Documents[0].MediaType, publication.Documents[0].RetrievedAt));
    }

    [Fact]
    public async Task A_national_notice_has_its_rendering()
    {
        _samples.Add(Id, SourceHost.Day, html: "<p>niets</p>");
        await using var host = await SourceHost.StartAsync(_samples);
        var publication = (await host.ReadAsync(Id)).Value!;
        Assert.Null(publication.Failure);
        Assert.Equal([EvidenceRoles.TenderNedHtml, EvidenceRoles.TenderNedDetail, EvidenceRoles.TenderNedRelated], Roles(publication));
    }

    [Theory]
    [InlineData(404, "not-found")]
    [InlineData(202, "empty-answer")]
    public async Task While_TED_has_no_XML_yet_the_rendering_is_kept_and_the_notice_read_again(int status, string code)
    {
        _samples.Add(Id, SourceHost.Day, ted: "643394-2026", html: "<p>nog niet bij TED</p>");
        await using var host = await SourceHost.StartAsync(_samples, (context, next) =>
        {
            if (!context.Request.Path.StartsWithSegments("/en", StringComparison.Ordinal)) return next();
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        var publication = (await host.ReadAsync(Id)).Value!;
        Assert.Equal(code, publication.Failure!.Code);
        Assert.Equal(EvidenceRoles.TenderNedHtml, publication.Documents[0].Role);
    }

    [Fact]
    public async Task HTML_in_place_of_TEDs_XML_is_no_notice()
    {
        _samples.Add(Id, SourceHost.Day, ted: "643394-2026");
        _samples.Write("ted/643394-2026.xml", "\n<!DOCTYPE html><html><body>Just a moment</body></html>");
        await using var host = await SourceHost.StartAsync(_samples);
        var publication = (await host.ReadAsync(Id)).Value!;
        Assert.Equal("not-xml", publication.Failure!.Code);
        Assert.DoesNotContain(EvidenceRoles.NoticeXml, Roles(publication));
    }

    [Fact]
    public async Task With_a_password_TenderNeds_own_XML_is_preferred()
    {
        _samples.Add(Id, SourceHost.Day, ted: "643394-2026");
        _samples.Write("ted/643394-2026.xml", "<Notice/>");
        await using var host = await SourceHost.StartAsync(_samples, configure: WithPassword);
        var publication = (await host.ReadAsync(Id)).Value!;
        Assert.EndsWith($"/publicaties/{Id}/public-xml", publication.Documents[0].Origin, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Requests.All, request => request.Target.StartsWith("/en/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_password_goes_to_no_other_address()
    {
        _samples.Add(Id, SourceHost.Day, ted: "643394-2026");
        await using var host = await SourceHost.StartAsync(_samples, configure: WithPassword);
        await host.ReadAsync(Id);
        var withPassword = host.Requests.All.Where(request => request.Headers.Authorization.Count > 0).ToList();
        Assert.EndsWith("/public-xml", Assert.Single(withPassword).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_to_another_source_leaves_the_password_behind()
    {
        _samples.Add(Id, SourceHost.Day, ted: "643394-2026");
        _samples.Write("ted/643394-2026.xml", "<Notice/>");
        var passwords = new List<string>();
        await using var ted = await ReplayServer.StartAsync(_samples.Root, fault: (context, next) =>
        {
            passwords.Add(context.Request.Headers.Authorization.ToString());
            return next();
        }, cancellationToken: TestContext.Current.CancellationToken);
        await using var host = await SourceHost.StartAsync(_samples, (context, next) =>
        {
            if (!context.Request.Path.Value!.EndsWith("/public-xml", StringComparison.Ordinal)) return next();
            context.Response.Redirect(ted.Ted + "/en/notice/643394-2026/xml");
            return Task.CompletedTask;
        }, (settings, server) =>
        {
            WithPassword(settings, server);
            settings.Ted.BaseAddress = ted.Ted;
        });
        Assert.Null((await host.ReadAsync(Id)).Value!.Failure);
        Assert.Equal([""], passwords);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_secret_is_logged_or_kept(bool isRight)
    {
        _samples.Add(Id, SourceHost.Day, ted: "643394-2026");
        await using var host = await SourceHost.StartAsync(_samples, configure: (settings, server) =>
        {
            WithPassword(settings, server);
            if (!isRight) settings.TenderNed.Password = "geheim-woord";
        });
        var publication = (await host.ReadAsync(Id)).Value!;
        var secrets = new[] { "wörd", "geheim-woord", Convert.ToBase64String(Encoding.UTF8.GetBytes("reader:pass:wörd")), Convert.ToBase64String("reader:geheim-woord"u8) };
        var everything = host.Log.Text + publication.Failure?.Text + string.Concat(publication.Documents.Concat(publication.Failure?.Documents ?? []).Select(document => document.Origin + Encoding.UTF8.GetString(document.Content.Span)));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, everything, StringComparison.Ordinal));
        Assert.NotEmpty(host.Log.Text);
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_the_rendering_kept()
    {
        _samples.Add(Id, SourceHost.Day);
        await using var host = await SourceHost.StartAsync(_samples, configure: (settings, server) =>
        {
            WithPassword(settings, server);
            settings.TenderNed.Password = "geheim-woord";
        });
        var publication = (await host.ReadAsync(Id)).Value!;
        Assert.Equal("refused", publication.Failure!.Code);
        Assert.Equal(EvidenceRoles.TenderNedHtml, publication.Documents[0].Role);
    }

    [Fact]
    public async Task A_withdrawn_publication_is_not_found()
    {
        await using var host = await SourceHost.StartAsync(_samples);
        Assert.Equal("not-found", (await host.ReadAsync("1")).Failure!.Code);
    }

    [Theory]
    [InlineData("""{"publicatieId":1}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    public async Task A_detail_of_something_else_is_a_failure(string detail)
    {
        _samples.Add(Id, SourceHost.Day);
        _samples.Write($"tenderned/publicaties/{Id}.json", detail);
        await using var host = await SourceHost.StartAsync(_samples);
        Assert.Equal("shape", (await host.ReadAsync(Id)).Failure!.Code);
    }

    [Theory]
    [InlineData("gerelateerd", """{"error":"x"}""")]
    [InlineData("html", """{"error":"x"}""")]
    public async Task A_part_of_another_shape_is_left_out_and_said(string part, string body)
    {
        _samples.Add(Id, SourceHost.Day);
        _samples.Write($"tenderned/publicaties/{Id}.{part}.json", body);
        await using var host = await SourceHost.StartAsync(_samples);
        var publication = (await host.ReadAsync(Id)).Value!;
        Assert.Equal("shape", publication.Failure!.Code);
        Assert.Equal(2, publication.Documents.Count);
        Assert.Equal(EvidenceRoles.Unread, publication.Failure.Documents.Single().Role);
    }

    [Fact]
    public async Task A_number_that_is_none_of_TEDs_is_not_made_part_of_an_address()
    {
        _samples.Add(Id, SourceHost.Day, ted: "../../x?-2026");
        await using var host = await SourceHost.StartAsync(_samples);
        Assert.Null((await host.ReadAsync(Id)).Value!.Failure);
        Assert.DoesNotContain(host.Requests.All, request => request.Target.Contains("x?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_retrieved_can_be_read_and_linked()
    {
        _samples.Add(Id, SourceHost.Day, ted: "00643394-2026", detail: """{"kenmerk":612851}""",
            related: """[{"publicatieId":440454},{"publicatieId":430001,"kenmerk":612851},{"publicatieId":"430001"}]""");
        _samples.Write("ted/643394-2026.xml", "<Notice/>");
        await using var host = await SourceHost.StartAsync(_samples);
        var publication = (await host.ReadAsync(Id)).Value!;
        var read = Assert.IsType<PublicationReading.Read>(host.Reader.Read(publication.Key, publication.Documents));
        Assert.Equal("uit XML", read.Notice.Title);
        Assert.Equal(SourceHost.Day, read.Published);
        Assert.Equal(612851, read.Links.Kenmerk);
        Assert.Equal(["430001"], read.Links.RelatedPublications);
        Assert.Equal(["643394-2026"], read.Links.TedNumbers);
        Assert.Equal("https://www.tenderned.nl/aankondigingen/overzicht/440454", read.Links.Page);
    }

    private static void WithPassword(SourcesSettings settings, ReplayServer server)
    {
        settings.TenderNed.User = "reader";
        settings.TenderNed.Password = "pass:wörd";
    }

    private static IEnumerable<string> Roles(Publication publication) => publication.Documents.Select(document => document.Role);
}
