using Microsoft.Extensions.Time.Testing;
using TenderWatch.Core.Leases;
using TenderWatch.Core.Reviews;
using static TenderWatch.Storage.Tests.TestStorage;

namespace TenderWatch.Storage.Tests;

public sealed class LeasesTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(Noon);
    private readonly LeaseOwner _first = new();
    private readonly LeaseOwner _second = new();

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    [Fact]
    public async Task Of_two_hosts_one_has_a_lease_until_it_hands_it_back()
    {
        var account = (await CreateAsync()).Account;
        var (ours, theirs) = (new Leases(account, _first, _time), new Leases(account, _second, _time));
        var (lease, _) = await ours.TryTakeAsync("case:a", CancellationToken.None);
        Assert.NotNull(lease);
        Assert.Equal(new LeaseResult(null, Environment.MachineName), await theirs.TryTakeAsync("case:a", CancellationToken.None));
        Assert.Null((await ours.TryTakeAsync("case:a", CancellationToken.None)).Lease);
        await using (var other = (await theirs.TryTakeAsync("case:b", CancellationToken.None)).Lease) Assert.NotNull(other);

        await lease.DisposeAsync();
        await using var taken = (await theirs.TryTakeAsync("case:a", CancellationToken.None)).Lease;
        Assert.NotNull(taken);
    }

    [Fact]
    public async Task Of_many_who_take_a_lease_at_once_one_gets_it()
    {
        var account = (await CreateAsync()).Account;
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => new Leases(account, number % 2 == 0 ? _first : _second, _time).TryTakeAsync("outbox", CancellationToken.None)));
        await Assert.Single(results, result => result.Lease is not null).Lease!.DisposeAsync();
    }

    [Fact]
    public async Task A_lease_is_renewed_while_it_is_held()
    {
        var account = (await CreateAsync()).Account;
        await using var lease = (await new Leases(account, _first, _time).TryTakeAsync("case:a", CancellationToken.None)).Lease;
        var before = await RowAsync(account);
        _time.Advance(Leases.Length / 3);
        await UntilAsync(async () => (await RowAsync(account)).GetDateTimeOffset("Until") > before.GetDateTimeOffset("Until"));
        // Beyond the end that it had at first.
        _time.Advance(Leases.Length - (Leases.Length / 3) + TimeSpan.FromSeconds(1));
        Assert.Null((await new Leases(account, _second, _time).TryTakeAsync("case:a", CancellationToken.None)).Lease);
        Assert.False(lease!.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task After_its_end_another_host_takes_it_over_and_the_first_one_is_told()
    {
        var storage = await CreateAsync();
        var stopped = new FakeTimeProvider(Noon);
        var lease = (await new Leases(storage.Account, _first, stopped).TryTakeAsync("case:a", CancellationToken.None)).Lease!;
        _time.Advance(Leases.Length);
        await using var taken = (await new Leases(storage.Account, _second, _time).TryTakeAsync("case:a", CancellationToken.None)).Lease;
        Assert.NotNull(taken);

        Assert.False(lease.Lost.IsCancellationRequested);
        stopped.Advance(Leases.Length / 3);
        await UntilAsync(() => Task.FromResult(lease.Lost.IsCancellationRequested));
        await lease.DisposeAsync();
        Assert.Equal(_second.Name, (await RowAsync(storage.Account)).GetString("Owner"));
    }

    [Fact]
    public async Task The_lease_of_a_process_of_this_machine_that_ended_is_taken_over_at_once()
    {
        var account = (await CreateAsync()).Account;
        var ended = new LeaseOwner();
        var lease = (await new Leases(account, ended, _time).TryTakeAsync("case:a", CancellationToken.None)).Lease;
        Assert.NotNull(lease);
        Assert.Null((await new Leases(account, _second, _time).TryTakeAsync("case:a", CancellationToken.None)).Lease);
        ended.Dispose();
        await using var taken = (await new Leases(account, _second, _time).TryTakeAsync("case:a", CancellationToken.None)).Lease;
        Assert.NotNull(taken);
        await lease.DisposeAsync();
    }

    [Fact]
    public async Task A_lease_of_another_machine_is_taken_over_after_its_time_alone()
    {
        var account = (await CreateAsync()).Account;
        await account.Leases.AddEntityAsync(new Azure.Data.Tables.TableEntity("lease", "case:a") { ["Owner"] = "elsewhere|abc.def", ["Until"] = Noon.AddSeconds(5) });
        Assert.Equal("elsewhere", (await new Leases(account, _first, _time).TryTakeAsync("case:a", CancellationToken.None)).HeldBy);
        _time.Advance(TimeSpan.FromSeconds(5));
        await using var taken = (await new Leases(account, _first, _time).TryTakeAsync("case:a", CancellationToken.None)).Lease;
        Assert.NotNull(taken);
    }

    [Fact]
    public async Task A_state_that_does_not_follow_the_stored_one_is_refused_and_the_same_one_again_is_not()
    {
        var cases = new Cases((await CreateAsync()).Account);
        await cases.SaveAsync(new CaseState { Id = "a", Title = "old" }, CancellationToken.None);
        var first = new CaseState { Id = "a", Title = "first", Revision = 1 };
        await cases.SaveAsync(first, CancellationToken.None);
        await cases.SaveAsync(first, CancellationToken.None);
        await Assert.ThrowsAsync<StaleStateException>(() => cases.SaveAsync(first with { Title = "other" }, CancellationToken.None));
        await cases.SaveAsync(first with { Title = "second", Revision = 2 }, CancellationToken.None);
        await Assert.ThrowsAsync<StaleStateException>(() => cases.SaveAsync(first, CancellationToken.None));
        Assert.Equal("second", (await cases.FindAsync("a", CancellationToken.None))!.Title);
    }

    [Fact]
    public async Task Of_many_who_save_the_next_state_at_once_one_is_through()
    {
        var cases = new Cases((await CreateAsync()).Account);
        await cases.SaveAsync(new CaseState { Id = "a", Revision = 1 }, CancellationToken.None);
        var ends = await Task.WhenAll(Enumerable.Range(0, 8).Select(async number => await Xunit.Record.ExceptionAsync(() =>
            cases.SaveAsync(new CaseState { Id = "a", Revision = 2, Title = $"{number}" }, CancellationToken.None))));
        Assert.Single(ends, end => end is null);
        Assert.All(ends.Where(end => end is not null), end => Assert.IsType<StaleStateException>(end));
    }

    private static async Task<Azure.Data.Tables.TableEntity> RowAsync(StorageAccount account) =>
        await account.Leases.GetEntityAsync<Azure.Data.Tables.TableEntity>("lease", "case:a");

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds()) await Task.Yield();
    }
}
