using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using TenderWatch.Sources.Ted;

namespace TenderWatch.Sources.Tests.Ted;

public sealed class TedPackageTests
{
    [Fact]
    public async Task The_notices_come_one_by_one_in_order_and_other_files_are_left_alone()
    {
        var package = Package(("20260001/1_2026.xml", "<a/>"u8.ToArray()), ("20260001/readme.txt", "x"u8.ToArray()), ("20260001/2_2026.xml", "<b/>"u8.ToArray()));
        Assert.Equal(["1_2026.xml", "2_2026.xml"], (await ReadAsync(package)).Select(notice => notice.Name));
    }

    [Fact]
    public async Task A_notice_that_is_too_large_is_named_and_the_next_one_is_read()
    {
        var notices = await ReadAsync(Package(("1.xml", new byte[101]), ("2.xml", new byte[100])), maximum: 100);
        Assert.Equal(["too-large", null], notices.Select(notice => notice.Fault?.Code));
    }

    [Fact]
    public async Task Every_truncation_gives_what_came_before_and_says_that_the_package_breaks_off()
    {
        var random = new Random(7);
        var content = new byte[3000];
        random.NextBytes(content);
        var package = Package(("1.xml", content), ("2.xml", content));
        for (var length = 0; length < package.Length - 600; length += 97)
        {
            var notices = await ReadAsync(package[..length]);
            Assert.All(notices, notice => Assert.True(notice.Content is null || notice.Content.SequenceEqual(content)));
            if (notices.Count < 2) Assert.True(length == 0 || notices is [.., { Fault.Code: "broken-package" }], $"{length}: {notices.Count}");
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_package_are_named() => Assert.Equal("broken-package", Assert.Single(await ReadAsync("<html>"u8.ToArray())).Fault!.Code);

    [Theory]
    [InlineData(100, 8)] // mode
    [InlineData(108, 8)] // owner
    [InlineData(116, 8)] // group
    [InlineData(124, 12)] // size
    [InlineData(136, 12)] // time
    [InlineData(148, 8)] // check sum
    [InlineData(156, 1)] // kind
    [InlineData(257, 8)] // format
    public async Task A_header_that_says_what_cannot_be_is_named_and_never_thrown(int field, int length)
    {
        foreach (var filling in new[] { 0xFF, 0x80, 0x37, 0x39, 0x2D, 0x00 })
        {
            var tar = Expanded(Package(("a.xml", "<a/>"u8.ToArray()), ("b.xml", "<b/>"u8.ToArray())));
            tar.AsSpan(field, length).Fill((byte)filling);
            if (field != 148) Sign(tar);
            var notices = await ReadAsync(Compressed(tar));
            Assert.All(notices, notice => Assert.True(notice.Content is not null || notice.Fault!.Code is "broken-package" or "too-large"));
        }
    }

    [Fact]
    public async Task A_bomb_is_given_up()
    {
        var notices = await ReadAsync(Package([.. Enumerable.Range(0, 40).Select(number => ($"{number}.xml", new byte[4 * 1024 * 1024]))]), maximum: 8 * 1024 * 1024);
        Assert.Equal("too-large", notices[^1].Fault!.Code);
        Assert.InRange(notices.Count, 2, 30);
    }

    private static void Sign(Span<byte> header)
    {
        header.Slice(148, 8).Fill((byte)' ');
        var sum = 0;
        foreach (var one in header[..512]) sum += one;
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ", header.Slice(148, 8));
    }

    private static byte[] Expanded(byte[] package)
    {
        using var gzip = new GZipStream(new MemoryStream(package), CompressionMode.Decompress);
        using var tar = new MemoryStream();
        gzip.CopyTo(tar);
        return tar.ToArray();
    }

    private static byte[] Compressed(byte[] tar)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(tar);
        return bytes.ToArray();
    }

    private static async Task<List<PackagedNotice>> ReadAsync(byte[] package, int maximum = 1_000_000)
    {
        var notices = new List<PackagedNotice>();
        using var stream = new MemoryStream(package);
        await foreach (var notice in TedPackage.ReadAsync(stream, maximum, TestContext.Current.CancellationToken)) notices.Add(notice);
        return notices;
    }

    private static byte[] Package(params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
        {
            foreach (var (name, content) in files) tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        }

        return bytes.ToArray();
    }
}
