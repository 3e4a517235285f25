using System.Text;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Time.Testing;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Reviews;
using static TenderWatch.Storage.Tests.TestStorage;

namespace TenderWatch.Storage.Tests;

public sealed class CheckpointTests : IDisposable
{
    private const string Case = "0123456789ab";
    private const string Other = "ba9876543210";

    private readonly MemorySigner _signer = new();
    private readonly FakeTimeProvider _time = new(Noon);

    public void Dispose() => _signer.Dispose();

    [Fact]
    public async Task Without_ledgers_there_is_nothing_to_sign()
    {
        var storage = await CreateAsync();
        Assert.Equal(new CheckpointOutcome(null, false, []), await RunAsync(storage), Same);
        Assert.True((await VerifyAsync(storage)).Intact);
    }

    [Fact]
    public async Task A_checkpoint_signs_the_end_of_every_ledger()
    {
        var storage = await FilledAsync();
        var outcome = await RunAsync(storage);
        Assert.True(outcome.IsNew);
        Assert.Equal((1, 3), (outcome.Latest!.Checkpoint.Number, outcome.Latest.Checkpoint.Size));
        Assert.True(outcome.Latest.IsSignedBy(_signer.Key));
        Assert.Equal([Case, Other, "source:ted"], (await LeavesAsync(storage, 1)).Select(leaf => leaf.Ledger));
        var report = await VerifyAsync(storage);
        Assert.True(report.Intact);
        Assert.Equal(CheckpointReference.Of(outcome.Latest), report.Checkpoint);
    }

    [Fact]
    public async Task The_next_checkpoint_holds_only_what_grew_and_follows_the_last()
    {
        var storage = await FilledAsync();
        var first = (await RunAsync(storage)).Latest!;
        await AppendAsync(storage, Case, "later");
        var second = (await RunAsync(storage)).Latest!.Checkpoint;
        Assert.Equal((2, 4, 1), (second.Number, second.Size, second.Added));
        Assert.Equal(Digest.Of(first.ToBytes()), second.Previous);
        Assert.Equal([Case], (await LeavesAsync(storage, 2)).Select(leaf => leaf.Ledger));
        var proof = await MerkleProofs.ConsistencyAsync(3, 4, AllLeaves(storage, 2), CancellationToken.None);
        Assert.True(MerkleVerification.IsConsistent(3, first.Checkpoint.Root, 4, second.Root, proof));
        Assert.True((await VerifyAsync(storage)).Intact);
    }

    [Fact]
    public async Task What_an_episode_wrote_that_has_not_ended_is_signed_too()
    {
        var storage = await FilledAsync();
        await RunAsync(storage);
        // The event is in the ledger; that its episode does not get on leaves the state behind.
        var state = (await new Cases(storage.Account).FindAsync(Case, CancellationToken.None))!;
        var recorded = await new LedgerStore(storage.Account).AppendAsync(Case, state.Ledger, Draft("event"), CancellationToken.None);
        Assert.False((await RunAsync(storage)).IsNew);
        await new CaseInbox(storage.Account).RaiseAsync(Case, new CaseEvent("e", CaseEventKinds.RecheckRequested, Noon, System.Text.Json.JsonSerializer.SerializeToElement(new { })), CancellationToken.None);

        var outcome = await RunAsync(storage);

        Assert.True(outcome.IsNew);
        Assert.Equal([(Case, recorded)], (await LeavesAsync(storage, 2)).Select(leaf => (leaf.Ledger, leaf.Head)));
    }

    [Fact]
    public async Task Where_nothing_grew_there_is_no_new_checkpoint()
    {
        var storage = await FilledAsync();
        var first = await RunAsync(storage);
        var again = await RunAsync(storage);
        Assert.False(again.IsNew);
        Assert.Equal(first.Latest!.ToBytes(), again.Latest!.ToBytes());
    }

    [Fact]
    public async Task Two_at_once_make_one_checkpoint()
    {
        var storage = await FilledAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RunAsync(storage)));
        Assert.Single(outcomes, outcome => outcome.IsNew);
        Assert.Single(outcomes.Select(outcome => CheckpointReference.Of(outcome.Latest)).Distinct());
        Assert.True((await VerifyAsync(storage)).Intact);
    }

    [Fact]
    public Task A_run_that_was_stopped_at_any_write_is_made_good_by_the_next() => Crashing.EverywhereAsync(
        async account => await CheckpointerOf(account).RunAsync(CancellationToken.None),
        async account =>
        {
            await CheckpointerOf(account).RunAsync(CancellationToken.None);
            Assert.True((await VerifyAsync(account)).Intact);
            Assert.Equal((2, 4), ((await LatestAsync(account)).Number, (await LatestAsync(account)).Size));
        },
        async account =>
        {
            await FillAsync(account);
            await CheckpointerOf(account).RunAsync(CancellationToken.None);
            await AppendAsync(account, Case, "later");
        });

    [Fact]
    public async Task A_ledger_cut_back_together_with_its_case_is_found()
    {
        var storage = await FilledAsync();
        await RunAsync(storage);
        await Ledger(storage, 3).DeleteAsync();
        var second = (await Ledger(storage, 2).DownloadContentAsync()).Value.Content.ToArray();
        await new Cases(storage.Account).SaveAsync(new CaseState { Id = Case, Ledger = new LedgerHead(2, Digest.Of(second)) }, CancellationToken.None);
        AssertFault(await VerifyAsync(storage), "truncated", $"{storage.Account.Ledger.Name}/{Case}/0000000003.json");
    }

    [Fact]
    public async Task A_ledger_written_anew_together_with_its_case_is_found()
    {
        var storage = await FilledAsync();
        await RunAsync(storage);
        for (var number = 1; number <= 3; number++) await Ledger(storage, number).DeleteAsync();
        var head = LedgerHead.Start;
        foreach (var key in new[] { "x", "y", "z", "w" }) head = await new LedgerStore(storage.Account).AppendAsync(Case, head, Draft(key), CancellationToken.None);
        await new Cases(storage.Account).SaveAsync(new CaseState { Id = Case, Ledger = head }, CancellationToken.None);
        AssertFault(await VerifyAsync(storage), "altered", $"{storage.Account.Ledger.Name}/{Case}/0000000003.json");
    }

    [Fact]
    public async Task A_ledger_that_was_taken_away_altogether_is_found()
    {
        var storage = await FilledAsync();
        await RunAsync(storage);
        await storage.Account.Ledger.GetBlobClient("source:ted/0000000001.json").DeleteAsync();
        AssertFault(await VerifyAsync(storage), "truncated", $"{storage.Account.Ledger.Name}/source:ted/0000000001.json");
    }

    [Fact]
    public async Task Every_changed_byte_and_every_missing_file_of_checkpoints_is_found_and_named()
    {
        var storage = await FilledAsync();
        await RunAsync(storage);
        await AppendAsync(storage, Case, "later");
        await RunAsync(storage);
        var container = storage.Account.Checkpoints;
        await foreach (var item in container.GetBlobsAsync())
        {
            var blob = container.GetBlobClient(item.Name);
            var bytes = (await blob.DownloadContentAsync()).Value.Content.ToArray();
            for (var at = 0; at < bytes.Length; at += 5)
            {
                var altered = (byte[])bytes.Clone();
                altered[at] ^= 1;
                await blob.UploadAsync(BinaryData.FromBytes(altered), overwrite: true);
                AssertFault(await VerifyAsync(storage), null, $"{container.Name}/{item.Name}");
            }

            await blob.DeleteAsync();
            // Of the key nothing else remains than the checkpoints that it signed.
            AssertFault(await VerifyAsync(storage), null, CheckpointNames.IsKey(item.Name) ? $"{container.Name}/0000000001.json" : $"{container.Name}/{item.Name}");
            await blob.UploadAsync(BinaryData.FromBytes(bytes));
        }

        Assert.True((await VerifyAsync(storage)).Intact);
    }

    [Fact]
    public async Task Checkpoints_of_somebody_elses_key_are_found_where_the_reader_knows_the_key()
    {
        var storage = await FilledAsync();
        using var stranger = new MemorySigner();
        await new Checkpointer(new LedgerStore(storage.Account), new Cases(storage.Account), new CheckpointStore(storage.Account), stranger, _time).RunAsync(CancellationToken.None);
        Assert.True((await VerifyAsync(storage)).Intact);
        AssertFault(await VerifyAsync(storage, new Trust([_signer.Key])), "wrong-key", $"{storage.Account.Checkpoints.Name}/0000000001.json");
    }

    [Fact]
    public async Task Storage_written_anew_as_a_whole_lacks_the_checkpoint_that_a_reader_kept()
    {
        var storage = await FilledAsync();
        var kept = CheckpointReference.Of((await RunAsync(storage)).Latest)!.Sha256;
        Assert.True((await VerifyAsync(storage, new Trust(Checkpoint: kept))).Intact);
        var anew = await FilledAsync();
        _time.Advance(TimeSpan.FromSeconds(1));
        await RunAsync(anew);
        Assert.True((await VerifyAsync(anew)).Intact);
        AssertFault(await VerifyAsync(anew, new Trust(Checkpoint: kept)), "missing", anew.Account.Checkpoints.Name);
    }

    [Fact]
    public async Task The_latest_checkpoint_taken_away_with_its_leaves_is_missed()
    {
        var storage = await FilledAsync();
        await RunAsync(storage);
        await AppendAsync(storage, Case, "later");
        await RunAsync(storage);
        foreach (var name in new[] { CheckpointNames.Of(2), CheckpointNames.LeavesOf(2) }) await storage.Account.Checkpoints.GetBlobClient(name).DeleteAsync();
        AssertFault(await VerifyAsync(storage), "missing", $"{storage.Account.Checkpoints.Name}/0000000002.json");
    }

    [Fact]
    public async Task A_checkpoint_of_the_future_is_found()
    {
        var storage = await FilledAsync();
        _time.Advance(TimeSpan.FromDays(1));
        await RunAsync(storage);
        _time.AdjustTime(Noon);
        AssertFault(await VerifyAsync(storage), "wrong-time", $"{storage.Account.Checkpoints.Name}/0000000001.json");
    }

    [Fact]
    public async Task A_ledger_that_does_not_fit_is_not_signed_and_does_not_stop_the_others()
    {
        var storage = await FilledAsync();
        await Ledger(storage, 2).UploadAsync(BinaryData.FromString("{}"), overwrite: true);
        var outcome = await RunAsync(storage);
        Assert.Equal($"{storage.Account.Ledger.Name}/{Case}/0000000002.json", Assert.Single(outcome.Faults).Blob);
        Assert.Equal([Other, "source:ted"], (await LeavesAsync(storage, 1)).Select(leaf => leaf.Ledger));
    }

    [Theory]
    [InlineData("{\"case\":\"0123456789ab\",\"seq\":1,\"sha256\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}\n")]
    [InlineData("not a leaf\n")]
    [InlineData("")]
    public async Task Leaves_that_no_ledger_holds_are_never_signed(string planted)
    {
        var storage = await FilledAsync();
        await storage.Account.Checkpoints.GetBlobClient(CheckpointNames.LeavesOf(1)).UploadAsync(BinaryData.FromString(planted));
        var outcome = await RunAsync(storage);
        Assert.Null(outcome.Latest);
        Assert.Equal($"{storage.Account.Checkpoints.Name}/0000000001.leaves.jsonl", Assert.Single(outcome.Faults).Blob);
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("0000000007.leaves.jsonl")]
    [InlineData("7.json")]
    public async Task What_does_not_belong_there_is_named(string name)
    {
        var storage = await FilledAsync();
        await RunAsync(storage);
        await storage.Account.Checkpoints.GetBlobClient(name).UploadAsync(BinaryData.FromString("{}"));
        AssertFault(await VerifyAsync(storage), "stray", $"{storage.Account.Checkpoints.Name}/{name}");
    }

    private static async Task<TestStorage> FilledAsync()
    {
        var storage = await CreateAsync();
        await FillAsync(storage.Account);
        return storage;
    }

    private static async Task FillAsync(StorageAccount account)
    {
        foreach (var key in new[] { "a", "b", "c" }) await AppendAsync(account, Case, key);
        await AppendAsync(account, Other, "a");
        await new LedgerStore(account).AppendAsync("source:ted", LedgerHead.Start, Draft("alarm"), CancellationToken.None);
    }

    private static Task AppendAsync(TestStorage storage, string caseId, string key) => AppendAsync(storage.Account, caseId, key);

    private static async Task AppendAsync(StorageAccount account, string caseId, string key)
    {
        var cases = new Cases(account);
        var state = await cases.FindAsync(caseId, CancellationToken.None) ?? new CaseState { Id = caseId };
        var head = await new LedgerStore(account).AppendAsync(caseId, state.Ledger, Draft(key), CancellationToken.None);
        await cases.SaveAsync(state with { Ledger = head }, CancellationToken.None);
    }

    private Checkpointer CheckpointerOf(StorageAccount account) => new(new LedgerStore(account), new Cases(account), new CheckpointStore(account), _signer, _time, inbox: new CaseInbox(account));

    private Task<CheckpointOutcome> RunAsync(TestStorage storage) => CheckpointerOf(storage.Account).RunAsync(CancellationToken.None);

    private Task<VerificationReport> VerifyAsync(TestStorage storage, Trust? trust = null) => VerifyAsync(storage.Account, trust);

    private Task<VerificationReport> VerifyAsync(StorageAccount account, Trust? trust = null) =>
        new Verification(new LedgerStore(account), new EvidenceStore(account), new CheckpointStore(account), _time, new Cases(account))
            .RunAsync(trust ?? Trust.OnlyStorage, null, CancellationToken.None);

    private static async Task<Checkpoint> LatestAsync(StorageAccount account)
    {
        var store = new CheckpointStore(account);
        var number = await store.LatestAsync(CancellationToken.None);
        return SignedCheckpoint.Parse((await store.ReadAsync(CheckpointNames.Of(number), CancellationToken.None))!).Checkpoint;
    }

    private static async Task<IReadOnlyList<CheckpointLeaf>> LeavesAsync(TestStorage storage, long number) =>
        [.. Encoding.UTF8.GetString((await new CheckpointStore(storage.Account).ReadAsync(CheckpointNames.LeavesOf(number), CancellationToken.None))!)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => CheckpointLeaf.Parse(Encoding.UTF8.GetBytes(line)))];

    private static async IAsyncEnumerable<Digest> AllLeaves(TestStorage storage, long last)
    {
        for (long number = 1; number <= last; number++)
        {
            foreach (var leaf in await LeavesAsync(storage, number)) yield return MerkleHash.Leaf(leaf.ToBytes());
        }
    }

    private static BlobClient Ledger(TestStorage storage, int number) => storage.Account.Ledger.GetBlobClient($"{Case}/{number:D10}.json");

    private static void AssertFault(VerificationReport report, string? code, string blob) =>
        Assert.Contains(report.Faults, fault => fault.Blob == blob && (code is null || fault.Code == code));

    private static bool Same(CheckpointOutcome a, CheckpointOutcome b) => (a.Latest, a.IsNew) == (b.Latest, b.IsNew) && a.Faults.SequenceEqual(b.Faults);
}
