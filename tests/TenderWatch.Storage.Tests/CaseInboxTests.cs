using System.Text.Json;
using Azure.Data.Tables;
using TenderWatch.Core.Reviews;
using TenderWatch.Testing;
using static TenderWatch.Storage.Tests.TestStorage;

namespace TenderWatch.Storage.Tests;

public sealed class CaseInboxTests
{
    private const string Case = "0123456789ab";

    [Fact]
    public async Task An_event_is_raised_once_even_after_it_was_handled()
    {
        var inbox = new CaseInbox((await CreateAsync()).Account);
        Assert.True(await inbox.RaiseAsync(Case, Event("e1"), CancellationToken.None));
        Assert.False(await inbox.RaiseAsync(Case, Event("e1"), CancellationToken.None));
        Assert.True(await inbox.RaiseAsync("other", Event("e1"), CancellationToken.None));
        Assert.Equal([Case, "other"], await inbox.WaitingCasesAsync(CancellationToken.None));

        await inbox.CompleteAsync(Case, "e1", CancellationToken.None);
        await inbox.CompleteAsync(Case, "e1", CancellationToken.None);
        Assert.False(await inbox.RaiseAsync(Case, Event("e1"), CancellationToken.None));
        Assert.Empty(await inbox.WaitingAsync(Case, CancellationToken.None));
        Assert.Equal(["other"], await inbox.WaitingCasesAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Of_many_who_raise_the_same_event_at_once_one_is_told_that_it_is_new()
    {
        var storage = await CreateAsync();
        var raised = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => new CaseInbox(storage.Account).RaiseAsync(Case, Event("e1"), CancellationToken.None))));
        Assert.Single(raised, isNew => isNew);
        Assert.Single(await new CaseInbox(storage.Account).WaitingAsync(Case, CancellationToken.None));
    }

    [Fact]
    public async Task Events_wait_by_time_then_id_with_their_whole_body()
    {
        var inbox = new CaseInbox((await CreateAsync()).Account);
        var large = string.Concat(Enumerable.Repeat("\U0001F50Cé\"", 12_000));
        await inbox.RaiseAsync(Case, Event("c", Noon, large), CancellationToken.None);
        await inbox.RaiseAsync(Case, Event("b", Noon.AddHours(-1)), CancellationToken.None);
        await inbox.RaiseAsync(Case, Event("a", Noon), CancellationToken.None);
        await inbox.RaiseAsync(Case + "0", Event("z", Noon.AddHours(-9)), CancellationToken.None);
        var waiting = await inbox.WaitingAsync(Case, CancellationToken.None);
        Assert.Equal(["b", "a", "c"], waiting.Select(one => one.Event.Id));
        Assert.Equal(large, waiting[2].Event.Body.GetProperty("text").GetString());
        Assert.Equal(Noon, waiting[2].Event.At);
        Assert.All(waiting, one => Assert.Null(one.Stuck));
    }

    [Fact]
    public async Task Results_are_remembered_by_step_until_the_episode_is_through()
    {
        var storage = await CreateAsync();
        var inbox = new CaseInbox(storage.Account);
        await inbox.RaiseAsync(Case, Event("e"), CancellationToken.None);
        await inbox.RaiseAsync(Case, Event("e2"), CancellationToken.None);
        await inbox.RememberAsync(Case, "e", 2, new RememberedResult("check", "{\"n\":2}"), CancellationToken.None);
        await inbox.RememberAsync(Case, "e", 10, new RememberedResult("notify", "[]"), CancellationToken.None);
        await inbox.RememberAsync(Case, "e", 2, new RememberedResult("check", "{\"n\":2}"), CancellationToken.None);
        await inbox.RememberAsync(Case, "e2", 1, new RememberedResult("other", "{}"), CancellationToken.None);
        var remembered = await inbox.RememberedAsync(Case, "e", CancellationToken.None);
        Assert.Equal([2, 10], remembered.Keys.Order());
        Assert.Equal(new RememberedResult("check", "{\"n\":2}"), remembered[2]);

        var count = new CountingPolicy();
        await new CaseInbox(storage.Through(count)).CompleteAsync(Case, "e", CancellationToken.None);
        Assert.Equal(1, count.Writes);
        Assert.Empty(await inbox.RememberedAsync(Case, "e", CancellationToken.None));
        Assert.Single(await inbox.RememberedAsync(Case, "e2", CancellationToken.None));
    }

    [Fact]
    public async Task An_episode_of_more_steps_than_a_transaction_takes_is_completed_too()
    {
        var inbox = new CaseInbox((await CreateAsync()).Account);
        await inbox.RaiseAsync(Case, Event("e"), CancellationToken.None);
        for (var step = 0; step < 120; step++) await inbox.RememberAsync(Case, "e", step, new RememberedResult("a", "{}"), CancellationToken.None);
        await inbox.CompleteAsync(Case, "e", CancellationToken.None);
        Assert.Empty(await inbox.WaitingAsync(Case, CancellationToken.None));
        Assert.Empty(await inbox.RememberedAsync(Case, "e", CancellationToken.None));
    }

    [Fact]
    public async Task An_event_set_aside_keeps_waiting_with_the_reason()
    {
        var inbox = new CaseInbox((await CreateAsync()).Account);
        await inbox.RaiseAsync(Case, Event("e"), CancellationToken.None);
        await inbox.SetAsideAsync(Case, "e", "The mail server refused.", CancellationToken.None);
        var waiting = Assert.Single(await inbox.WaitingAsync(Case, CancellationToken.None));
        Assert.Equal("The mail server refused.", waiting.Stuck);
        Assert.Equal("hello", waiting.Event.Body.GetProperty("text").GetString());

        await inbox.CompleteAsync(Case, "e", CancellationToken.None);
        await inbox.SetAsideAsync(Case, "e", "Too late.", CancellationToken.None);
        Assert.Empty(await inbox.WaitingAsync(Case, CancellationToken.None));
    }

    [Fact]
    public async Task What_was_handled_is_not_read_when_looking_for_waiting_cases()
    {
        var storage = await CreateAsync();
        var inbox = new CaseInbox(storage.Account);
        for (var i = 0; i < 30; i++)
        {
            await inbox.RaiseAsync(Case, Event("e" + i), CancellationToken.None);
            await inbox.CompleteAsync(Case, "e" + i, CancellationToken.None);
        }

        Assert.Empty(await storage.Account.Inbox.QueryAsync<TableEntity>(RowKey.StartingWith("inbox", "waiting")).ToListAsync());
        Assert.Equal(30, (await storage.Account.Inbox.QueryAsync<TableEntity>().ToListAsync()).Count);
    }

    [Fact]
    public Task A_crash_anywhere_leaves_the_event_waiting_or_handled_never_lost() => Crashing.EverywhereAsync(
        async account =>
        {
            var inbox = new CaseInbox(account);
            await inbox.RaiseAsync(Case, Event("e"), CancellationToken.None);
            await inbox.RememberAsync(Case, "e", 0, new RememberedResult("a", "1"), CancellationToken.None);
            await inbox.CompleteAsync(Case, "e", CancellationToken.None);
        },
        async account =>
        {
            var inbox = new CaseInbox(account);
            Assert.Empty(await inbox.WaitingCasesAsync(CancellationToken.None));
            Assert.Empty(await inbox.RememberedAsync(Case, "e", CancellationToken.None));
            Assert.False(await inbox.RaiseAsync(Case, Event("e"), CancellationToken.None));
        });

    private static CaseEvent Event(string id, DateTimeOffset? at = null, string text = "hello") =>
        new(id, CaseEventKinds.NoticeLinked, at ?? Noon, JsonSerializer.SerializeToElement(new { text }));
}
