using TenderWatch.Core.Evidence;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Storage;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Verify;

public class KilledTests
{
    private static readonly string Notices = Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted");

    [Fact]
    public async Task What_a_killed_process_leaves_verifies_as_it_lies_there_and_once_it_ran_to_its_end()
    {
        using var installation = await Installation.CreateAsync();
        var account = await installation.AccountAsync();
        var (kills, grown) = (0, new HashSet<long>());
        foreach (var command in new[] { new[] { "ingest", Notices }, ["checkpoint"] })
        {
            // At ever later moments, each on what the one before left.
            for (var delay = TimeSpan.FromMilliseconds(300); await KilledAfterAsync(installation.Cli, command, delay); delay += TimeSpan.FromMilliseconds(120))
            {
                kills++;
                grown.Add(await VerifiedAsync(account));
            }
        }

        Assert.True(kills >= 5 && grown.Count >= 3, $"{kills} kills at {grown.Count} states of the ledgers: kill it earlier and more often.");
        Assert.Equal(0, (await installation.Cli.RunAsync("checkpoint")).ExitCode);
        await VerifiedAsync(account);
    }

    private static async Task<bool> KilledAfterAsync(Cli cli, string[] command, TimeSpan delay)
    {
        using var process = cli.Start(command);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(delay);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, await output + await error);
            return false;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync();
            return true;
        }
    }

    private static async Task<long> VerifiedAsync(StorageAccount account)
    {
#pragma warning disable RS0030 // The process that was killed went by the system clock.
        var time = TimeProvider.System;
#pragma warning restore RS0030
        var report = await new Verification(new LedgerStore(account), new EvidenceStore(account), new CheckpointStore(account), time, new Cases(account)).RunAsync(null, CancellationToken.None);
        Assert.Empty(report.Faults);
        return report.Entries;
    }
}
