using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using TenderWatch.Local.Tests.Verify;

namespace TenderWatch.Local.Tests.Dossiers;

/// <summary>The time stamp in a dossier as three strangers check it: <c>verify</c>, the second verifier, and OpenSSL with the command of the enclosed page.</summary>
public sealed class StampedDossierTests
{
    [Fact]
    public async Task A_time_stamp_in_a_dossier_is_verified_with_roots_said_to_be_open_without_and_checked_with_the_command_of_its_own_page()
    {
        await using var authority = await OpenSslAuthority.StartAsync();
        await using var stranger = await OpenSslAuthority.StartAsync();
        using var exported = await ExportedCase.CreateAsync();
        exported.Cli.Environment["TenderWatch__Evidence__TimestampAuthority"] = authority.Address.AbsoluteUri;
        exported.Cli.Environment["TenderWatch__Evidence__TimestampRoots"] = authority.RootsFile;
        var archive = await exported.ExportAsync();

        await SaysAsync(exported, 0, "time stamp of the authority that you trust.", "verify", archive, "--stamp-roots", authority.RootsFile);
        await SaysAsync(exported, 0, "Whose certificate that is was NOT checked", "verify", archive);
        await SaysAsync(exported, 1, "checkpoints/0000000001.tst: untrusted", "verify", archive, "--stamp-roots", stranger.RootsFile);

        var (faults, left) = await SecondVerifier.RunAsync(archive);
        Assert.Empty(faults);
        Assert.Contains("checkpoints/0000000001.tst", Assert.Single(left), StringComparison.Ordinal);

        var folder = Path.Combine(exported.Cli.Folder, "unpacked");
        await ZipFile.ExtractToDirectoryAsync(archive, folder, TestContext.Current.CancellationToken);
        File.Copy(authority.RootsFile, Path.Combine(folder, "roots.pem"));
        var command = Encoding.UTF8.GetString(ExportedCase.FilesOf(archive)["evidence-format.md"]).Split('\n').Single(line => line.StartsWith("openssl ts -verify -data checkpoints/", StringComparison.Ordinal));
        Assert.Equal(0, await ShellAsync(folder, command));
        await File.AppendAllTextAsync(Path.Combine(folder, "checkpoints", "0000000001.json"), " ", TestContext.Current.CancellationToken);
        Assert.NotEqual(0, await ShellAsync(folder, command));
    }

    [Fact]
    public async Task A_dossier_without_time_stamps_says_so_and_is_refused_by_whoever_asks_for_them()
    {
        await using var authority = await OpenSslAuthority.StartAsync();
        using var exported = await ExportedCase.CreateAsync();
        var archive = await exported.ExportAsync();
        await SaysAsync(exported, 0, "No time stamp: that the entries were there", "verify", archive);
        await SaysAsync(exported, 1, "checkpoints/0000000001.json: not-stamped", "verify", archive, "--stamp-roots", authority.RootsFile);
    }

    private static async Task SaysAsync(ExportedCase exported, int exitCode, string said, params string[] arguments)
    {
        var run = await exported.Cli.RunAsync(arguments);
        Assert.True(run.ExitCode == exitCode && run.Output.Contains(said, StringComparison.Ordinal), $"{string.Join(' ', arguments)} ({run.ExitCode}): {run.Output}{run.Error}");
    }

    private static async Task<int> ShellAsync(string folder, string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await Task.WhenAll(shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return shell.ExitCode;
    }
}
