using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Watching;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Tests.Watching.Support;
using TenderWatch.Sources;
using TenderWatch.Sources.Tests.TenderNed;

namespace TenderWatch.Local.Tests.Watching;

/// <summary>What cannot be read is kept with its reason, and the rest goes on.</summary>
public sealed class QuarantineTests : IDisposable
{
    private const string Ted = "88000001-2026";
    private const int Limit = 64 * 1024;
    private const int QuarantineLogged = 102;

    private readonly SampleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("truncated", "truncated")]
    [InlineData("encoding", "encoding")]
    [InlineData("dtd", "dtd")]
    [InlineData("empty-root", "not-a-notice")]
    public async Task A_broken_notice_is_kept_with_its_reason_and_told_once_while_the_others_are_taken_in(string how, string code)
    {
        var bytes = Broken(how);
        _folder.AddRendered("1001", "Slimme meters").AddXml("1002", Ted, bytes).AddRendered("1003", "Slimme meters");
        await using var world = await World.CreateAsync(_folder.Root);
        await using var host = world.Start();
        var first = await host.WatchAsync(Samples.Day);
        Assert.Null(first.Failure);
        Assert.Equal(2, (await host.Cases.ListAsync(Host.Stop)).Count);

        var broken = Assert.Single(await host.QuarantineAsync());
        Assert.Equal(("tenderned:1002", code), (broken.Key.ToString(), broken.Fault.Code));
        Assert.Equal(bytes, await host.BytesAsync(broken.Documents[0]));
        Assert.Equal(EvidenceRoles.NoticeXml, broken.Documents[0].Role);

        // Another item on the list makes the day be looked through once more.
        _folder.AddRendered("1004", "Groenonderhoud");
        Assert.Equal(["tenderned:1004"], (await host.WatchAsync(Samples.Day)).Results.Select(result => result.Key.ToString()));
        Assert.Equal(1, world.Arrived.TimesLogged(QuarantineLogged));
        Assert.Single(await host.QuarantineAsync());
    }

    [Theory]
    [InlineData("shape", "shape")]
    [InlineData("empty", "empty-answer")]
    [InlineData("large", "too-large")]
    [InlineData("withdrawn", "not-found")]
    [InlineData("maintenance", "not-json")]
    public async Task What_the_source_does_not_give_properly_is_kept_and_asked_for_again_without_being_told_again(string how, string code)
    {
        _folder.AddRendered("1001", "Slimme meters").AddRendered("1002", "Slimme meters").AddRendered("1003", "Slimme meters");
        var detail = Path.Combine(_folder.Root, "tenderned", "publicaties", "1002.json");
        var (good, bytes) = (await File.ReadAllTextAsync(detail, Host.Stop), Array.Empty<byte>());
        if (how == "shape") bytes = Samples.Bytes("""{"publicaties":[1002]}""");
        if (how == "large") bytes = Samples.Bytes("{\"x\":\"" + new string('x', Limit) + "\"}");
        if (how == "maintenance") bytes = Samples.Bytes("<!doctype html><title>Onderhoud</title>");
        if (how == "withdrawn") File.Delete(detail);
        else await File.WriteAllBytesAsync(detail, bytes, Host.Stop);

        var isBroken = true;
        await using var world = await World.CreateAsync(_folder.Root, (context, next) =>
        {
            if (how != "empty" || !isBroken || context.Request.Path.Value?.EndsWith("/1002", StringComparison.Ordinal) != true) return next();
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return Task.CompletedTask;
        });
        await using var host = world.Start(documentBytes: Limit);
        await host.WatchAsync(Samples.Day);
        Assert.Equal(2, (await host.Cases.ListAsync(Host.Stop)).Count);
        var broken = Assert.Single(await host.QuarantineAsync());
        Assert.Equal(("tenderned:1002", code, true), (broken.Key.ToString(), broken.Fault.Code, broken.AskAgain));
        Assert.Equal(bytes.Length > 0 ? 1 : 0, broken.Documents.Count);
        if (bytes.Length > 0) Assert.Equal(bytes[..Math.Min(bytes.Length, Limit)], await host.BytesAsync(broken.Documents[0]));

        Assert.Empty((await host.WatchAsync(Samples.Day)).Results);
        world.Time.Advance(TimeSpan.FromHours(1));
        var again = Assert.Single((await host.WatchAsync(Samples.Day)).Results);
        Assert.Equal((IntakeOutcome.Quarantined, false), (again.Outcome, again.IsNew));
        Assert.Equal(1, world.Arrived.TimesLogged(QuarantineLogged));

        isBroken = false;
        await File.WriteAllTextAsync(detail, good, Host.Stop);
        world.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(IntakeOutcome.Linked, Assert.Single((await host.WatchAsync(Samples.Day)).Results).Outcome);
        Assert.Empty(await host.QuarantineAsync());
        Assert.Equal(3, (await host.Cases.ListAsync(Host.Stop)).Count);
        Assert.Empty((await host.StateAsync()).Retries);
    }

    [Fact]
    public async Task HTML_in_place_of_the_XML_is_kept_beside_what_could_be_read()
    {
        var page = Broken("html");
        _folder.AddXml("1001", Ted, page);
        await using var world = await World.CreateAsync(_folder.Root);
        await using var host = world.Start();
        await host.WatchAsync(Samples.Day);
        var notice = (await host.FindAsync("1001"))!.Notice;
        Assert.True(notice.Incomplete);
        Assert.Equal(
            [EvidenceRoles.TenderNedHtml, EvidenceRoles.TenderNedDetail, EvidenceRoles.TenderNedRelated, EvidenceRoles.Unread],
            notice.Documents.Select(document => document.Role));
        Assert.Equal(page, await host.BytesAsync(notice.Documents[^1]));
        Assert.True((await host.VerifyAsync()).Intact);

        // Its case reads the notice again from those documents.
        Assert.Equal("Slimme meters", (await host.CaseOfAsync("1001")).Title);
        Assert.Single((await host.StateAsync()).Retries);
    }

    [Theory]
    [InlineData("truncated", "truncated")]
    [InlineData("encoding", "encoding")]
    [InlineData("dtd", "dtd")]
    [InlineData("html", "html")]
    [InlineData("empty-root", "not-a-notice")]
    public async Task A_broken_file_is_kept_with_its_reason_and_the_next_is_taken_in(string how, string code)
    {
        await using var world = await World.CreateAsync(_folder.Root);
        await using var host = world.Start();
        var files = host.Get<FileIntake>();
        var (broken, good) = (Path.Combine(_folder.Root, "broken.xml"), Path.Combine(_folder.Root, "good.xml"));
        await File.WriteAllBytesAsync(broken, Broken(how), Host.Stop);
        await File.WriteAllTextAsync(good, Samples.Xml(Ted), Host.Stop);

        var first = await files.TakeAsync(broken, "broken.xml", Host.Stop);
        Assert.Equal((IntakeOutcome.Quarantined, true, code), (first.Outcome, first.IsNew, first.Fault!.Code));
        Assert.False((await files.TakeAsync(broken, "broken.xml", Host.Stop)).IsNew);
        Assert.Equal(IntakeOutcome.Linked, (await files.TakeAsync(good, "good.xml", Host.Stop)).Outcome);
        var kept = Assert.Single(await host.QuarantineAsync());
        Assert.Equal(Broken(how), await host.BytesAsync(Assert.Single(kept.Documents)));
        Assert.Equal("broken.xml", kept.Documents[0].Origin);
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_kept_whole_and_never_read_into_memory()
    {
        await using var world = await World.CreateAsync(_folder.Root);
        await using var host = world.Start(documentBytes: Limit);
        var path = Path.Combine(_folder.Root, "large.xml");
        const int Length = 9 * 1024 * 1024 + 1; // several blocks and a rest
        await using (var sparse = File.Create(path)) sparse.SetLength(Length);
        var result = await host.Get<FileIntake>().TakeAsync(path, "large.xml", Host.Stop);
        Assert.Equal((IntakeOutcome.Quarantined, true, "too-large"), (result.Outcome, result.IsNew, result.Fault!.Code));
        Assert.False((await host.Get<FileIntake>().TakeAsync(path, "large.xml", Host.Stop)).IsNew);

        var kept = Assert.Single(await host.QuarantineAsync());
        Assert.Equal((EvidenceRoles.Unread, (long)Length), (kept.Documents[0].Role, kept.Documents[0].Length));
        var bytes = await host.BytesAsync(kept.Documents[0]);
        Assert.Equal((Length, false), (bytes.Length, bytes.AsSpan().ContainsAnyExcept((byte)0)));
    }

    [Fact]
    public async Task After_an_upgrade_of_extraction_a_quarantined_notice_is_read_from_its_bytes_and_opens_its_case()
    {
        _folder.AddXml("1001", Ted, Broken("encoding"));
        await using var world = await World.CreateAsync(_folder.Root);
        await using (var old = world.Start())
        {
            await old.WatchAsync(Samples.Day);
            Assert.Empty(await old.Pipeline.RetryQuarantinedAsync(Host.Stop));
            Assert.Single(await old.QuarantineAsync());
        }

        Directory.Delete(Path.Combine(_folder.Root, "ted"), recursive: true); // its source no longer has it
        await using var host = world.Start(change: services => services.Replace(ServiceDescriptor.Singleton<IPublicationReader>(new Latin1Reader())));
        var released = Assert.Single(await host.Pipeline.RetryQuarantinedAsync(Host.Stop));
        Assert.Equal((IntakeOutcome.Linked, true, true), (released.Outcome, released.IsNew, released.HasCase));
        await host.SettleAsync();
        Assert.Empty(await host.QuarantineAsync());
        Assert.Equal("Communicatiemodules voor slimme meters", (await host.CaseOfAsync("1001")).Title);
        Assert.Equal(2, world.Arrived.Messages.Count);
        Assert.Empty(await host.Pipeline.RetryQuarantinedAsync(Host.Stop));
        Assert.Empty((await host.WatchAsync(Samples.Day)).Results);
    }

    [Fact]
    public async Task What_an_upgrade_cannot_read_either_is_tried_once_for_each_version()
    {
        _folder.AddXml("1001", Ted, Broken("truncated"));
        await using var world = await World.CreateAsync(_folder.Root);
        await using (var old = world.Start()) await old.WatchAsync(Samples.Day);
        await using var host = world.Start(change: services => services.Replace(ServiceDescriptor.Singleton<IPublicationReader>(new Latin1Reader())));
        var before = Assert.Single(await host.QuarantineAsync());
        Assert.Empty(await host.Pipeline.RetryQuarantinedAsync(Host.Stop));
        var after = Assert.Single(await host.QuarantineAsync());
        Assert.Equal(("3", "latin-1", before.At), (before.ExtractorVersion, after.ExtractorVersion, after.At));
    }

    private static byte[] Broken(string how)
    {
        var xml = Samples.Xml(Ted);
        return how switch
        {
            "truncated" => Samples.Bytes(xml[..(xml.Length / 2)]),
            "encoding" => Encoding.Latin1.GetBytes(xml.Replace("Netbeheer", "Nétbeheer", StringComparison.Ordinal)),
            "dtd" => Samples.Bytes(xml.Insert(xml.IndexOf("?>", StringComparison.Ordinal) + 2, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")),
            "html" => Samples.Bytes("<html><body>Onderhoud</body></html>"),
            "empty-root" => Samples.Bytes("<Notice/>"),
            _ => throw new ArgumentOutOfRangeException(nameof(how), how, null),
        };
    }

    /// <summary>Reads XML that says it is UTF-8 and is Latin-1.</summary>
    private sealed class Latin1Reader : IPublicationReader
    {
        private readonly PublicationReader _reader = new(Repaired);

        public string Version => "latin-1";

        public PublicationReading Read(NoticeKey key, IReadOnlyList<SourceDocument> documents) => _reader.Read(key, documents);

        private static NoticeReading Repaired(Stream stream)
        {
            using var text = new StreamReader(stream, Encoding.Latin1);
            return NoticeXml.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.ReadToEnd())));
        }
    }
}
