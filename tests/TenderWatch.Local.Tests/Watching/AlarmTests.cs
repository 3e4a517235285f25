using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Watching;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Tests.Watching.Support;
using TenderWatch.Sources.Tests.TenderNed;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Watching;

/// <summary>What is counted of a source, and what people are told when something is wrong with it.</summary>
public sealed class AlarmTests : IDisposable
{
    private const string Subject = "source:tenderned";

    private readonly SampleFolder _folder = new();
    private bool _ignoresFilters = true;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_publications_of_each_day_are_counted_and_neither_an_idle_poll_nor_a_look_at_a_source_that_is_well_writes()
    {
        _folder.AddRendered("1001", "Slimme meters").AddRendered("1002", "Straatmeubilair").AddRendered("1003", "Groen", Samples.Day.AddDays(1));
        await using var world = await World.CreateAsync(_folder.Root);
        var requests = new CountingPolicy();
        await using var host = world.Start(requests);
        DateOnly[] days = [Samples.Day, Samples.Day.AddDays(1), Samples.Day.AddDays(2)];
        await host.PollAsync(days);
        var counts = (await host.StateAsync()).Counts;
        Assert.Equal([new DayCount(2, 2, 2), new DayCount(1, 1, 1), new DayCount(0)], days.Select(day => counts[day]));

        var before = requests.Requests.Count(request => request.IsWrite);
        await host.PollAsync(days);
        Assert.Equal(before, requests.Requests.Count(request => request.IsWrite));

        var all = requests.Requests.Count;
        Assert.Null(await host.Get<SourceAlarms>().CheckAsync("tenderned", Host.Stop));
        Assert.Equal(["GET /sources(PartitionKey='alarm',RowKey='tenderned')", "GET /sources(PartitionKey='source',RowKey='tenderned')"], requests.Requests.Skip(all).Select(request => request.Kind));

        world.Time.Advance(TimeSpan.FromDays(1));
        _folder.AddRendered("1004", "Meer groen");
        await host.PollAsync(days);
        Assert.Equal(new DayCount(3, 3, 3), (await host.StateAsync()).Counts[Samples.Day]);
    }

    [Fact]
    public async Task An_alarm_goes_out_once_while_it_lasts_across_restarts_and_once_more_when_it_is_over()
    {
        _folder.AddRendered("1001", "Straatmeubilair");
        await using var world = await WorldWithCanaryAsync();
        for (var restart = 0; restart < 3; restart++)
        {
            await using var host = world.Start();
            await WatchAsync(host);
            await CheckAsync(host);
            await CheckAsync(host);
            world.Time.Advance(TimeSpan.FromHours(20));
        }

        Assert.Equal([(Subject, "email"), (Subject, "teams")], world.Arrived.Messages.Select(message => (message.Subject, message.Channel)).Order());

        _ignoresFilters = false;
        await using var well = world.Start();
        Assert.Null((await WatchAsync(well)).Failure);
        await CheckAsync(well);
        await CheckAsync(well);
        Assert.Equal(4, world.Arrived.Messages.Count);
        Assert.Equal(["source-alarm", "message-queued", "message-queued", "source-well", "message-queued", "message-queued"], (await well.LedgerAsync(Subject)).Select(entry => entry.Kind));
        Assert.All(await well.MessagesAsync(Subject), message => Assert.Equal(OutboxState.Sent, message.State));
        Assert.True((await well.VerifyAsync()).Intact);

        _ignoresFilters = true;
        await WatchAsync(well);
        await CheckAsync(well);
        Assert.Equal(6, world.Arrived.Messages.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_write_an_alarm_is_told_once_and_is_in_the_ledger_once(bool afterArrival)
    {
        _folder.AddRendered("1001", "Straatmeubilair");
        var writes = new CountingPolicy();
        await using (var undisturbed = await WorldWithCanaryAsync()) await RaiseAndEndAsync(undisturbed, writes);

        foreach (var at in Enumerable.Range(1, writes.Requests.Count(request => request.IsWrite)))
        {
            await using var world = await WorldWithCanaryAsync();
            using var crash = new CrashingPolicy(at, afterArrival);
            var end = await Record.ExceptionAsync(() => RaiseAndEndAsync(world, crash));
            Assert.True(end is OperationCanceledException || CrashException.IsBehind(end!), end?.ToString());
            await RaiseAndEndAsync(world, null);

            Assert.Equal(4, world.Arrived.Messages.DistinctBy(message => message.Id).Count());
            Assert.InRange(world.Arrived.Messages.Count, 4, 5); // killed between "taken" and our note of it, that one message is sent again
            await using var host = world.Start();
            var entries = await host.LedgerAsync(Subject);
            Assert.Equal((6, 6), (entries.Count, entries.Select(entry => entry.Key).Distinct().Count()));
            Assert.All(await host.MessagesAsync(Subject), message => Assert.Equal(OutboxState.Sent, message.State));
            var report = await host.VerifyAsync();
            Assert.True(report.Intact, string.Join('\n', report.Faults));
        }
    }

    [Fact]
    public async Task A_failure_that_lasts_is_told_after_six_hours_and_one_that_passes_never()
    {
        var away = true;
        _folder.AddRendered("1001", "Straatmeubilair");
        await using var world = await World.CreateAsync(_folder.Root, (context, next) =>
        {
            if (!away) return next();
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        await using var host = world.Start();
        async Task<int> ToldAfterAsync(TimeSpan wait)
        {
            world.Time.Advance(wait);
            await WatchAsync(host);
            await CheckAsync(host);
            return world.Arrived.Messages.Count;
        }

        Assert.Equal(0, await ToldAfterAsync(TimeSpan.Zero));
        Assert.Equal(0, await ToldAfterAsync(TimeSpan.FromHours(5)));
        away = false;
        Assert.Equal(0, await ToldAfterAsync(TimeSpan.FromMinutes(20)));
        away = true;
        Assert.Equal(0, await ToldAfterAsync(TimeSpan.FromHours(5)));
        Assert.Equal(2, await ToldAfterAsync(TimeSpan.FromHours(6)));
        Assert.Equal(2, await ToldAfterAsync(TimeSpan.FromHours(2)));
        away = false;
        Assert.Equal(4, await ToldAfterAsync(TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task A_watch_that_hangs_raises_an_alarm_by_a_clock_of_its_own_and_not_before_its_time()
    {
        await using var world = await World.CreateAsync(_folder.Root);
        await using var host = world.Start(change: services => services.Replace(ServiceDescriptor.Singleton<INoticeSource>(new HangingSource())));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Host.Stop);
        var watch = host.Pipeline.WatchAsync("tenderned", null, stop.Token);
        var alarms = host.Get<AlarmWatch>();
        var check = new TaskCompletionSource();
        var clock = alarms.RunAsync(
            async token =>
            {
                await alarms.CheckAsync(["tenderned"], token);
                check.TrySetResult();
            },
            stop.Token);

        world.Time.Advance(TimeSpan.FromHours(5));
        Assert.False(check.Task.IsCompleted);
        world.Time.Advance(TimeSpan.FromHours(2));
        await check.Task.WaitAsync(TimeSpan.FromMinutes(1), Host.Stop);

        Assert.False(watch.IsCompleted);
        Assert.Equal(2, world.Arrived.Messages.Count);
        Assert.Equal(SourceCondition.Unread, (await host.States.FindAlarmAsync("tenderned", Host.Stop))!.Health.Condition);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => clock);
    }

    [Fact]
    public async Task A_list_that_is_wrongly_empty_is_told_as_silence_after_one_working_day_of_a_lively_source()
    {
        await using var world = await World.CreateAsync(_folder.Root);
        await using var host = world.Start();
        var day = DutchTime.DateOf(world.Time.GetUtcNow());
        await host.States.SaveSourceAsync(
            new SourceState
            {
                Source = "tenderned",
                LastRun = world.Time.GetUtcNow(),
                LastNew = world.Time.GetUtcNow(),
                Days = Enumerable.Range(0, 8).ToDictionary(back => day.AddDays(-back), back => Digest.Of("day" + back)),
                Counts = Enumerable.Range(1, 50).ToDictionary(back => day.AddDays(-back), back => new DayCount(DutchCalendar.IsWorkingDay(day.AddDays(-back)) ? 80 : 1)),
            },
            Host.Stop);

        // From a Thursday: Friday is whole on Saturday.
        var told = new List<int>();
        for (var days = 0; days < 4; days++)
        {
            await WatchAsync(host);
            await CheckAsync(host);
            told.Add(world.Arrived.Messages.Count);
            world.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal([0, 0, 2, 2], told);
        var alarm = (await host.States.FindAlarmAsync("tenderned", Host.Stop))!;
        Assert.Equal((SourceCondition.Silent, 80m), (alarm.Health.Condition, alarm.Health.Expected));
    }

    private Task<World> WorldWithCanaryAsync() => World.CreateAsync(_folder.Root, (context, next) =>
    {
        if (_ignoresFilters && context.Request.Path.Value!.EndsWith("publicaties", StringComparison.Ordinal)) context.Request.QueryString = QueryString.Empty;
        return next();
    });

    private static Task<WatchSummary> WatchAsync(Host host) => host.Pipeline.WatchAsync("tenderned", null, Host.Stop);

    private static Task CheckAsync(Host host) => host.Get<AlarmWatch>().CheckAsync(["tenderned"], Host.Stop);

    // The watch itself is not under test here: only what the alarm writes goes through the policy.
    private async Task RaiseAndEndAsync(World world, Azure.Core.Pipeline.HttpPipelinePolicy? policy)
    {
        foreach (var ignores in new[] { true, false })
        {
            _ignoresFilters = ignores;
            await using (var watching = world.Start())
            {
                // After a crash the first half has been told already.
                if (ignores && await watching.StateAsync() is { LastRun: not null, Failure: null }) continue;
                await watching.PollAsync(Samples.Day);
            }

            await using var host = world.Start(policy);
            await CheckAsync(host);
        }
    }

    private sealed class HangingSource : INoticeSource
    {
        public string Name => "tenderned";

        public int DaysBack => 7;

        public async Task<SourceFailure?> ProbeAsync(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        }

        public Task<SourceResult<DayListing>> ListAsync(DateOnly day, bool mustBeComplete, CancellationToken cancellationToken) => throw new NotSupportedException("It hangs before.");

        public Task<SourceResult<Publication>> ReadAsync(NoticeKey key, CancellationToken cancellationToken) => throw new NotSupportedException("It hangs before.");
    }
}
