using TenderWatch.Local.Tests.Watching.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Watching;

/// <summary>
/// The whole run over the samples (watch, cases, checks, messages) is killed at a write to storage, before it leaves and after it
/// arrived, and run again to the end. By default it is killed once before and once after a write of every kind that it makes;
/// <c>TENDERWATCH_CRASH_EVERYWHERE=1</c> kills it at every write in turn.
/// </summary>
public sealed class CrashTests
{
    private static bool Everywhere => Environment.GetEnvironmentVariable("TENDERWATCH_CRASH_EVERYWHERE") == "1";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_write_a_run_loses_nothing_and_does_nothing_twice(bool afterArrival)
    {
        var writes = new CountingPolicy();
        string expected;
        await using (var undisturbed = await World.CreateAsync(World.Samples))
        {
            await RunAsync(undisturbed, writes);
            expected = await Outcome.OfAsync(undisturbed);
        }

        foreach (var (kind, at) in Places(writes, last: afterArrival))
        {
            await using var world = await World.CreateAsync(World.Samples);
            await KillAsync(world, kind, at, afterArrival);
            await RunAsync(world, null);
            Assert.Equal(expected, await Outcome.OfAsync(world));
            // Killed between the recipient's "taken" and our note of it, that one message is sent again.
            Assert.InRange(world.Arrived.Messages.Count - world.Arrived.Messages.DistinctBy(message => message.Id).Count(), 0, 1);
        }
    }

    private static IEnumerable<(string? Kind, int At)> Places(CountingPolicy run, bool last)
    {
        var writes = run.Requests.Where(request => request.IsWrite).ToList();
        return Everywhere
            ? Enumerable.Range(1, writes.Count).Select(at => ((string?)null, at))
            : writes.GroupBy(write => write.Kind).Select(kind => ((string?)kind.Key, last ? kind.Count() : 1));
    }

    private static async Task KillAsync(World world, string? kind, int at, bool afterArrival)
    {
        using var crash = new CrashingPolicy(at, afterArrival, kind);
        await using var host = world.Start(crash);
        // Cases are moved side by side, so a run may end with fewer writes than the one that was counted.
        var end = await Record.ExceptionAsync(() => host.Pipeline.WatchAsync(World.SampleDays, null, crash.Killed));
        Assert.True(end is null or OperationCanceledException || CrashException.IsBehind(end), end?.ToString());
    }

    private static async Task RunAsync(World world, CountingPolicy? writes)
    {
        await using var host = world.Start(writes);
        Assert.Null((await host.WatchAsync(World.SampleDays)).Failure);
    }
}
