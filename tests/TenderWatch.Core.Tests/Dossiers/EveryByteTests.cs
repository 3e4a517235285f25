using System.Diagnostics;
using System.Text;
using TenderWatch.Core.Dossiers;
using TenderWatch.Testing;

namespace TenderWatch.Core.Tests.Dossiers;

/// <summary>Whatever single byte of a dossier is changed, the change is found and the file named; so is every place at which it is cut.</summary>
public sealed class EveryByteTests
{
    [Fact]
    public async Task A_dossier_as_it_was_made_is_intact_and_made_again_is_the_same()
    {
        using var dossier = await SmallDossier.CreateAsync();
        var archive = await dossier.ArchiveAsync();
        Assert.Empty(await SmallDossier.FaultsAsync(archive));
        Assert.Empty(await SmallDossier.FaultsAsync(archive, new([dossier.Key], dossier.Latest)));
        Assert.Equal(archive, await SmallDossier.PackAsync(await SmallDossier.UnpackAsync(archive)));
    }

    [Fact]
    public async Task Every_changed_byte_is_found_and_its_file_is_named()
    {
        using var dossier = await SmallDossier.CreateAsync();
        var archive = await dossier.ArchiveAsync();
        var owners = Owners(archive, await SmallDossier.UnpackAsync(archive));
        await Parallel.ForAsync(0, archive.Length, TestContext.Current.CancellationToken, async (at, _) =>
        {
            var changed = (byte[])archive.Clone();
            changed[at] ^= (byte)(1 << (at % 8));
            var faults = await SmallDossier.FaultsAsync(changed);
            Assert.True(faults.Any(fault => fault.StartsWith(owners[at] + ":", StringComparison.Ordinal)), $"Byte {at} of {owners[at]}: {string.Join("; ", faults)}");
        });
    }

    [Fact]
    public async Task Cut_anywhere_or_with_anything_before_or_after_it_is_not_intact()
    {
        using var dossier = await SmallDossier.CreateAsync();
        var archive = await dossier.ArchiveAsync();
        await Parallel.ForAsync(0, archive.Length, TestContext.Current.CancellationToken, async (length, _) => Assert.NotEmpty(await SmallDossier.FaultsAsync(archive[..length])));
        Assert.Contains("zip: container", await SmallDossier.FaultsAsync([.. archive, 0]));
        Assert.Contains("zip: container", await SmallDossier.FaultsAsync([.. archive, .. archive]));
        Assert.NotEmpty(await SmallDossier.FaultsAsync([0, .. archive]));
    }

    [Fact]
    public async Task The_second_verifier_names_the_same_files_for_every_changed_byte()
    {
        using var dossier = await SmallDossier.CreateAsync();
        var archive = await dossier.ArchiveAsync();
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, archive, TestContext.Current.CancellationToken);
        var program = Path.Combine(SharedData.Repository, "tests", "verifier", "every-byte.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [program, file]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        var theirs = (await output).Split('\n');
        Assert.Equal("", await error);
        File.Delete(file);
        Assert.Equal(archive.Length, theirs.Length);
        await Parallel.ForAsync(0, archive.Length, TestContext.Current.CancellationToken, async (at, _) =>
        {
            var changed = (byte[])archive.Clone();
            changed[at] ^= (byte)(1 << (at % 8));
            var ours = (await SmallDossier.VerifyAsync(changed)).Faults.Select(fault => fault.Blob).Distinct().Order(StringComparer.Ordinal);
            Assert.Equal($"{at}: {string.Join(' ', ours)}", $"{at}: {theirs[at]}");
        });
    }

    // By the layout that the format's page gives: headers and bytes file by file, the directory in the same order, the end.
    private static string[] Owners(byte[] archive, List<DossierFile> files)
    {
        var owners = new List<string>(archive.Length);
        void Add(string owner, long count) => owners.AddRange(Enumerable.Repeat(owner, (int)count));
        foreach (var file in files) Add(file.Entry.Path, 30 + Encoding.ASCII.GetByteCount(file.Entry.Path) + file.Entry.Size);
        foreach (var file in files) Add(file.Entry.Path, 46 + Encoding.ASCII.GetByteCount(file.Entry.Path));
        Add("zip", 22);
        Assert.Equal(archive.Length, owners.Count);
        return [.. owners];
    }
}
