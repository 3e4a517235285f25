using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Watching;
using static TenderWatch.Storage.Tests.TestStorage;

namespace TenderWatch.Storage.Tests;

public sealed class CasesTests
{
    [Fact]
    public async Task The_ends_of_the_ledgers_come_without_the_states_also_of_a_case_that_an_older_version_saved()
    {
        var account = (await CreateAsync()).Account;
        var (cases, head) = (new Cases(account), new LedgerHead(7, Digest.Of("head")));
        await cases.SaveAsync(new CaseState { Id = "0123456789ab", Ledger = head }, CancellationToken.None);
        var older = new CaseState { Id = "ba9876543210", Ledger = new LedgerHead(2, Digest.Of("older")) };
        await account.Cases.AddEntityAsync(new Azure.Data.Tables.TableEntity("case", RowKey.Of(older.Id)).With(JsonColumns.Write(older)));
        Assert.Equal([("0123456789ab", head), (older.Id, older.Ledger)], await cases.HeadsAsync(CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task A_case_comes_back_as_it_was_saved()
    {
        var cases = new Cases((await CreateAsync()).Account);
        var state = new CaseState
        {
            Id = "0123456789ab",
            Title = "Slimme meters \U0001F50C",
            Buyers = ["Alliander", "Stedin"],
            Matches = [new ProfileMatch("smart-meters", [new MatchReason("cpv", "3855", "38554000", "BT-262")]), new ProfileMatch("empty", [])],
            OpenedAt = Noon,
            UpdatedAt = Noon.AddTicks(1),
            Facts = Digest.Of("facts"),
            Checks = [new CheckResult("alt", "1", Verdict.NotAssessable, Digest.Of("v"), Digest.Of("f"), 0, 1, 0)],
            Notices = 2,
            Ledger = new LedgerHead(7, Digest.Of("head")),
            NextDeadline = Noon.AddDays(20),
            Stuck = "why",
        };
        await cases.SaveAsync(state, CancellationToken.None);
        await cases.SaveAsync(state, CancellationToken.None);
        Assert.Equal(JsonColumns.Write(state), JsonColumns.Write(await cases.FindAsync(state.Id, CancellationToken.None)));
        Assert.Single(await cases.ListAsync(CancellationToken.None));
        Assert.Null(await cases.FindAsync("ffffffffffff", CancellationToken.None));

        var fresh = new CaseState { Id = "fresh" };
        await cases.SaveAsync(fresh, CancellationToken.None);
        Assert.Equal(LedgerHead.Start, (await cases.FindAsync("fresh", CancellationToken.None))!.Ledger);
    }

    [Fact]
    public async Task Cases_are_listed_last_updated_first()
    {
        var cases = new Cases((await CreateAsync()).Account);
        await cases.SaveAsync(new CaseState { Id = "a", UpdatedAt = Noon }, CancellationToken.None);
        await cases.SaveAsync(new CaseState { Id = "b", UpdatedAt = Noon.AddHours(1) }, CancellationToken.None);
        await cases.SaveAsync(new CaseState { Id = "c", UpdatedAt = Noon }, CancellationToken.None);
        Assert.Equal(["b", "a", "c"], (await cases.ListAsync(CancellationToken.None)).Select(state => state.Id));
    }

    [Fact]
    public async Task Cases_are_due_at_their_deadline_and_not_before()
    {
        var cases = new Cases((await CreateAsync()).Account);
        await cases.SaveAsync(new CaseState { Id = "none" }, CancellationToken.None);
        await cases.SaveAsync(new CaseState { Id = "due", NextDeadline = Noon.ToOffset(TimeSpan.FromHours(2)) }, CancellationToken.None);
        await cases.SaveAsync(new CaseState { Id = "later", NextDeadline = Noon.AddTicks(10_000) }, CancellationToken.None);
        await cases.SaveAsync(new CaseState { Id = "moved", NextDeadline = Noon.AddDays(-1) }, CancellationToken.None);
        await cases.SaveAsync(new CaseState { Id = "moved" }, CancellationToken.None);
        Assert.Empty(await cases.DueAsync(Noon.AddTicks(-10_000), CancellationToken.None));
        Assert.Equal(["due"], (await cases.DueAsync(Noon, CancellationToken.None)).Select(state => state.Id));
    }
}
