using System.Globalization;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Watching;
using TenderWatch.Testing;
using static TenderWatch.Storage.Tests.TestStorage;

namespace TenderWatch.Storage.Tests;

public sealed class RegistryTests
{
    [Fact]
    public async Task A_first_notice_makes_a_procurement_that_is_named_after_it()
    {
        var registry = new Registry((await CreateAsync()).Account);
        var linking = await registry.LinkAsync(Record("1"), Keys("publication:tenderned:1", "ted:10-2026"), openCase: false, CancellationToken.None);
        Assert.True(linking.NewVersion);
        Assert.False(linking.Procurement.HasCase);
        Assert.Equal(Procurement.IdFor(Record("1").Key), linking.Procurement.Id);
        var found = await registry.FindAsync(Record("1").Key, CancellationToken.None);
        Assert.Equal(linking.Procurement.Id, found!.ProcurementId);
        AssertSame(Record("1"), found.Notice);
        Assert.Null(await registry.FindAsync(Record("2").Key, CancellationToken.None));
        Assert.Null(await registry.FindProcurementAsync("ffffffffffff", CancellationToken.None));
        Assert.Empty(await registry.NoticesOfAsync("ffffffffffff", CancellationToken.None));
    }

    [Fact]
    public async Task What_an_award_tells_of_the_price_of_a_unit_is_found_by_its_kind_until_another_version_tells_it_no_more()
    {
        var registry = new Registry((await CreateAsync()).Account);
        var award = new UnitAward("38554000", "LOT-0001", 60_000, "EUR", 1000, "C62");
        var notice = Record("1") with { UnitAwards = [award, award with { Lot = "LOT-0002", Cpv = "31680000" }] };
        await registry.LinkAsync(notice, Keys("publication:tenderned:1"), openCase: false, CancellationToken.None);
        var found = Assert.Single(await registry.UnitAwardsAsync("38554000", CancellationToken.None));
        Assert.Equal(new PastUnitAward(notice.Key, notice.Published, notice.Documents[0].Sha256, award), found);
        Assert.Single(await registry.UnitAwardsAsync("31680000", CancellationToken.None));
        Assert.Empty(await registry.UnitAwardsAsync("3855400", CancellationToken.None));

        await registry.LinkAsync(Record("1", "2") with { UnitAwards = [award with { Price = 61_000 }] }, Keys("publication:tenderned:1"), openCase: false, CancellationToken.None);
        Assert.Equal(61_000, Assert.Single(await registry.UnitAwardsAsync("38554000", CancellationToken.None)).Award.Price);
        Assert.Empty(await registry.UnitAwardsAsync("31680000", CancellationToken.None));
        Assert.Equal(1, (await registry.CountAsync(CancellationToken.None)).Notices);
    }

    [Fact]
    public async Task A_notice_that_shares_a_key_joins_and_opens_the_case()
    {
        var registry = new Registry((await CreateAsync()).Account);
        var first = await registry.LinkAsync(Record("2") with { Published = new DateOnly(2026, 3, 9) }, Keys("ted:10-2026"), openCase: false, CancellationToken.None);
        var second = await registry.LinkAsync(Record("1"), Keys("ted:10-2026", "ted:11-2026"), openCase: true, CancellationToken.None);
        Assert.Equal(first.Procurement.Id, second.Procurement.Id);
        Assert.True(second.Procurement.HasCase);
        Assert.Empty(second.MovedFrom);
        Assert.Equal(["1", "2"], (await registry.NoticesOfAsync(first.Procurement.Id, CancellationToken.None)).Select(notice => notice.Key.Id));
        Assert.True((await registry.FindProcurementAsync(first.Procurement.Id, CancellationToken.None))!.HasCase);
    }

    [Fact]
    public async Task A_notice_named_before_it_is_seen_is_found_where_it_was_named()
    {
        var registry = new Registry((await CreateAsync()).Account);
        var namer = await registry.LinkAsync(Record("2"), Keys("publication:tenderned:2", "publication:tenderned:1"), openCase: false, CancellationToken.None);
        Assert.Null(await registry.FindAsync(Record("1").Key, CancellationToken.None));
        var named = await registry.LinkAsync(Record("1"), Keys("publication:tenderned:1"), openCase: false, CancellationToken.None);
        Assert.True(named.NewVersion);
        Assert.Equal(namer.Procurement.Id, named.Procurement.Id);
        Assert.Equal(namer.Procurement.Id, (await registry.FindAsync(Record("1").Key, CancellationToken.None))!.ProcurementId);
    }

    [Fact]
    public async Task Linking_the_same_version_again_writes_nothing_and_a_new_version_replaces_it_and_keeps_the_earlier_one()
    {
        var storage = await CreateAsync();
        var keys = Keys("publication:tenderned:1", "ted:10-2026");
        var first = await new Registry(storage.Account).LinkAsync(Record("1"), keys, openCase: true, CancellationToken.None);
        var count = new CountingPolicy();
        var again = Record("1") with { Documents = [Record("1").Documents[0] with { RetrievedAt = Noon.AddDays(1) }] };
        var second = await new Registry(storage.Through(count)).LinkAsync(again, keys, openCase: false, CancellationToken.None);
        Assert.Equal(0, count.Writes);
        Assert.False(second.NewVersion);
        Assert.Equivalent(first.Procurement, second.Procurement);

        var third = await new Registry(storage.Account).LinkAsync(Record("1", "2"), keys, openCase: false, CancellationToken.None);
        Assert.True(third.NewVersion);
        Assert.True(third.Procurement.HasCase);
        // What the publication said before stays with it.
        AssertSame(Record("1", "2") with { Earlier = [new EarlierVersion(Record("1").Documents)] }, (await new Registry(storage.Account).FindAsync(Record("1").Key, CancellationToken.None))!.Notice);
        Assert.Single(await new Registry(storage.Account).NoticesOfAsync(first.Procurement.Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_new_list_item_or_match_of_the_same_version_is_kept()
    {
        var registry = new Registry((await CreateAsync()).Account);
        await registry.LinkAsync(Record("1"), Keys("ted:1"), openCase: false, CancellationToken.None);
        var changed = Record("1") with { ListingDigest = Digest.Of("other"), Matches = [new ProfileMatch("smart-meters", [])] };
        var linking = await registry.LinkAsync(changed, Keys("ted:1"), openCase: true, CancellationToken.None);
        Assert.False(linking.NewVersion);
        Assert.True(linking.Procurement.HasCase);
        AssertSame(changed, (await registry.FindAsync(changed.Key, CancellationToken.None))!.Notice);
        Assert.Equal(new RegistryCounts(1, 1, 1), await registry.CountAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_merge_goes_to_the_procurement_with_a_case_and_leaves_a_redirect()
    {
        var registry = new Registry((await CreateAsync()).Account);
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in new[] { "1", "2", "3", "4" })
            ids[id] = (await registry.LinkAsync(Record(id), Keys("ted:" + id), openCase: id is "3" or "4", CancellationToken.None)).Procurement.Id;
        var expected = string.CompareOrdinal(ids["3"], ids["4"]) < 0 ? "3" : "4";
        var other = expected == "3" ? "4" : "3";

        var bridge = await registry.LinkAsync(Record("5"), Keys("ted:1", "ted:2", "ted:3", "ted:4"), openCase: false, CancellationToken.None);
        Assert.Equal(ids[expected], bridge.Procurement.Id);
        Assert.Equal([ids[other]], bridge.MovedFrom);
        Assert.Equal(ids.Values.Where(id => id != ids[expected]).Order(StringComparer.Ordinal), bridge.Procurement.Merged);
        foreach (var id in ids.Values)
        {
            Assert.Equivalent(bridge.Procurement, await registry.FindProcurementAsync(id, CancellationToken.None));
            Assert.Equal(["1", "2", "3", "4", "5"], (await registry.NoticesOfAsync(id, CancellationToken.None)).Select(notice => notice.Key.Id));
        }

        Assert.Equal(ids[expected], (await registry.FindAsync(Record("1").Key, CancellationToken.None))!.ProcurementId);
        Assert.Equal(new RegistryCounts(5, 1, 0), await registry.CountAsync(CancellationToken.None));

        // The answer may get lost: the same call answers the same.
        Assert.Equal([ids[other]], (await registry.LinkAsync(Record("5"), Keys("ted:1"), openCase: false, CancellationToken.None)).MovedFrom);
        Assert.Empty((await registry.LinkAsync(Record("6"), Keys("ted:1"), openCase: false, CancellationToken.None)).MovedFrom);
    }

    [Fact]
    public async Task A_merge_of_merged_procurements_keeps_every_notice()
    {
        var registry = new Registry((await CreateAsync()).Account);
        foreach (var id in new[] { "1", "2", "3", "4" }) await registry.LinkAsync(Record(id), Keys("ted:" + id), openCase: false, CancellationToken.None);
        await registry.LinkAsync(Record("12"), Keys("ted:1", "ted:2"), openCase: false, CancellationToken.None);
        await registry.LinkAsync(Record("34"), Keys("ted:3", "ted:4"), openCase: false, CancellationToken.None);
        var all = await registry.LinkAsync(Record("1234"), Keys("ted:2", "ted:4"), openCase: false, CancellationToken.None);
        Assert.Equal(3, all.Procurement.Merged.Count);
        foreach (var id in new[] { "1", "2", "3", "4", "12", "34" })
            Assert.Equal(all.Procurement.Id, (await registry.FindAsync(Record(id).Key, CancellationToken.None))!.ProcurementId);
        Assert.Equal(7, (await registry.NoticesOfAsync(all.Procurement.Id, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Notices_that_share_a_key_and_are_linked_at_once_end_in_one_procurement()
    {
        var storage = await CreateAsync();
        var records = Enumerable.Range(1, 24).Select(i => Record(i.ToString(CultureInfo.InvariantCulture))).ToArray();
        // Each names its neighbour: only together they make one purchase.
        await Task.WhenAll(records.Select((record, index) => Task.Run(() => new Registry(storage.Account).LinkAsync(
            record, Keys("publication:" + record.Key, "ted:" + index, "ted:" + ((index + 1) % 24)), openCase: index % 3 == 0, CancellationToken.None))));
        var registry = new Registry(storage.Account);
        var homes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in records) homes.Add((await registry.FindAsync(record.Key, CancellationToken.None))!.ProcurementId);
        var home = Assert.Single(homes);
        Assert.Equal(24, (await registry.NoticesOfAsync(home, CancellationToken.None)).Count);
        Assert.True((await registry.FindProcurementAsync(home, CancellationToken.None))!.HasCase);
        Assert.Equal(new RegistryCounts(24, 1, 0), await registry.CountAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_same_notice_linked_at_once_is_new_once()
    {
        var storage = await CreateAsync();
        var linkings = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            new Registry(storage.Account).LinkAsync(Record("1"), Keys("ted:1"), openCase: false, CancellationToken.None))));
        Assert.Single(linkings, linking => linking.NewVersion);
        Assert.Single(linkings.Select(linking => linking.Procurement.Id).Distinct());
    }

    [Fact]
    public async Task A_notice_with_hundreds_of_keys_joins_them_all()
    {
        var registry = new Registry((await CreateAsync()).Account);
        for (var i = 0; i < 240; i += 40) await registry.LinkAsync(Record("old" + i), Keys("ted:" + i), openCase: false, CancellationToken.None);
        var keys = Keys([.. Enumerable.Range(0, 250).Select(i => "ted:" + i)]);
        var linking = await registry.LinkAsync(Record("1"), keys, openCase: false, CancellationToken.None);
        Assert.True(linking.NewVersion);
        Assert.Equal(7, (await registry.NoticesOfAsync(linking.Procurement.Id, CancellationToken.None)).Count);
        Assert.Equal(linking.Procurement.Id, (await registry.LinkAsync(Record("2"), Keys("ted:249"), openCase: false, CancellationToken.None)).Procurement.Id);
    }

    [Fact]
    public Task A_crash_anywhere_in_a_merge_of_more_than_a_transaction_is_healed_by_linking_again() => Crashing.EverywhereAsync(
        account => new Registry(account).LinkAsync(Record("9"), Keys([.. Enumerable.Range(0, 91).Select(i => "ted:" + i)]), openCase: false, CancellationToken.None),
        async account =>
        {
            var registry = new Registry(account);
            var id = (await registry.FindAsync(Record("9").Key, CancellationToken.None))!.ProcurementId;
            Assert.Equal(["1", "2", "9"], (await registry.NoticesOfAsync(id, CancellationToken.None)).Select(notice => notice.Key.Id));
            Assert.Equal(new RegistryCounts(3, 1, 0), await registry.CountAsync(CancellationToken.None));
            Assert.Single((await registry.LinkAsync(Record("9"), [], openCase: false, CancellationToken.None)).MovedFrom);
        },
        async account =>
        {
            await new Registry(account).LinkAsync(Record("1"), Keys("ted:0"), openCase: true, CancellationToken.None);
            await new Registry(account).LinkAsync(Record("2"), Keys("ted:90"), openCase: true, CancellationToken.None);
        });

    [Fact]
    public async Task Hostile_keys_and_long_titles_are_kept_as_they_are()
    {
        var registry = new Registry((await CreateAsync()).Account);
        var strange = new[] { "a/b", "a\\b", "a#b", "a?b", "a'b", "a\u0001b", "a|b", "a~b", "a%2fb", "a b ", "é\U0001F50C", new string('x', 2000), new string('x', 2001) };
        foreach (var id in strange)
        {
            var record = Record(id) with { Title = string.Concat(Enumerable.Repeat("é\U0001F50C", 20_000)) };
            var linking = await registry.LinkAsync(record, Keys("procedure:" + id), openCase: false, CancellationToken.None);
            Assert.Equal(Procurement.IdFor(record.Key), linking.Procurement.Id);
            AssertSame(record, (await registry.FindAsync(record.Key, CancellationToken.None))!.Notice);
        }

        Assert.Equal(strange.Length, (await registry.CountAsync(CancellationToken.None)).Procurements);
    }

    [Fact]
    public async Task A_new_notice_that_matches_nothing_costs_two_writes_and_an_unchanged_one_none()
    {
        var storage = await CreateAsync();
        var count = new CountingPolicy();
        var account = storage.Through(count);
        var (evidence, registry) = (new EvidenceStore(account), new Registry(account));
        var keys = Keys("publication:tenderned:1", "ted:1", "notice:x", "procedure:y|id:NLD:1", "procedure:y|name:z");
        await evidence.PutAsync("<notice/>"u8.ToArray(), "text/xml", Confidentiality.Public, CancellationToken.None);
        await registry.LinkAsync(Record("1"), keys, openCase: false, CancellationToken.None);
        Assert.Equal(2, count.Writes);

        Assert.NotNull(await registry.FindAsync(Record("1").Key, CancellationToken.None));
        await registry.LinkAsync(Record("1"), keys, openCase: false, CancellationToken.None);
        Assert.Equal(2, count.Writes);
    }

    [Fact]
    public async Task An_undated_notice_never_counts_as_the_latest()
    {
        var registry = new Registry((await CreateAsync()).Account);
        await registry.LinkAsync(Record("1"), Keys("ted:1"), openCase: false, CancellationToken.None);
        var linking = await registry.LinkAsync(Record("2") with { Published = null }, Keys("ted:1"), openCase: false, CancellationToken.None);
        Assert.Equal(["2", "1"], (await registry.NoticesOfAsync(linking.Procurement.Id, CancellationToken.None)).Select(notice => notice.Key.Id));
    }

    [Fact]
    public async Task A_notice_is_unsettled_until_its_case_was_told_of_this_version()
    {
        var registry = new Registry((await CreateAsync()).Account);
        Assert.True((await registry.LinkAsync(Record("1"), Keys(), openCase: false, CancellationToken.None)).Settled);
        Assert.False((await registry.LinkAsync(Record("1"), Keys(), openCase: true, CancellationToken.None)).Settled);
        Assert.False((await registry.LinkAsync(Record("1"), Keys(), openCase: true, CancellationToken.None)).Settled);

        await registry.SettleAsync(Record("1").Key, Record("1", "2").Version, CancellationToken.None);
        Assert.False((await registry.FindAsync(Record("1").Key, CancellationToken.None))!.Notice.Settled);
        await registry.SettleAsync(Record("1").Key, Record("1").Version, CancellationToken.None);
        Assert.True((await registry.LinkAsync(Record("1"), Keys(), openCase: true, CancellationToken.None)).Settled);
        Assert.False((await registry.LinkAsync(Record("1", "2"), Keys(), openCase: true, CancellationToken.None)).Settled);
    }

    // Whether it is settled is the registry's own note.
    private static void AssertSame(NoticeRecord expected, NoticeRecord actual) =>
        Assert.Equal(JsonColumns.Write(expected with { Settled = actual.Settled }), JsonColumns.Write(actual));
}
