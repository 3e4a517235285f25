using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Notices;
using TenderWatch.Sources.Ted;
using TenderWatch.Sources.Tests.TenderNed;

namespace TenderWatch.Sources.Tests.BadInput;

/// <summary>A gigabyte of whatever a parser could be kept busy with. None of it is held: it is made as it is read, and the reading ends long before it does.</summary>
public sealed class GiantInputTests : IDisposable
{
    private const long Gigabyte = 1L << 30;
    private const long Memory = 768L * 1024 * 1024;
    private const string Ubl = "urn:oasis:names:specification:ubl:schema:xsd:";
    private const string Root = $"<ContractNotice xmlns=\"{Ubl}ContractNotice-2\" xmlns:cbc=\"{Ubl}CommonBasicComponents-2\" xmlns:cac=\"{Ubl}CommonAggregateComponents-2\">";
    private const string Id = Root + "<cbc:ID schemeName=\"notice-id\">";
    private const string Form = "<TED_EXPORT xmlns=\"http://publications.europa.eu/resource/schema/ted/R2.0.9/publication\"><FORM_SECTION><F02_2014 CATEGORY=\"ORIGINAL\" FORM=\"F02\" LG=\"NL\">";

    private static readonly string White = new(' ', 60_000);
    private static readonly string Digits = new('9', 60_000);

    private readonly SampleFolder _samples = new();

    public static TheoryData<string> Cases => new(Inputs.Keys);

    private static Dictionary<string, (string Start, Func<int, string> Piece)> Inputs { get; } = new(StringComparer.Ordinal)
    {
        ["white space before the root"] = ("", _ => White),
        ["white space in the root"] = (Root, _ => White),
        ["white space in a text"] = (Id, _ => White),
        ["digits"] = (Id, _ => Digits),
        ["a text that nobody reads"] = (Root + "<x>", _ => Digits),
        ["a text in pieces"] = (Id, _ => "9<!---->"),
        ["an attribute"] = (Root + "<cbc:ID schemeName=\"", _ => White),
        ["white space in a tag"] = (Root + "<cbc:ID ", _ => White),
        ["a name"] = (Root + "<", _ => Digits.Replace('9', 'a')),
        ["names"] = (Root, number => $"<a{number}/>"),
        ["attributes"] = (Root + "<x ", number => $"a{number}='' "),
        ["namespaces"] = (Root, number => $"<x xmlns='{number}'/>"),
        ["a comment"] = (Root + "<!--", _ => White),
        ["a comment with signs of tags"] = (Root + "<!--", _ => "<"),
        ["a processing instruction"] = (Root + "<?x ", _ => White),
        ["a CDATA section"] = (Id + "<![CDATA[", _ => White),
        ["nesting"] = (Root, _ => "<a>"),
        ["lots"] = (Root, _ => "<cac:ProcurementProjectLot/>"),
        ["problems"] = (Root + "<cac:ProcurementProject>", _ => "<cac:MainCommodityClassification><cbc:ItemClassificationCode>x</cbc:ItemClassificationCode></cac:MainCommodityClassification>"),
        ["white space in a form"] = (Form, _ => White),
        ["elements in a form"] = (Form, _ => "<P/>"),
        ["attributes in a form"] = (Form, number => $"<P a{number}=''/>"),
        ["marks in a paragraph of a form"] = (Form + "<P>", _ => "<FT/>"),
        ["nesting before a form"] = (Form.Replace("CATEGORY", "x", StringComparison.Ordinal), _ => "<A>"),
        ["white space before a form"] = (Form.Replace("CATEGORY", "x", StringComparison.Ordinal), _ => White),
    };

    public void Dispose() => _samples.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_gigabyte_in_a_notice_is_given_up_soon_and_takes_little_memory(string name)
    {
        var (start, piece) = Inputs[name];
        using var stream = new EndlessStream(start, piece, Gigabyte);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.GetTimestamp();
        var fault = Assert.IsType<NoticeReading.Unreadable>(NoticeXml.Read(stream)).Fault;
        Assert.Contains(fault.Code, (string[])["too-large", "too-deep"]);
        Assert.InRange(stream.Taken, 0, 64L * 1024 * 1024);
        // All that was ever allocated, the input itself included: what is held at once is less.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Memory);
        Assert.InRange(Stopwatch.GetElapsedTime(clock), TimeSpan.Zero, TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task A_gigabyte_of_white_space_in_a_package_is_named_and_the_next_notice_is_read()
    {
        // 1 GB compresses to 1 MB, which is held; what it expands to is not.
        using var package = new MemoryStream();
        using (var gzip = new GZipStream(package, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(gzip, TarEntryFormat.Ustar))
        {
            tar.WriteEntry(Entry("1.xml", "<a/>"u8.ToArray()));
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "2.xml") { DataStream = new SizedStream(new EndlessStream("", _ => White, Gigabyte / 60_000 * 60_000), Gigabyte / 60_000 * 60_000) });
            tar.WriteEntry(Entry("3.xml", "<a/>"u8.ToArray()));
        }

        package.Position = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var notices = new List<PackagedNotice>();
        await foreach (var notice in TedPackage.ReadAsync(package, 64 * 1024 * 1024, TestContext.Current.CancellationToken)) notices.Add(notice);
        Assert.Equal(["1.xml", "2.xml"], notices.Take(2).Select(notice => notice.Name));
        Assert.Equal("too-large", notices[1].Fault!.Code);
        // Either the next notice follows, or the package is called a bomb: it expands a thousand times.
        Assert.True(notices[^1].Name == "3.xml" || notices[^1].Fault!.Code == "too-large");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Memory);
    }

    [Theory]
    [InlineData("application/json", "{\"content\":[", " ")]
    [InlineData("application/json", "[", "[")]
    [InlineData("application/json", "{\"html\":\"", " ")]
    public async Task An_endless_answer_is_cut_at_the_limit(string mediaType, string start, string piece)
    {
        const int Limit = 1024 * 1024;
        await using var host = await SourceHost.StartAsync(_samples, async (context, _) =>
        {
            context.Response.ContentType = mediaType;
            await context.Response.WriteAsync(start);
            var pieces = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 60_000)));
            try
            {
                for (long sent = 0; sent < Gigabyte; sent += pieces.Length) await context.Response.Body.WriteAsync(pieces, context.RequestAborted);
            }
            catch (Exception gone) when (gone is OperationCanceledException or IOException)
            {
                // The client has had enough, as it should.
            }
        }, (settings, _) => settings.MaximumDocumentBytes = Limit);
        var failure = (await host.ProbeAsync())!;
        Assert.Equal("too-large", failure.Code);
        Assert.Equal(Limit, failure.Documents.Single().Content.Length);
    }

    private static UstarTarEntry Entry(string name, byte[] content) => new(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) };

    /// <summary>What the archive must know beforehand: how long a stream is.</summary>
    private sealed class SizedStream(Stream inner, long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, (int)Math.Min(count, length - Position));
            Position += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
