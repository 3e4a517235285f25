using Azure.Storage.Blobs;
using Microsoft.Extensions.Time.Testing;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;
using static TenderWatch.Storage.Tests.TestStorage;

namespace TenderWatch.Storage.Tests;

public sealed class VerificationTests
{
    private const string Case = "0123456789ab";

    [Fact]
    public async Task What_nobody_touched_is_intact()
    {
        var storage = await FilledAsync();
        var steps = new List<VerificationProgress>();
        var report = await VerifyAsync(storage, steps);
        Assert.True(report.Intact);
        Assert.Equal((2, 5, 3), (report.Cases, report.Entries, report.Blobs));
        Assert.Equal(8, steps.Count);
        Assert.Equal(new VerificationProgress(5, 3, 0), steps[^1]);
    }

    [Fact]
    public async Task Any_changed_byte_of_any_blob_is_found_and_named()
    {
        var storage = await FilledAsync();
        foreach (var container in storage.Account.AllContainers)
        {
            await foreach (var item in container.GetBlobsAsync())
            {
                var blob = container.GetBlobClient(item.Name);
                var bytes = (await blob.DownloadContentAsync()).Value.Content.ToArray();
                // A stride that is prime to the structure of the text keeps the number of runs down and still meets every member.
                for (var at = 0; at < bytes.Length; at += 7)
                {
                    var altered = (byte[])bytes.Clone();
                    altered[at] ^= 1;
                    await blob.UploadAsync(BinaryData.FromBytes(altered), overwrite: true);
                    AssertNamed(await VerifyAsync(storage), $"{container.Name}/{item.Name}");
                }

                await blob.UploadAsync(BinaryData.FromBytes(bytes), overwrite: true);
            }
        }

        Assert.True((await VerifyAsync(storage)).Intact);
    }

    [Fact]
    public async Task Any_deleted_blob_is_found_and_named()
    {
        var storage = await FilledAsync();
        foreach (var container in storage.Account.AllContainers)
        {
            await foreach (var item in container.GetBlobsAsync())
            {
                var blob = container.GetBlobClient(item.Name);
                var bytes = (await blob.DownloadContentAsync()).Value.Content;
                await blob.DeleteAsync();
                AssertNamed(await VerifyAsync(storage), $"{container.Name}/{item.Name}");
                await blob.UploadAsync(bytes);
            }
        }
    }

    [Fact]
    public async Task Every_entry_of_a_truncated_tail_is_named()
    {
        var storage = await FilledAsync();
        foreach (var name in new[] { "0000000002", "0000000003" }) await Ledger(storage, name).DeleteAsync();
        var report = await VerifyAsync(storage);
        Assert.Equal(
            [("truncated", Name(storage, "0000000002")), ("truncated", Name(storage, "0000000003"))],
            report.Faults.Where(fault => fault.Code == "truncated").Select(fault => (fault.Code, fault.Blob)));
    }

    [Fact]
    public async Task A_ledger_that_is_gone_altogether_is_named()
    {
        var storage = await FilledAsync();
        foreach (var name in new[] { "0000000001", "0000000002", "0000000003" }) await Ledger(storage, name).DeleteAsync();
        Assert.Equal(3, (await VerifyAsync(storage)).Faults.Count(fault => fault.Code == "truncated"));
    }

    [Fact]
    public async Task A_ledger_written_anew_from_the_start_is_not_what_the_case_knows()
    {
        var storage = await FilledAsync();
        foreach (var name in new[] { "0000000001", "0000000002", "0000000003" }) await Ledger(storage, name).DeleteAsync();
        var ledger = new LedgerStore(storage.Account);
        var head = LedgerHead.Start;
        foreach (var key in new[] { "x", "y", "z" }) head = await ledger.AppendAsync(Case, head, Draft(key), CancellationToken.None);
        var fault = Assert.Single((await VerifyAsync(storage)).Faults);
        Assert.Equal(("altered", Name(storage, "0000000003")), (fault.Code, fault.Blob));
    }

    [Fact]
    public async Task Entries_that_changed_places_are_named()
    {
        var storage = await FilledAsync();
        var first = (await Ledger(storage, "0000000001").DownloadContentAsync()).Value.Content;
        var second = (await Ledger(storage, "0000000002").DownloadContentAsync()).Value.Content;
        await Ledger(storage, "0000000001").UploadAsync(second, overwrite: true);
        await Ledger(storage, "0000000002").UploadAsync(first, overwrite: true);
        Assert.Equal(
            [Name(storage, "0000000001"), Name(storage, "0000000002")],
            (await VerifyAsync(storage)).Faults.Where(fault => fault.Code == "misplaced").Select(fault => fault.Blob));
    }

    [Fact]
    public async Task An_entry_of_another_case_is_named()
    {
        var storage = await FilledAsync();
        var foreign = (await storage.Account.Ledger.GetBlobClient("ba9876543210/0000000001.json").DownloadContentAsync()).Value.Content;
        await Ledger(storage, "0000000001").UploadAsync(foreign, overwrite: true);
        AssertNamed(await VerifyAsync(storage), Name(storage, "0000000001"), "misplaced");
    }

    [Fact]
    public async Task Blobs_that_do_not_belong_there_are_named()
    {
        var storage = await FilledAsync();
        foreach (var name in new[] { "1.json", "notes.txt", "0000000001.json.bak", "99999999999999999999.json" })
        {
            await Ledger(storage, name, "").UploadAsync(BinaryData.FromString("{}"));
            AssertNamed(await VerifyAsync(storage), $"{storage.Account.Ledger.Name}/{Case}/{name}", "stray");
        }

        await storage.Account.Ledger.GetBlobClient("notes.txt").UploadAsync(BinaryData.FromString("hello"));
        AssertNamed(await VerifyAsync(storage), storage.Account.Ledger.Name + "/notes.txt", "stray");
        await storage.Account.PublicEvidence.GetBlobClient("notes.txt").UploadAsync(BinaryData.FromString("hello"));
        AssertNamed(await VerifyAsync(storage), storage.Account.PublicEvidence.Name + "/notes.txt", "stray");
    }

    [Fact]
    public async Task A_hostile_number_makes_no_endless_list()
    {
        var storage = await FilledAsync();
        await Ledger(storage, "9999999999").UploadAsync(BinaryData.FromString("{}"));
        var report = await VerifyAsync(storage);
        Assert.InRange(report.Faults.Count, 2, 200);
        AssertNamed(report, Name(storage, "9999999999"));
    }

    [Fact]
    public async Task Faults_are_told_in_both_languages()
    {
        var storage = await FilledAsync();
        await Ledger(storage, "0000000002").DeleteAsync();
        Assert.All((await VerifyAsync(storage)).Faults, fault => Assert.NotEqual(fault.What.Nl, fault.What.En));
    }

    private static async Task<TestStorage> FilledAsync()
    {
        var storage = await CreateAsync();
        var evidence = new EvidenceStore(storage.Account);
        var notice = await evidence.PutAsync("<notice>x</notice>"u8.ToArray(), "text/xml", Confidentiality.Public, CancellationToken.None);
        var facts = await evidence.PutAsync("{\"facts\":[]}"u8.ToArray(), "application/json", Confidentiality.Public, CancellationToken.None);
        var bid = await evidence.PutAsync("bid"u8.ToArray(), "application/pdf", Confidentiality.Confidential, CancellationToken.None);
        var ledger = new LedgerStore(storage.Account);
        foreach (var caseId in new[] { Case, "ba9876543210" })
        {
            var head = await ledger.AppendAsync(caseId, LedgerHead.Start, Draft("a", new { documents = new[] { new { sha256 = notice.Hex, role = "notice-xml" } } }), CancellationToken.None);
            head = await ledger.AppendAsync(caseId, head, Draft("b", new { sha256 = bid.Hex, confidentiality = "confidential" }), CancellationToken.None);
            if (caseId == Case) head = await ledger.AppendAsync(caseId, head, Draft("c", new { facts = new { sha256 = facts.Hex } }), CancellationToken.None);
            await new Cases(storage.Account).SaveAsync(new CaseState { Id = caseId, Ledger = head }, CancellationToken.None);
        }

        return storage;
    }

    private static BlobClient Ledger(TestStorage storage, string name, string suffix = ".json") => storage.Account.Ledger.GetBlobClient($"{Case}/{name}{suffix}");

    private static string Name(TestStorage storage, string name) => $"{storage.Account.Ledger.Name}/{Case}/{name}.json";

    private static Task<VerificationReport> VerifyAsync(TestStorage storage, List<VerificationProgress>? steps = null) =>
        new Verification(new LedgerStore(storage.Account), new EvidenceStore(storage.Account), new CheckpointStore(storage.Account), new FakeTimeProvider(Noon), new Cases(storage.Account))
            .RunAsync(steps is null ? null : new Recorder(steps), CancellationToken.None);

    private static void AssertNamed(VerificationReport report, string blob, string? code = null) =>
        Assert.Contains(report.Faults, fault =>
            (fault.Blob == blob || fault.What.En.Contains(blob, StringComparison.Ordinal)) && (code is null || fault.Code == code));

    private sealed class Recorder(List<VerificationProgress> steps) : IProgress<VerificationProgress>
    {
        public void Report(VerificationProgress value) => steps.Add(value);
    }
}
