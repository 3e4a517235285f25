using Azure.Data.Tables;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Messages;
using static TenderWatch.Storage.Tests.TestStorage;

namespace TenderWatch.Storage.Tests;

public sealed class OutboxTests
{
    [Fact]
    public async Task A_message_is_queued_once_for_ever()
    {
        var outbox = new Outbox((await CreateAsync()).Account);
        Assert.True(await outbox.QueueAsync(Message("m1"), CancellationToken.None));
        Assert.False(await outbox.QueueAsync(Message("m1"), CancellationToken.None));
        await outbox.UpdateAsync(Message("m1") with { State = OutboxState.Sent }, CancellationToken.None);
        Assert.False(await outbox.QueueAsync(Message("m1"), CancellationToken.None));
        Assert.Empty(await outbox.DueAsync(Noon.AddYears(1), CancellationToken.None));
        Assert.Equal(OutboxState.Sent, Assert.Single(await outbox.AboutAsync("case", CancellationToken.None)).State);
    }

    [Fact]
    public async Task Pending_messages_are_due_oldest_first_when_their_time_has_come()
    {
        var outbox = new Outbox((await CreateAsync()).Account);
        await outbox.QueueAsync(Message("b") with { QueuedAt = Noon.AddMinutes(1) }, CancellationToken.None);
        await outbox.QueueAsync(Message("c"), CancellationToken.None);
        await outbox.QueueAsync(Message("a") with { NotBefore = Noon.AddHours(1) }, CancellationToken.None);
        await outbox.QueueAsync(Message("d"), CancellationToken.None);
        await outbox.UpdateAsync(Message("d") with { State = OutboxState.Dead, LastError = "refused" }, CancellationToken.None);
        Assert.Equal(["c", "b"], (await outbox.DueAsync(Noon, CancellationToken.None)).Select(message => message.Id));
        Assert.Equal(["a", "c", "b"], (await outbox.DueAsync(Noon.AddHours(1), CancellationToken.None)).Select(message => message.Id));
        Assert.Equal(["a", "c", "d", "b"], (await outbox.UnsentAsync(CancellationToken.None)).Select(message => message.Id));
        Assert.Equal(4, (await outbox.AboutAsync("case", CancellationToken.None)).Count);
        Assert.Empty(await outbox.AboutAsync("cas", CancellationToken.None));
    }

    [Fact]
    public async Task A_failed_attempt_is_kept_and_never_undoes_a_success()
    {
        var outbox = new Outbox((await CreateAsync()).Account);
        await outbox.QueueAsync(Message("m"), CancellationToken.None);
        var failed = Message("m") with { Attempts = 1, NotBefore = Noon.AddMinutes(1), LastError = "timeout" };
        await outbox.UpdateAsync(failed, CancellationToken.None);
        Assert.Equal(failed, Assert.Single(await outbox.UnsentAsync(CancellationToken.None)));
        await outbox.UpdateAsync(failed with { State = OutboxState.Sent }, CancellationToken.None);
        await outbox.UpdateAsync(failed with { Attempts = 2 }, CancellationToken.None);
        Assert.Empty(await outbox.UnsentAsync(CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => outbox.UpdateAsync(Message("never"), CancellationToken.None));
    }

    [Fact]
    public async Task What_recipients_got_lately_is_kept_for_the_next_process_beside_the_messages()
    {
        var storage = await CreateAsync();
        var outbox = new Outbox(storage.Account);
        Assert.Empty(await outbox.PaceAsync(CancellationToken.None));
        await outbox.QueueAsync(Message("m"), CancellationToken.None);
        await outbox.SavePaceAsync([new("email", "a@example.org", [Noon], null)], CancellationToken.None);
        await outbox.SavePaceAsync([new("email", "a@example.org", [Noon, Noon.AddMinutes(1)], Noon), new("teams", "inkoop", [], Noon)], CancellationToken.None);

        var pace = await new Outbox(storage.Account).PaceAsync(CancellationToken.None);

        Assert.Equal([("a@example.org", 2, Noon), ("inkoop", 0, Noon)], pace.Select(one => (one.Recipient, one.Sent.Count, one.Bundled!.Value)));
        Assert.Single(await outbox.UnsentAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_was_sent_does_not_stand_among_what_is_looked_through()
    {
        var storage = await CreateAsync();
        var outbox = new Outbox(storage.Account);
        for (var i = 0; i < 5; i++)
        {
            await outbox.QueueAsync(Message("m" + i), CancellationToken.None);
            await outbox.UpdateAsync(Message("m" + i) with { State = OutboxState.Sent }, CancellationToken.None);
        }

        Assert.Empty(await storage.Account.Outbox.QueryAsync<TableEntity>(RowKey.StartingWith("outbox", "unsent")).ToListAsync());
        Assert.Equal(5, (await storage.Account.Outbox.QueryAsync<TableEntity>().ToListAsync()).Count);
    }

    [Fact]
    public Task A_crash_anywhere_loses_no_message() => Crashing.EverywhereAsync(
        async account =>
        {
            var outbox = new Outbox(account);
            await outbox.QueueAsync(Message("m"), CancellationToken.None);
            await outbox.UpdateAsync(Message("m") with { Attempts = 1 }, CancellationToken.None);
        },
        async account =>
        {
            Assert.Equal(1, Assert.Single(await new Outbox(account).DueAsync(Noon, CancellationToken.None)).Attempts);
            Assert.Equal(1, Assert.Single(await new Outbox(account).AboutAsync("case", CancellationToken.None)).Attempts);
        });

    private static OutboxMessage Message(string id) => new(id, "case", "email", "inkoop@example.org", "message/rfc822", Digest.Of(id), Noon);
}
