using CsCheck;
using TenderWatch.Core.Dossiers.Archives;
using TenderWatch.Core.Dossiers.Checking;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Local.Tests.Retention;
using TenderWatch.Storage;

namespace TenderWatch.Local.Tests.Dossiers;

/// <summary>Holds <c>verify</c> of dossiers against the verifier in another language that was written from the format's page.</summary>
public sealed class SecondVerifierTests
{
    private const int Damages = 120;

    [Fact]
    public async Task Both_verifiers_say_the_same_of_good_dossiers_and_of_a_hundred_damaged_ones()
    {
        using var exported = await ExportedCase.CreateAsync();
        exported.Cli.Write("bids.csv", Entries.Marks.Bids);
        Assert.Equal(0, (await exported.Cli.RunAsync("bids", exported.Id, "bids.csv", "--by", ExportedCase.By)).ExitCode);
        foreach (var audience in new[] { "public", "internal" })
        {
            var archive = await exported.ExportAsync(audience, file: audience + ".zip");
            Assert.Empty(await OursAsync(archive));
            Assert.Empty(await SecondVerifier.FaultsAsync(archive));
            await DamageArchiveAsync(archive);
        }

        var folder = Path.Combine(exported.Cli.Folder, "unpacked");
        await System.IO.Compression.ZipFile.ExtractToDirectoryAsync(Path.Combine(exported.Cli.Folder, "public.zip"), folder, TestContext.Current.CancellationToken);
        Assert.Empty(await OursAsync(folder));
        Assert.Empty(await SecondVerifier.FaultsAsync(folder));
        await DamageFolderAsync(folder);
    }

    [Fact]
    public async Task Both_verifiers_say_the_same_of_damaged_dossiers_with_deleted_evidence()
    {
        using var old = await OldCase.CreateAsync();
        old.Cli.Environment["TenderWatch__Evidence__Browser"] = "none";
        await old.DeleteAsync();
        await old.RunAsync("export", old.Id, "--out", "dossier.zip", "--by", ExportedCase.By);
        var folder = Path.Combine(old.Cli.Folder, "unpacked");
        await System.IO.Compression.ZipFile.ExtractToDirectoryAsync(Path.Combine(old.Cli.Folder, "dossier.zip"), folder, TestContext.Current.CancellationToken);
        Assert.Empty(await OursAsync(folder));
        Assert.Empty(await SecondVerifier.FaultsAsync(folder));
        // What is hit is a tombstone, or exchanged with one.
        await DamageFolderAsync(folder, Path.Combine(folder, "tombstones"), Damages / 4);
    }

    private static async Task DamageArchiveAsync(string archive)
    {
        var whole = await File.ReadAllBytesAsync(archive, TestContext.Current.CancellationToken);
        var damaged = archive + ".damaged";
        // Headers and directory are few bytes of many: they are hit as often as the content is.
        var place = Gen.OneOf(Gen.Int[0, whole.Length - 1], Gen.Int[0, 400], Gen.Int[whole.Length - 6000, whole.Length - 1], Headers(whole));
        var damage = Gen.OneOf(
            Gen.Select(place, Gen.Int[0, 7]).Select(hit => ($"bit {hit.Item2} of byte {hit.Item1}", Flipped(whole, hit.Item1, hit.Item2))),
            place.Select(at => ($"cut at {at}", whole[..at])),
            place.Select(at => ($"without byte {at}", (byte[])[.. whole[..at], .. whole[(at + 1)..]])),
            Gen.Int[1, 50].Select(count => ($"{count} bytes after it", (byte[])[.. whole, .. new byte[count]])));
        await damage.SampleAsync(
            async one =>
            {
                await File.WriteAllBytesAsync(damaged, one.Item2, TestContext.Current.CancellationToken);
                Agree(one.Item1, await OursAsync(damaged), await SecondVerifier.FaultsAsync(damaged));
            },
            iter: Damages / 2,
            threads: 1);
    }

    private static async Task DamageFolderAsync(string folder, string? part = null, int times = Damages / 2)
    {
        var whole = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToDictionary(path => path, File.ReadAllBytes);
        await Verify.Damage.Of(whole.Where(file => part is null || file.Key.StartsWith(part, StringComparison.Ordinal)).ToDictionary()).SampleAsync(
            async damage =>
            {
                damage.Do();
                var (ours, theirs) = (await OursAsync(folder), await SecondVerifier.FaultsAsync(folder));
                foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => !whole.ContainsKey(path))) File.Delete(path);
                foreach (var (path, content) in whole) await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
                Agree(damage.What, ours, theirs);
            },
            iter: times,
            threads: 1);
    }

    private static void Agree(string what, HashSet<string> ours, HashSet<string> theirs)
    {
        Assert.True(ours.Count > 0, $"{what} was not found.");
        Assert.True(ours.SetEquals(theirs), $"{what}: verify names {string.Join(", ", ours)}, the second verifier {string.Join(", ", theirs)}.");
    }

    private static Gen<int> Headers(byte[] archive)
    {
        using var stream = new MemoryStream(archive);
        var starts = new List<int>();
        var at = 0;
        foreach (var path in new ArchivedDossier(stream).Paths)
        {
            starts.Add(at);
            at += 30 + path.Length + BitConverter.ToInt32(archive, at + 18);
        }

        return Gen.Select(Gen.Int[0, starts.Count - 1], Gen.Int[0, 45]).Select(hit => starts[hit.Item1] + hit.Item2);
    }

    private static byte[] Flipped(byte[] whole, int at, int bit)
    {
        var changed = (byte[])whole.Clone();
        changed[at] ^= (byte)(1 << bit);
        return changed;
    }

    private static async Task<HashSet<string>> OursAsync(string dossier)
    {
        await using Stream archive = File.Exists(dossier) ? File.OpenRead(dossier) : Stream.Null;
        IDossierContent content = File.Exists(dossier) ? new ArchivedDossier(archive) : new UnpackedDossier(dossier);
#pragma warning disable RS0030 // The second verifier is a process of its own and goes by the system clock.
        var report = await new DossierVerification(content, Trust.OnlyStorage, TimeProvider.System).RunAsync(TestContext.Current.CancellationToken);
#pragma warning restore RS0030
        return report.Faults.Select(fault => fault.Blob).ToHashSet(StringComparer.Ordinal);
    }
}
