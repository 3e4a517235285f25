using System.IO.Compression;
using System.Text;
using TenderWatch.Core.Dossiers;
using TenderWatch.Core.Languages;
using TenderWatch.Local.Tests.Entries;
using UglyToad.PdfPig;

namespace TenderWatch.Local.Tests.Dossiers;

/// <summary>A marked price is sought in every byte of a public dossier: in its files, in what is compressed within them, and in the text of its PDF.</summary>
public sealed class PublicDossierTests
{
    [Fact]
    public async Task No_byte_of_a_public_dossier_tells_of_a_confidential_bid_and_an_internal_one_does()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/chromium"), "there is no browser at /usr/bin/chromium");
        using var exported = await ExportedCase.CreateAsync(prints: true);
        await EnterAsync(exported);

        var open = await exported.ExportAsync(file: "public.zip");
        var all = await exported.ExportAsync("internal", file: "internal.zip");
        Assert.Equal((0, 0), ((await exported.Cli.RunAsync("verify", open)).ExitCode, (await exported.Cli.RunAsync("verify", all)).ExitCode));

        Assert.Empty(Marks.In(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(open, TestContext.Current.CancellationToken))));
        foreach (var (path, content) in ExportedCase.FilesOf(open))
        {
            Assert.Empty(Marks.In(path));
            foreach (var text in Readings(content))
            {
                if (Marks.In(text) is [var mark, ..]) Assert.Fail($"{path}: {Around(text, mark)}");
            }
        }

        var (published, kept) = (ExportedCase.FilesOf(open), ExportedCase.FilesOf(all));
        Assert.Empty(Marks.In(TextOf(published["dossier.pdf"])));
        Assert.Contains("vertrouwelijk", TextOf(published["dossier.pdf"]), StringComparison.Ordinal);

        // The same search finds what the internal one has, in the page, the PDF and the evidence.
        Assert.NotEmpty(Marks.In(Encoding.UTF8.GetString(kept["index.html"])));
        Assert.NotEmpty(Marks.In(TextOf(kept["dossier.pdf"])));
        Assert.Contains(kept, file => file.Key.StartsWith("evidence-confidential/", StringComparison.Ordinal) && Marks.In(Encoding.UTF8.GetString(file.Value)).Count > 0);

        // What rests on bids says so beside its verdict; of procedures neither edition says what is not so.
        var page = Encoding.UTF8.GetString(published["index.html"]);
        Assert.Contains(ConfidentialWords.RestsOn.Nl, System.Net.WebUtility.HtmlDecode(page[page.IndexOf("verdict-lines", StringComparison.Ordinal)..page.IndexOf("id=\"decisions\"", StringComparison.Ordinal)]), StringComparison.Ordinal);
        Assert.DoesNotContain("geen prijs is een procedure gestart", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Equal((false, true), (published.ContainsKey("case/decisions.json"), kept.ContainsKey("case/decisions.json")));

        // What is left out stands there by digest and reason.
        var manifest = DossierManifest.Parse(published["manifest.json"]);
        Assert.Equal(
            kept.Keys.Where(path => path.StartsWith("evidence-confidential/", StringComparison.Ordinal)).Select(path => path["evidence-confidential/".Length..]),
            manifest.Withheld.Select(one => one.Sha256.Hex));
        Assert.Contains(manifest.Withheld, one => one.Reason == WithheldReasons.Tenders);
        Assert.Contains(manifest.Withheld, one => one.Reason == WithheldReasons.Filings);
        Assert.Contains(manifest.Withheld, one => one.Reason == WithheldReasons.Derived);
    }

    [Fact]
    public async Task A_printed_dossier_is_the_same_again_and_holds_no_moment_and_no_path_of_its_printing()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/chromium"), "there is no browser at /usr/bin/chromium");
        using var exported = await ExportedCase.CreateAsync(prints: true);
        var (first, again) = (ExportedCase.FilesOf(await exported.ExportAsync(file: "1.zip")), ExportedCase.FilesOf(await exported.ExportAsync(file: "2.zip")));
        Assert.Equal(first["dossier.pdf"], again["dossier.pdf"]);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(exported.Cli.Folder, "1.zip"), TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(Path.Combine(exported.Cli.Folder, "2.zip"), TestContext.Current.CancellationToken));
        var text = Encoding.Latin1.GetString(first["dossier.pdf"]);
        Assert.Contains("/CreationDate (D:19800101000000", text, StringComparison.Ordinal);
        Assert.Contains("/ModDate (D:19800101000000", text, StringComparison.Ordinal);
        Assert.All(Readings(first["dossier.pdf"]), reading => Assert.DoesNotContain("tenderwatch-print", reading, StringComparison.Ordinal));
        Assert.Contains("Voor hoeveel", TextOf(first["dossier.pdf"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_an_award_is_known_no_public_dossier_tells_that_there_are_bids()
    {
        using var exported = await ExportedCase.CreateAsync(isAwarded: false);
        await exported.ExportAsync(file: "without.zip");
        await EnterAsync(exported);
        var refused = await exported.Cli.RunAsync("export", exported.Id, "--by", ExportedCase.By);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("the outcome of some lot is not known", refused.Error, StringComparison.Ordinal);
        await exported.ExportAsync("internal", file: "internal.zip");
    }

    private static async Task EnterAsync(ExportedCase exported)
    {
        exported.Cli.Write("bids.csv", Marks.Bids);
        exported.Cli.Write("filing.json", Marks.Filing);
        foreach (var (command, file) in new[] { ("bids", "bids.csv"), ("filing", "filing.json") })
        {
            var entered = await exported.Cli.RunAsync(command, exported.Id, file, "--by", ExportedCase.By);
            Assert.True(entered.ExitCode == 0, entered.Error);
        }
    }

    private static string Around(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        return text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)];
    }

    // The bytes as they are, and whatever in them is a zlib stream (RFC 1950), wherever it begins.
    private static IEnumerable<string> Readings(byte[] content)
    {
        yield return Encoding.UTF8.GetString(content);
        yield return Encoding.Unicode.GetString(content);
        for (var at = 0; at + 2 < content.Length; at++)
        {
            if (content[at] != 0x78 || ((content[at] << 8) | content[at + 1]) % 31 != 0) continue;
            using var zlib = new ZLibStream(new MemoryStream(content, at, content.Length - at), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            try
            {
                zlib.CopyTo(plain);
            }
            catch (Exception wrong) when (wrong is InvalidDataException or IOException)
            {
                // No stream, or one that ends otherwise: what came out of it counts.
            }

            if (plain.Length > 0) yield return Encoding.Latin1.GetString(plain.ToArray());
        }
    }

    private static string TextOf(byte[] print)
    {
        using var document = PdfDocument.Open(print);
        return string.Join('\n', document.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text))));
    }
}
