using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Watching;
using TenderWatch.Testing;
using static TenderWatch.Storage.Tests.TestStorage;

namespace TenderWatch.Storage.Tests;

public sealed class WatchStateTests
{
    [Fact]
    public async Task A_source_is_empty_before_its_first_run_and_then_as_it_was_saved()
    {
        var storage = await CreateAsync();
        var watch = new WatchState(storage.Account);
        var empty = await watch.GetSourceAsync("tenderned", CancellationToken.None);
        Assert.Equal("tenderned", empty.Source);
        Assert.Empty(empty.Days);

        // Three years of days are more than one column takes.
        var days = Enumerable.Range(0, 1100).ToDictionary(i => new DateOnly(2023, 1, 1).AddDays(i), i => Digest.Of("day" + i));
        await watch.SaveSourceAsync(empty with { Days = days, LastRun = Noon, Failure = "canary" }, CancellationToken.None);
        var count = new CountingPolicy();
        var saved = await new WatchState(storage.Through(count)).GetSourceAsync("tenderned", CancellationToken.None);
        Assert.Equal((0, 1), (count.Writes, count.Reads));
        Assert.Equal(days, saved.Days);
        Assert.Equal((Noon, "canary"), (saved.LastRun, saved.Failure));

        await watch.SaveSourceAsync(new SourceState { Source = "tenderned" }, CancellationToken.None);
        Assert.Empty((await watch.GetSourceAsync("tenderned", CancellationToken.None)).Days);
        await watch.SaveSourceAsync(new SourceState { Source = "ted" }, CancellationToken.None);
        Assert.Equal(["ted", "tenderned"], (await watch.ListSourcesAsync(CancellationToken.None)).Select(state => state.Source));
    }

    [Fact]
    public async Task An_alarm_is_kept_as_it_was_saved_beside_the_state_and_the_next_one_replaces_it()
    {
        var watch = new WatchState((await CreateAsync()).Account);
        Assert.Null(await watch.FindAlarmAsync("ted", CancellationToken.None));
        var state = new SourceState
        {
            Source = "ted",
            LastRun = Noon,
            Failure = "filters",
            FailureCode = "canary",
            FailingSince = Noon.AddHours(-1),
            Counts = new Dictionary<DateOnly, DayCount> { [DateOnly.FromDateTime(Noon.Date)] = new(73, 70, 2) },
        };
        await watch.SaveSourceAsync(state, CancellationToken.None);
        var saved = await watch.GetSourceAsync("ted", CancellationToken.None);
        Assert.Equal(state.Counts, saved.Counts);

        var alarm = new SourceAlarm { Health = SourceHealth.Of(saved, [Quarantined("1", Noon)], Noon), At = Noon, Ledger = new LedgerHead(3, Digest.Of("3")) };
        await watch.SaveAlarmAsync(alarm, CancellationToken.None);
        var found = (await watch.FindAlarmAsync("ted", CancellationToken.None))!;
        Assert.Equal((alarm.Id, alarm.At, alarm.Ledger, false), (found.Id, found.At, found.Ledger, found.Told));
        Assert.True(found.IsAbout(alarm.Health));
        Assert.Equal(alarm.Health.Days, found.Health.Days);

        await watch.SaveAlarmAsync(alarm with { EndedAt = Noon.AddHours(2), Told = true }, CancellationToken.None);
        Assert.Equal(Noon.AddHours(2), (await watch.FindAlarmAsync("ted", CancellationToken.None))!.EndedAt);
        Assert.Single(await watch.ListSourcesAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_quarantined_notice_is_replaced_by_itself_and_released_once()
    {
        var watch = new WatchState((await CreateAsync()).Account);
        var first = Quarantined("a/b", Noon);
        await watch.QuarantineAsync(first, CancellationToken.None);
        await watch.QuarantineAsync(first with { ExtractorVersion = "2" }, CancellationToken.None);
        await watch.QuarantineAsync(Quarantined("c", Noon.AddHours(1)), CancellationToken.None);
        var found = await watch.FindQuarantinedAsync(first.Key, CancellationToken.None);
        Assert.Equal("2", found!.ExtractorVersion);
        Assert.Equal(first.Fault, found.Fault);
        Assert.Empty(found.Documents);
        Assert.Equal(["c", "a/b"], (await watch.ListQuarantinedAsync(CancellationToken.None)).Select(notice => notice.Key.Id));

        await watch.ReleaseAsync(first.Key, CancellationToken.None);
        await watch.ReleaseAsync(first.Key, CancellationToken.None);
        Assert.Null(await watch.FindQuarantinedAsync(first.Key, CancellationToken.None));
        Assert.Single(await watch.ListQuarantinedAsync(CancellationToken.None));
    }

    private static QuarantinedNotice Quarantined(string id, DateTimeOffset at) =>
        new(new NoticeKey("tenderned", id), new ReadingFault("not-xml", "line 1"), [], at, "1", Digest.Of(id));
}
