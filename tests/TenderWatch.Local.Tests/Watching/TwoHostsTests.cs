using TenderWatch.Core.Leases;
using TenderWatch.Core.Reviews;
using TenderWatch.Local.Output;
using TenderWatch.Local.Tests.Watching.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Watching;

/// <summary>Two hosts on one storage at once.</summary>
public sealed class TwoHostsTests
{
    private const int HeldLogged = 202;

    [Fact]
    public async Task Two_hosts_that_watch_and_settle_at_once_do_what_one_does_and_send_each_message_once()
    {
        string expected;
        await using (var alone = await World.CreateAsync(World.Samples))
        {
            await using var host = alone.Start();
            await host.WatchAsync(World.SampleDays);
            expected = await Outcome.OfAsync(alone);
        }

        await using var world = await World.CreateAsync(World.Samples);
        world.Time.WaitsPass = true;
        await using (var first = world.Start())
        await using (var second = world.Start())
        {
            await Task.WhenAll(first.WatchAsync(World.SampleDays), second.WatchAsync(World.SampleDays));
            await Task.WhenAll(first.WatchAsync(World.SampleDays), second.WatchAsync(World.SampleDays));
            await Task.WhenAll(first.SettleAsync(), second.SettleAsync());
        }

        Assert.Equal(expected, await Outcome.OfAsync(world));
        Assert.Equal(world.Arrived.Messages.DistinctBy(message => message.Id).Count(), world.Arrived.Messages.Count);
    }

    [Fact]
    public async Task A_source_that_another_host_reads_is_left_alone_and_said_and_an_idle_poll_needs_no_turn()
    {
        await using var world = await World.CreateAsync(World.Samples);
        await using var first = world.Start();
        var requests = new CountingPolicy();
        await using var second = world.Start(requests);
        await using (var turn = (await first.Get<ILeases>().TryTakeAsync("source:tenderned", Host.Stop)).Lease)
        {
            var held = await second.PollAsync(World.SampleDays);
            Assert.Equal((Environment.MachineName, 0, null), (held.HeldBy, held.Results.Count, held.Failure));
            Assert.Contains("another host", WatchText.Of(held), StringComparison.Ordinal);
            Assert.Null((await second.StateAsync()).LastRun);
        }

        Assert.NotEmpty((await second.PollAsync(World.SampleDays)).Results);
        await using var again = (await first.Get<ILeases>().TryTakeAsync("source:tenderned", Host.Stop)).Lease;
        var before = requests.Requests.Count;
        Assert.Null((await second.PollAsync(World.SampleDays)).HeldBy);
        Assert.Equal((before + 1, false), (requests.Requests.Count, requests.Requests[^1].IsWrite));
    }

    [Fact]
    public async Task A_case_that_another_host_moves_keeps_its_events_which_is_said_and_goes_on_when_that_host_has_ended()
    {
        await using var world = await World.CreateAsync(World.Samples);
        world.Time.WaitsPass = true;
        await using var second = world.Start();
        await second.PollAsync(World.SampleDays);
        var cases = await second.Get<ICaseInbox>().WaitingCasesAsync(Host.Stop);
        await using (var first = world.Start())
        {
            foreach (var caseId in cases) Assert.NotNull((await first.Get<ILeases>().TryTakeAsync("case:" + caseId, Host.Stop)).Lease);
            await second.SettleAsync();
            Assert.Equal(cases, await second.Get<ICaseInbox>().WaitingCasesAsync(Host.Stop));
            Assert.Equal(cases.Count, world.Arrived.TimesLogged(HeldLogged));
            Assert.Empty(await second.Cases.ListAsync(Host.Stop));
        }

        await second.SettleAsync();
        Assert.Empty(await second.Get<ICaseInbox>().WaitingCasesAsync(Host.Stop));
        Assert.NotEmpty(await second.Cases.ListAsync(Host.Stop));
    }

    [Fact]
    public async Task An_outbox_that_another_host_sends_from_is_left_alone()
    {
        await using var world = await World.CreateAsync(World.Samples);
        await using var first = world.Start();
        await using var second = world.Start();
        await using (var sending = (await first.Get<ILeases>().TryTakeAsync("outbox", Host.Stop)).Lease)
        {
            await second.WatchAsync(World.SampleDays);
            Assert.Empty(world.Arrived.Messages);
        }

        await second.SettleAsync();
        Assert.NotEmpty(world.Arrived.Messages);
    }
}
