using Microsoft.Extensions.Time.Testing;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Testing;
using static TenderWatch.Storage.Tests.TestStorage;

namespace TenderWatch.Storage.Tests;

/// <summary>Verifying what was signed since a checkpoint, and nothing else.</summary>
public sealed class VerificationSinceTests : IDisposable
{
    private const string Still = "0123456789ab";
    private const string Grown = "ba9876543210";

    private readonly MemorySigner _signer = new();
    private readonly FakeTimeProvider _time = new(Noon);

    public void Dispose() => _signer.Dispose();

    [Fact]
    public async Task A_ledger_that_grew_is_read_as_a_whole_with_what_it_names_and_no_other()
    {
        var (storage, first) = await TwoCheckpointsAsync();
        var report = await VerifyAsync(storage.Account, first);
        Assert.Empty(report.Faults);
        Assert.Equal((1, 2, 2), (report.Cases, report.Entries, report.Blobs));
        Assert.Equal((1, 2), (report.Since!.Number, report.Checkpoint!.Number));
    }

    [Fact]
    public async Task What_is_wrong_with_what_grew_is_named_and_the_rest_is_not_looked_at()
    {
        var (storage, first) = await TwoCheckpointsAsync();
        await AlterAsync(storage, storage.Account.Ledger.Name, $"{Still}/0000000001.json");
        Assert.Empty((await VerifyAsync(storage.Account, first)).Faults);
        Assert.NotEmpty((await VerifyAsync(storage.Account, null)).Faults);

        await AlterAsync(storage, storage.Account.Ledger.Name, $"{Grown}/0000000001.json");
        Assert.Contains((await VerifyAsync(storage.Account, first)).Faults, fault => fault.Blob == $"{storage.Account.Ledger.Name}/{Grown}/0000000001.json");
    }

    [Fact]
    public async Task Evidence_that_a_grown_ledger_names_is_read_in_either_container()
    {
        var (storage, first) = await TwoCheckpointsAsync();
        var named = Digest.Of("evidence of the second");
        await AlterAsync(storage, storage.Account.PublicEvidence.Name, named.Hex);
        Assert.Equal([("altered", $"{storage.Account.PublicEvidence.Name}/{named}")], (await VerifyAsync(storage.Account, first)).Faults.Select(fault => (fault.Code, fault.Blob)));
        await storage.Account.PublicEvidence.GetBlobClient(named.Hex).DeleteAsync();
        Assert.Equal([("missing", $"{storage.Account.PublicEvidence.Name}/{named}")], (await VerifyAsync(storage.Account, first)).Faults.Select(fault => (fault.Code, fault.Blob)));
        await new EvidenceStore(storage.Account).PutAsync("evidence of the second"u8.ToArray(), "text/plain", Confidentiality.Confidential, CancellationToken.None);
        Assert.Empty((await VerifyAsync(storage.Account, first)).Faults);
    }

    [Theory]
    [InlineData("0000000002.json")]
    [InlineData("0000000002.leaves.jsonl")]
    public async Task A_later_checkpoint_is_held_against_the_one_that_is_trusted(string name)
    {
        var (storage, first) = await TwoCheckpointsAsync();
        await AlterAsync(storage, storage.Account.Checkpoints.Name, name);
        Assert.Contains((await VerifyAsync(storage.Account, first)).Faults, fault => fault.Blob == $"{storage.Account.Checkpoints.Name}/{name}");
    }

    [Fact]
    public async Task Nothing_is_verified_since_a_checkpoint_that_is_not_there()
    {
        var (storage, _) = await TwoCheckpointsAsync();
        var report = await VerifyAsync(storage.Account, Digest.Of("another"));
        Assert.Equal([("missing", storage.Account.Checkpoints.Name)], report.Faults.Select(fault => (fault.Code, fault.Blob)));
        Assert.Equal((0, 0, 0), (report.Cases, report.Entries, report.Blobs));
    }

    [Fact]
    public async Task What_it_costs_does_not_depend_on_the_ledgers_that_did_not_grow()
    {
        var costs = new List<int>();
        foreach (var still in new[] { 1, 20 })
        {
            var storage = await CreateAsync();
            for (var number = 0; number < still; number++) await AppendAsync(storage, $"case-{number}", "evidence " + number);
            await AppendAsync(storage, Grown, "evidence of the first");
            var first = await CheckpointAsync(storage);
            await AppendAsync(storage, Grown, "evidence of the second");
            await CheckpointAsync(storage);
            var counting = new CountingPolicy();
            Assert.Empty((await VerifyAsync(storage.Through(counting), first)).Faults);
            costs.Add(counting.Requests.Count);
        }

        Assert.Equal(costs[0], costs[1]);
    }

    private async Task<(TestStorage Storage, Digest First)> TwoCheckpointsAsync()
    {
        var storage = await CreateAsync();
        await AppendAsync(storage, Still, "evidence of another");
        await AppendAsync(storage, Grown, "evidence of the first");
        var first = await CheckpointAsync(storage);
        await AppendAsync(storage, Grown, "evidence of the second");
        await CheckpointAsync(storage);
        return (storage, first);
    }

    private static async Task AppendAsync(TestStorage storage, string caseId, string evidence)
    {
        var sha256 = await new EvidenceStore(storage.Account).PutAsync(System.Text.Encoding.UTF8.GetBytes(evidence), "text/plain", Confidentiality.Public, CancellationToken.None);
        await new LedgerStore(storage.Account).AppendAsync(caseId, LedgerHead.Start, Draft(evidence, new { document = new { sha256 = sha256.Hex } }), CancellationToken.None);
    }

    private async Task<Digest> CheckpointAsync(TestStorage storage)
    {
        var outcome = await new Checkpointer(new LedgerStore(storage.Account), new Cases(storage.Account), new CheckpointStore(storage.Account), _signer, _time).RunAsync(CancellationToken.None);
        return CheckpointReference.Of(outcome.Latest)!.Sha256;
    }

    private Task<VerificationReport> VerifyAsync(StorageAccount account, Digest? since) =>
        new Verification(new LedgerStore(account), new EvidenceStore(account), new CheckpointStore(account), _time, new Cases(account))
            .RunAsync(new Trust { Since = since }, null, CancellationToken.None);

    private static async Task AlterAsync(TestStorage storage, string container, string name)
    {
        var blob = storage.Account.AllContainers.Single(one => one.Name == container).GetBlobClient(name);
        var bytes = (await blob.DownloadContentAsync()).Value.Content.ToArray();
        bytes[bytes.Length / 2] ^= 1;
        await blob.UploadAsync(BinaryData.FromBytes(bytes), overwrite: true);
    }
}
