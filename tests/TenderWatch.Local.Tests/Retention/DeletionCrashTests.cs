using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Retention;
using TenderWatch.Core.Reviews;
using TenderWatch.Local.Tests.Watching.Support;
using TenderWatch.Storage;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Retention;

/// <summary>A deletion that is killed at any of its writes is finished by the next run.</summary>
public sealed class DeletionCrashTests
{
    [Fact]
    public async Task Killed_at_any_write_the_next_run_makes_it_good_and_deletes_nothing_else()
    {
        using var old = await OldCase.CreateAsync();
        await using var world = await WorldOfAsync(old);
        var whole = (await old.BlobsAsync("evidence-public")).Count + (await old.BlobsAsync("evidence-confidential")).Count;
        for (var (at, ended) = (1, false); !ended; at += 3)
        {
            Assert.True(at < 1000, "It never gets through.");
            using var policy = new CrashingPolicy(at, afterArrival: at % 2 == 0);
            await using var host = Start(world, old, policy);
            try
            {
                await DeleteAsync(host);
                await host.Pipeline.SettleAsync(null, policy.Killed);
                ended = true;
            }
            catch (Exception fault) when (CrashException.IsBehind(fault) || fault is OperationCanceledException)
            {
            }
        }

        await using var after = Start(world, old, null);
        Assert.Empty((await DeleteAsync(after)).Deleted);
        await after.SettleAsync();
        var report = await after.VerifyAsync();
        Assert.True(report.Intact, string.Join('\n', report.Faults.Select(fault => $"{fault.Blob}: {fault.Code}")));
        var left = (await old.BlobsAsync("evidence-public")).Count + (await old.BlobsAsync("evidence-confidential")).Count;
        Assert.Equal(whole, left + report.Tombstones);
        // Every piece that is gone stands in the ledger of the case.
        var recorded = (await old.LedgerAsync()).Where(entry => entry.Kind == CaseEventKinds.EvidenceDeleted).SelectMany(entry => DeletionEvents.Read(entry.Body)).ToHashSet();
        Assert.Equal(report.Tombstones, recorded.Count);
    }

    [Fact]
    public async Task A_hold_that_is_put_on_a_case_after_a_kill_keeps_what_is_left()
    {
        using var old = await OldCase.CreateAsync();
        await using var world = await WorldOfAsync(old);
        using (var policy = new CrashingPolicy(9, afterArrival: true))
        {
            await using var killed = Start(world, old, policy);
            await Assert.ThrowsAnyAsync<Exception>(() => DeleteAsync(killed));
        }

        await old.RunAsync("hold", old.Id, "--reason", "Kort geding", "--by", "C. Jurist");
        var before = (await old.BlobsAsync("evidence-confidential")).Count;
        await using var host = Start(world, old, null);
        Assert.Empty((await DeleteAsync(host)).Deleted);
        Assert.Equal(before, (await old.BlobsAsync("evidence-confidential")).Count);
    }

    [Fact]
    public async Task What_tells_which_documents_are_of_those_who_lost_goes_after_them_so_that_a_run_that_is_cut_off_forgets_nothing()
    {
        using var old = await OldCase.CreateAsync();
        await using var world = await WorldOfAsync(old);
        await using var host = Start(world, old, null);
        var state = await old.StateAsync();
        var due = (await DueAsync(host)).Select(item => item.Sha256).ToList();

        Digest[] entered = [.. state.Bids.SelectMany(bids => new[] { bids.Sha256, bids.Table }), .. state.Filings.Select(filing => filing.Sha256)];
        Digest[] facts = [.. (await old.LedgerAsync()).Where(entry => entry.Kind == "facts" && entry.Body.TryGetProperty("confidential", out _)).Select(entry => Digest.Parse(entry.Body.GetProperty("confidential").GetProperty("sha256").GetString()!))];
        Assert.Equal((3, 2), (entered.Length, facts.Length));
        var first = facts.Min(due.IndexOf);
        Assert.All(entered, document => Assert.InRange(due.IndexOf(document), 0, first - 1));
    }

    private static async Task<IReadOnlyList<RetainedEvidence>> DueAsync(Host host) =>
        await host.Get<RetentionDeletion>().DueAsync(await host.Get<RetentionPlanner>().PlanAsync(null, Host.Stop), Host.Stop);

    private static async Task<DeletionOutcome> DeleteAsync(Host host) =>
        await host.Get<RetentionDeletion>().RunAsync(await DueAsync(host), "B. Bewaarder", "Bewaartermijn voorbij", null, Host.Stop);

    private static async Task<World> WorldOfAsync(OldCase old)
    {
        await old.RunAsync("checkpoint");
        var world = await World.CreateAsync(World.Samples);
        world.Time.Advance(TimeSpan.FromDays(365));
        return world;
    }

    private static Host Start(World world, OldCase old, CrashingPolicy? policy) => world.Start(policy, services =>
    {
        services.AddSingleton(old.Installation.Account(policy));
        services.AddTenderWatchCheckpoints(new EvidenceSettings { SigningKeyFile = Path.Combine(old.Cli.Folder, ".tenderwatch", "checkpoint-key.pem") });
    });
}
