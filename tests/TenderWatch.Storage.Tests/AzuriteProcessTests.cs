using System.Diagnostics;
using System.Text;
using TenderWatch.Core.Evidence;
using TenderWatch.Local.Hosting;

namespace TenderWatch.Storage.Tests;

public sealed class AzuriteProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tenderwatch-azurite-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_stored_is_there_after_a_stop_and_a_start_on_other_ports()
    {
        var packages = await NodePackages.EnsureAsync(null, null, CancellationToken.None);
        Digest digest;
        await using (var first = await AzuriteProcess.StartAsync(packages, _folder, new AzuritePorts(), CancellationToken.None))
        {
            digest = await FillAsync(first);
            await first.StopAsync(CancellationToken.None);
        }

        Assert.False(File.Exists(Path.Combine(_folder, "azurite.pid")));
        await using var second = await AzuriteProcess.StartAsync(packages, _folder, new AzuritePorts(), CancellationToken.None);
        await AssertFilledAsync(second, digest);
    }

    [Fact]
    public async Task A_start_waits_until_the_instance_of_a_dead_program_has_written_everything()
    {
        var packages = await NodePackages.EnsureAsync(null, null, CancellationToken.None);
        // The program that started it died: only its standard input tells.
        var orphan = packages.Script("azurite.mjs", "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--location", _folder, "--blobPort", "0", "--queuePort", "0", "--tablePort", "0");
        orphan.Environment["TENDERWATCH_AZURITE_FOLDER"] = _folder;
        using var process = Process.Start(orphan)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.Contains("Table service is successfully", StringComparison.Ordinal))
        {
        }

        Assert.Equal(process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), await File.ReadAllTextAsync(Path.Combine(_folder, "azurite.pid")));
        process.StandardOutput.Close();
        process.StandardError.Close();
        var start = AzuriteProcess.StartAsync(packages, _folder, new AzuritePorts(), CancellationToken.None);
        Assert.False(start.IsCompleted);
        process.StandardInput.Close();
        await using var next = await start;
        Assert.True(process.HasExited);
        Assert.Equal(0, process.ExitCode);
        await AssertFilledAsync(next, await FillAsync(next));
    }

    [Fact]
    public async Task A_mark_that_a_killed_instance_left_does_not_stop_the_start()
    {
        var packages = await NodePackages.EnsureAsync(null, null, CancellationToken.None);
        // The number of a process that is younger than the mark.
        await File.WriteAllTextAsync(Path.Combine(_folder, "azurite.pid"), Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "azurite.pid"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await using var azurite = await AzuriteProcess.StartAsync(packages, _folder, new AzuritePorts(), CancellationToken.None);
        await FillAsync(azurite);
    }

    [Fact]
    public async Task A_taken_port_is_told()
    {
        var packages = await NodePackages.EnsureAsync(null, null, CancellationToken.None);
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        var fault = await Assert.ThrowsAsync<UnavailableException>(() => AzuriteProcess.StartAsync(packages, null, new AzuritePorts(Table: port), CancellationToken.None));
        Assert.Contains("EADDRINUSE", fault.Message, StringComparison.Ordinal);
    }

    private static async Task<Digest> FillAsync(AzuriteProcess azurite)
    {
        var account = Account(azurite);
        await new StorageInitializer(account).InitializeAsync(CancellationToken.None);
        await new Registry(account).LinkAsync(TestStorage.Record("1"), [], openCase: false, CancellationToken.None);
        return await new EvidenceStore(account).PutAsync(Encoding.UTF8.GetBytes("kept"), "text/plain", Confidentiality.Public, CancellationToken.None);
    }

    private static async Task AssertFilledAsync(AzuriteProcess azurite, Digest digest)
    {
        Assert.NotNull(await new Registry(Account(azurite)).FindAsync(TestStorage.Record("1").Key, CancellationToken.None));
        Assert.Equal("kept"u8.ToArray(), await new EvidenceStore(Account(azurite)).GetAsync(digest, Confidentiality.Public, CancellationToken.None));
    }

    private static StorageAccount Account(AzuriteProcess azurite) => new(new StorageSettings { ConnectionString = azurite.ConnectionString });
}
