using System.IO.Compression;
using System.Text;
using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Storage;

namespace TenderWatch.Local.Tests.Dossiers;

/// <summary><c>export</c> and <c>verify</c> of a dossier as a user runs them.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task A_dossier_verifies_is_the_same_again_and_its_making_stands_in_the_ledger()
    {
        using var exported = await ExportedCase.CreateAsync();
        var first = await exported.ExportAsync(file: "first.zip");
        var again = await exported.ExportAsync(file: "again.zip");
        Assert.Equal(await File.ReadAllBytesAsync(first, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(again, TestContext.Current.CancellationToken));

        var verified = await exported.Cli.RunAsync("verify", first);
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
        Assert.Contains("Verified, intact", verified.Output, StringComparison.Ordinal);
        Assert.Contains("compare it with the one that the contracting entity made known", verified.Output, StringComparison.Ordinal);

        var ledger = await LedgerAsync(exported);
        var made = ledger.Where(entry => entry.Kind == "dossier-exported").ToList();
        Assert.Equal(2, made.Count);
        Assert.All(made, entry => Assert.Equal((ExportedCase.By, "public", "nl"), (Text(entry, "by"), Text(entry, "audience"), Text(entry, "language"))));
        Assert.All(made, entry => Assert.Equal(Digest.Of(File.ReadAllBytes(first)).Hex, Text(entry, "archive")));
        var storage = await exported.Cli.RunAsync("verify");
        Assert.True(storage.ExitCode == 0, storage.Output + storage.Error);

        // It covers what happened before it was made, entry by entry.
        var files = ExportedCase.FilesOf(first);
        Assert.Equal(ledger.Count - 2, files.Keys.Count(path => path.StartsWith("ledger/", StringComparison.Ordinal)));
        Assert.True(files.ContainsKey("rules/alt.md") && files.ContainsKey("evidence-format.md") && !files.ContainsKey("dossier.pdf"));
        Assert.Contains("question-1", Encoding.UTF8.GetString(files["answers/parliament-2026-01.html"]), StringComparison.Ordinal);
        Assert.True(files.ContainsKey("answers/parliament-2026-01.json"));
        var page = Encoding.UTF8.GetString(files["index.html"]);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Opslaan als PDF", page, StringComparison.Ordinal);
        Assert.Contains("Niet te beoordelen", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happens_in_the_case_makes_another_dossier_and_the_earlier_one_stays_valid()
    {
        using var exported = await ExportedCase.CreateAsync();
        var before = await exported.ExportAsync("internal", "en", "before.zip");
        exported.Cli.Write("bids.csv", "Inschrijver;Prijs;Valuta\nVoorbeeld A B.V.;9000000;EUR\nVoorbeeld B B.V.;21000000;EUR\nVoorbeeld C B.V.;22000000;EUR\n");
        var bids = await exported.Cli.RunAsync("bids", exported.Id, "bids.csv", "--by", ExportedCase.By);
        Assert.True(bids.ExitCode == 0, bids.Error);
        var after = await exported.ExportAsync("internal", "en", "after.zip");

        Assert.Equal((0, 0), ((await exported.Cli.RunAsync("verify", before)).ExitCode, (await exported.Cli.RunAsync("verify", after)).ExitCode));
        var (old, files) = (ExportedCase.FilesOf(before), ExportedCase.FilesOf(after));
        Assert.DoesNotContain(old.Keys, path => path.StartsWith("checkpoints/0000000002", StringComparison.Ordinal));
        Assert.Contains("checkpoints/0000000002.json", files.Keys);
        var page = Encoding.UTF8.GetString(files["index.html"]);
        Assert.Contains("CONFIDENTIAL", page, StringComparison.Ordinal);
        Assert.Contains("EUR 9,000,000", page, StringComparison.Ordinal);
        Assert.Contains("Nothing: all evidence is enclosed.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_files_are_named_in_an_archive_and_in_a_folder()
    {
        using var exported = await ExportedCase.CreateAsync();
        var archive = await exported.ExportAsync();
        var folder = Path.Combine(exported.Cli.Folder, "unpacked");
        await ZipFile.ExtractToDirectoryAsync(archive, folder, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await exported.Cli.RunAsync("verify", "--folder", folder)).ExitCode);

        await File.AppendAllTextAsync(Path.Combine(folder, "index.html"), "<p>nothing was found</p>", TestContext.Current.CancellationToken);
        var entry = Path.Combine(folder, "ledger", exported.Id, "0000000002.json");
        File.Delete(entry);
        await File.WriteAllTextAsync(Path.Combine(folder, "case", "more.txt"), "x", TestContext.Current.CancellationToken);
        var told = await exported.Cli.RunAsync("verify", "--folder", folder, "--json");
        Assert.Equal(1, told.ExitCode);
        using var report = JsonDocument.Parse(told.Output);
        var named = report.RootElement.GetProperty("faults").EnumerateArray().Select(fault => $"{fault.GetProperty("blob").GetString()}: {fault.GetProperty("code").GetString()}").ToList();
        Assert.Contains("index.html: altered", named);
        Assert.Contains("case/more.txt: inserted", named);
        Assert.Contains($"ledger/{exported.Id}/0000000002.json: missing", named);

        File.Delete(Path.Combine(folder, "manifest.json"));
        var headless = await exported.Cli.RunAsync("verify", "--folder", folder);
        Assert.Equal((1, true), (headless.ExitCode, headless.Output.Contains("manifest.json: missing", StringComparison.Ordinal)));

        var bytes = await File.ReadAllBytesAsync(archive, TestContext.Current.CancellationToken);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(archive, bytes, TestContext.Current.CancellationToken);
        var changed = await exported.Cli.RunAsync("verify", archive);
        Assert.Equal(1, changed.ExitCode);
        Assert.Contains("zip: container", changed.Output, StringComparison.Ordinal);
        Assert.Contains("NOT intact", changed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_made_or_read_is_refused_in_words_and_leaves_no_file()
    {
        using var exported = await ExportedCase.CreateAsync();
        var unknown = await exported.Cli.RunAsync("export", "0123456789ab");
        var nowhere = await exported.Cli.RunAsync("export", exported.Id, "--out", "no/such/folder/dossier.zip");
        var audience = await exported.Cli.RunAsync("export", exported.Id, "--audience", "everybody");
        var unread = await exported.Cli.RunAsync("verify", "no-such.zip");
        Assert.Equal((2, 2, 2, 2), (unknown.ExitCode, nowhere.ExitCode, audience.ExitCode, unread.ExitCode));
        Assert.Contains("There is no case 0123456789ab", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("does not exist", nowhere.Error, StringComparison.Ordinal);
        Assert.Contains("cannot be read", unread.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(exported.Cli.Folder), path => path.EndsWith(".zip", StringComparison.Ordinal) || Path.GetFileName(path).StartsWith(".tenderwatch-", StringComparison.Ordinal));
        Assert.DoesNotContain(await LedgerAsync(exported), entry => entry.Kind == "dossier-exported");
    }

    [Fact]
    public async Task Evidence_that_is_gone_is_named_and_no_dossier_is_made_without_it()
    {
        using var exported = await ExportedCase.CreateAsync();
        var notice = (await LedgerAsync(exported)).First(entry => entry.Kind == "facts").Body.GetProperty("notices")[0].GetProperty("documents")[0].GetProperty("sha256").GetString()!;
        await exported.Installation.Container("evidence-public").GetBlobClient(notice).DeleteAsync(cancellationToken: TestContext.Current.CancellationToken);
        var refused = await exported.Cli.RunAsync("export", exported.Id);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(notice, refused.Error, StringComparison.Ordinal);
        Assert.Contains("tenderwatch verify", refused.Error, StringComparison.Ordinal);
    }

    private static async Task<List<LedgerEntry>> LedgerAsync(ExportedCase exported)
    {
        var entries = new List<LedgerEntry>();
        await foreach (var stored in new LedgerStore(exported.Installation.Account()).ReadAsync(exported.Id, TestContext.Current.CancellationToken)) entries.Add(LedgerEntry.Parse(stored.Bytes));
        return entries;
    }

    private static string? Text(LedgerEntry entry, string member) => entry.Body.GetProperty(member).GetString();
}
