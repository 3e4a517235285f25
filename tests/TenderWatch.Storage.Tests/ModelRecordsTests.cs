using TenderWatch.Core.Texts;

namespace TenderWatch.Storage.Tests;

public sealed class ModelRecordsTests
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hosts_that_ask_at_once_never_take_more_than_the_budget_and_forget_nothing()
    {
        var storage = await TestStorage.CreateAsync();
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var records = new ModelRecords(storage.Account);
            var count = 0;
            for (var attempt = 0; attempt < 5; attempt++) count += await records.TryTakeAsync(Day, 100, 1_000, Stop) ? 1 : 0;
            return count;
        }));
        var after = new ModelRecords(storage.Account);
        Assert.Equal(10, taken.Sum());
        Assert.Equal(new ModelUsage(0, 1_000, 0), await after.UsedAsync(Day, Stop));

        await after.SettleAsync(Day, 100, new ModelUsage(1, 30, 5), Stop);
        Assert.Equal(new ModelUsage(1, 930, 5), await after.UsedAsync(Day, Stop));
        Assert.Equal(ModelUsage.None, await after.UsedAsync(Day.AddDays(1), Stop));
    }

    [Fact]
    public async Task An_answer_is_kept_whole_and_found_by_another_host()
    {
        var storage = await TestStorage.CreateAsync();
        var answer = string.Concat(Enumerable.Repeat("zweefvliegtuigen \"é\" ", 5_000));
        await new ModelRecords(storage.Account).KeepAsync("k1", answer, Stop);
        Assert.Equal(answer, await new ModelRecords(storage.Account).FindAsync("k1", Stop));
        Assert.Null(await new ModelRecords(storage.Account).FindAsync("k2", Stop));
        // Too long for a row as JSON, where every sign that is escaped takes six: it is not kept, and nothing fails by it.
        await new ModelRecords(storage.Account).KeepAsync("k3", new string('\u00E9', 150_000), Stop);
        Assert.Null(await new ModelRecords(storage.Account).FindAsync("k3", Stop));
    }
}
