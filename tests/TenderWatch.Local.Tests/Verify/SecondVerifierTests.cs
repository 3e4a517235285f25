using System.Text.Json;
using CsCheck;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Local.Tests.Retention;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Storage;
using TenderWatch.Testing;
using TenderWatch.Testing.Stamps;

namespace TenderWatch.Local.Tests.Verify;

/// <summary>Holds <c>verify</c> against a verifier in another language that was written from the format's page.</summary>
public sealed class SecondVerifierTests : IDisposable
{
    private const int Damages = 100;

    private readonly string _copy = Directory.CreateTempSubdirectory("tenderwatch-copy-").FullName;

    public void Dispose() => Directory.Delete(_copy, recursive: true);

    [Fact]
    public async Task Both_verifiers_say_the_same_of_a_good_copy_and_of_a_hundred_damaged_ones()
    {
        using var installation = await Installation.CreateAsync();
        await CopyAsync(installation);
        // Without it nobody could tell that the last checkpoint was taken away.
        var kept = Digest.Of(await File.ReadAllBytesAsync(Path.Combine(_copy, "checkpoints", "0000000002.json")));
        Assert.Equal([], await OursAsync(kept));
        Assert.Equal([], await TheirsAsync(kept));

        var whole = Directory.EnumerateFiles(_copy, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToDictionary(path => path, File.ReadAllBytes);
        // One after the other: all damage the same copy.
        await Damage.Of(whole).SampleAsync(
            async damage =>
            {
                damage.Do();
                var (ours, theirs) = (await OursAsync(kept), await TheirsAsync(kept));
                Restore(whole);
                Assert.True(ours.Count > 0, $"{damage.What} was not found.");
                Assert.True(ours.SetEquals(theirs), $"{damage.What}: verify names {string.Join(", ", ours)}, the second verifier {string.Join(", ", theirs)}.");
            },
            iter: Damages,
            threads: 1);
    }

    [Fact]
    public async Task A_copy_verifies_on_the_command_line_and_what_is_no_copy_is_refused()
    {
        using var installation = await Installation.CreateAsync();
        await CopyAsync(installation);
        var verified = await installation.Cli.RunAsync("verify", "--folder", _copy, "--json");
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
        using var document = JsonDocument.Parse(verified.Output);
        Assert.Equal(2, document.RootElement.GetProperty("checkpoint").GetProperty("number").GetInt64());
        Assert.Equal(1, document.RootElement.GetProperty("stamped").GetProperty("number").GetInt64());
        Assert.Equal(Directory.EnumerateFiles(Path.Combine(_copy, "tombstones"), "*", SearchOption.AllDirectories).Count(), document.RootElement.GetProperty("tombstones").GetInt32());
        var refused = await installation.Cli.RunAsync("verify", "--folder", Path.Combine(_copy, "ledger"));
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("it has no folder 'ledger'", refused.Error, StringComparison.Ordinal);
    }

    private async Task CopyAsync(Installation installation)
    {
        // Two checkpoints, of which the first was stamped: the second names its time stamp, and has none itself whose bytes nobody signed yet.
        var notices = Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted");
        Assert.Equal(0, (await installation.Cli.RunAsync("ingest", Path.Combine(notices, "99000001-2025.xml"))).ExitCode);
        using var stamps = new TestStamps();
#pragma warning disable RS0030 // The command is a process of its own and goes by the system clock.
        await using (var authority = await TestAuthority.StartAsync(stamps, TimeProvider.System))
#pragma warning restore RS0030
        {
            installation.Cli.Environment["TenderWatch__Evidence__TimestampAuthority"] = authority.Address.AbsoluteUri;
            installation.Cli.Environment["TenderWatch__Evidence__TimestampRoots"] = authority.RootsFile;
            var stamped = await installation.Cli.RunAsync("checkpoint");
            Assert.Contains("Stamped by the authority at", stamped.Output, StringComparison.Ordinal);
        }

        installation.Cli.Environment.Remove("TenderWatch__Evidence__TimestampAuthority");
        installation.Cli.Environment.Remove("TenderWatch__Evidence__TimestampRoots");
        Assert.Equal(0, (await installation.Cli.RunAsync("ingest", notices)).ExitCode);
        // Evidence that was deleted, with tombstones in its place.
        installation.Cli.Write("old/1.xml", OldCase.Notice);
        Assert.Equal(0, (await installation.Cli.RunAsync("ingest", "old")).ExitCode);
        var deleted = await installation.Cli.RunAsync("retention", "--delete", "--yes", "--by", "B. Bewaarder", "--reason", "Bewaartermijn voorbij");
        Assert.True(deleted.ExitCode == 0 && !deleted.Output.Contains("\n0 pieces", StringComparison.Ordinal), deleted.Output + deleted.Error);
        Assert.Equal(0, (await installation.Cli.RunAsync("checkpoint")).ExitCode);
        foreach (var name in new[] { "ledger", "evidence-public", "evidence-confidential", "checkpoints", "tombstones" })
        {
            var container = installation.Container(name);
            await foreach (var item in container.GetBlobsAsync())
            {
                var path = Path.Combine(_copy, name, item.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await container.GetBlobClient(item.Name).DownloadToAsync(path);
            }
        }
    }

    private async Task<HashSet<string>> OursAsync(Digest kept)
    {
#pragma warning disable RS0030 // The second verifier is a process of its own and goes by the system clock.
        var report = await new StoredCopy(_copy).Verification(TimeProvider.System).RunAsync(new Trust(Checkpoint: kept), null, CancellationToken.None);
#pragma warning restore RS0030
        return report.Faults.Select(fault => fault.Blob).ToHashSet(StringComparer.Ordinal);
    }

    private async Task<HashSet<string>> TheirsAsync(Digest kept) => (await Dossiers.SecondVerifier.RunAsync(_copy, kept.Hex)).Faults;

    private void Restore(Dictionary<string, byte[]> whole)
    {
        foreach (var path in Directory.EnumerateFiles(_copy, "*", SearchOption.AllDirectories).Where(path => !whole.ContainsKey(path))) File.Delete(path);
        foreach (var (path, content) in whole)
        {
            if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(content)) continue;
            File.WriteAllBytes(path, content);
        }
    }
}
