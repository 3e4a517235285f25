using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Testing;

namespace TenderWatch.Storage.Tests;

public sealed class LedgerStoreTests
{
    private const string Case = "0123456789ab";

    [Fact]
    public async Task Entries_follow_one_another()
    {
        var ledger = new LedgerStore((await TestStorage.CreateAsync()).Account);
        var head = LedgerHead.Start;
        for (var i = 1; i <= 3; i++)
        {
            head = await ledger.AppendAsync(Case, head, TestStorage.Draft("k" + i), CancellationToken.None);
            Assert.Equal(i, head.Sequence);
        }

        await AssertChainAsync(ledger, ["k1", "k2", "k3"]);
        Assert.Equal([Case], await ledger.ListCasesAsync(CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task The_same_key_again_is_the_same_entry_wherever_the_search_starts()
    {
        var ledger = new LedgerStore((await TestStorage.CreateAsync()).Account);
        var first = await ledger.AppendAsync(Case, LedgerHead.Start, TestStorage.Draft("a"), CancellationToken.None);
        var second = await ledger.AppendAsync(Case, first, TestStorage.Draft("b"), CancellationToken.None);
        Assert.Equal(first, await ledger.AppendAsync(Case, LedgerHead.Start, TestStorage.Draft("a", new { other = "body" }), CancellationToken.None));
        Assert.Equal(second, await ledger.AppendAsync(Case, LedgerHead.Start, TestStorage.Draft("b"), CancellationToken.None));
        Assert.Equal(second, await ledger.AppendAsync(Case, first, TestStorage.Draft("b"), CancellationToken.None));
        await AssertChainAsync(ledger, ["a", "b"]);
    }

    [Fact]
    public async Task An_append_where_nobody_else_writes_is_one_request()
    {
        var storage = await TestStorage.CreateAsync();
        var head = await new LedgerStore(storage.Account).AppendAsync(Case, LedgerHead.Start, TestStorage.Draft("a"), CancellationToken.None);
        var count = new CountingPolicy();
        await new LedgerStore(storage.Through(count)).AppendAsync(Case, head, TestStorage.Draft("b"), CancellationToken.None);
        Assert.Equal((1, 0), (count.Writes, count.Reads));
    }

    [Fact]
    public async Task Sixty_four_writers_at_once_make_one_chain_with_every_entry()
    {
        var storage = await TestStorage.CreateAsync();
        var keys = Enumerable.Range(0, 64).Select(i => "writer-" + i).ToArray();
        // Half of them are in two minds and write twice.
        var writers = keys.Concat(keys[..32]).Select(key => Task.Run(() =>
            new LedgerStore(storage.Account).AppendAsync(Case, LedgerHead.Start, TestStorage.Draft(key), CancellationToken.None)));
        var heads = await Task.WhenAll(writers);
        var ledger = new LedgerStore(storage.Account);
        var entries = await AssertChainAsync(ledger, keys);
        Assert.Equal(64, heads.Distinct().Count());
        Assert.All(heads[..32].Zip(heads[64..]), pair => Assert.Equal(pair.First, pair.Second));
        Assert.All(heads, head => Assert.Equal(Digest.Of(entries[(int)head.Sequence - 1].Bytes), head.Sha256));
    }

    [Fact]
    public Task A_crash_anywhere_loses_no_entry_and_doubles_none() => Crashing.EverywhereAsync(
        async account =>
        {
            var ledger = new LedgerStore(account);
            var head = LedgerHead.Start;
            foreach (var key in new[] { "a", "b", "c" }) head = await ledger.AppendAsync(Case, head, TestStorage.Draft(key), CancellationToken.None);
        },
        account => AssertChainAsync(new LedgerStore(account), ["a", "b", "c"]));

    [Fact]
    public async Task Nothing_is_appended_to_a_broken_chain()
    {
        var storage = await TestStorage.CreateAsync();
        var ledger = new LedgerStore(storage.Account);
        await ledger.AppendAsync(Case, LedgerHead.Start, TestStorage.Draft("a"), CancellationToken.None);
        await ledger.AppendAsync(Case, LedgerHead.Start, TestStorage.Draft("b"), CancellationToken.None);
        var blob = storage.Account.Ledger.GetBlobClient(Case + "/0000000001.json");
        var text = (await blob.DownloadContentAsync()).Value.Content.ToString();
        await blob.UploadAsync(BinaryData.FromString(text.Replace("\"text\":\"a\"", "\"text\":\"x\"", StringComparison.Ordinal)), overwrite: true);
        var broken = await Assert.ThrowsAsync<EvidenceException>(() => ledger.AppendAsync(Case, LedgerHead.Start, TestStorage.Draft("c"), CancellationToken.None));
        Assert.Contains(Case + "/0000000002.json", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_with_a_fraction_or_a_repeated_member_is_no_ledger_entry()
    {
        foreach (var body in new[] { "{\"a\":1.5}", "{\"a\":1,\"a\":2}", "{\"a\":\"\\ud800\"}" })
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(
                $$"""{"at":"2026-03-02T12:00:00.0000000Z","body":{{body}},"case":"c","key":"k","kind":"event","prev":"{{new string('0', 64)}}","seq":1,"v":1}""");
            Assert.Throws<FormatException>(() => LedgerEntry.Parse(bytes));
        }

        await Task.CompletedTask;
    }

    private static async Task<List<StoredLedgerEntry>> AssertChainAsync(LedgerStore ledger, string[] keys)
    {
        var stored = await ledger.ReadAsync(Case, CancellationToken.None).ToListAsync();
        var previous = default(Digest);
        var seen = new List<string>();
        foreach (var (one, index) in stored.Select((one, index) => (one, index)))
        {
            var entry = LedgerEntry.Parse(one.Bytes);
            Assert.Equal((index + 1, index + 1), ((int)one.Sequence, (int)entry.Sequence));
            Assert.Equal(previous, entry.Previous);
            Assert.Equal(JsonValueKind.Object, entry.Body.ValueKind);
            previous = Digest.Of(one.Bytes);
            seen.Add(entry.Key);
        }

        Assert.Equal(keys.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        return stored;
    }
}
