using Azure;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Storage.Tests;

/// <summary>Everything works with no more rights on evidence than to add and to read.</summary>
public sealed class EvidenceWriterTests
{
    public static TheoryData<string> Codes => ["UnauthorizedBlobOverwrite", "AuthorizationPermissionMismatch"];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Evidence_small_and_large_is_stored_once_and_read(string overwrite)
    {
        var store = new EvidenceStore((await TestStorage.CreateAsync()).Through(new EvidenceWriterPolicy(overwrite)));
        foreach (var length in new[] { 10, 9 * 1024 * 1024 })
        {
            var bytes = new byte[length];
            new Random(length).NextBytes(bytes);
            for (var time = 0; time < 2; time++)
            {
                using var stream = new MemoryStream(bytes);
                var digest = await store.PutAsync(stream, "application/pdf", Confidentiality.Confidential, CancellationToken.None);
                Assert.Equal(digest, await store.PutAsync(bytes, "application/pdf", Confidentiality.Confidential, CancellationToken.None));
                Assert.Equal(bytes, await store.GetAsync(digest, Confidentiality.Confidential, CancellationToken.None));
            }
        }

        Assert.Equal(2, await store.ListAsync(Confidentiality.Confidential, CancellationToken.None).CountAsync());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Two_writers_never_fork_a_ledger(string overwrite)
    {
        var ledger = new LedgerStore((await TestStorage.CreateAsync()).Through(new EvidenceWriterPolicy(overwrite)));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => ledger.AppendAsync("case", LedgerHead.Start, TestStorage.Draft($"k{number}"), CancellationToken.None)));
        var entries = await ledger.ReadAsync("case", CancellationToken.None).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 10).Select(number => (long)number), entries.Select(entry => entry.Sequence));
    }

    [Fact]
    public async Task The_service_starts_where_the_containers_are_there()
    {
        var storage = await TestStorage.CreateAsync();
        await new StorageInitializer(storage.Through(new EvidenceWriterPolicy("UnauthorizedBlobOverwrite"))).InitializeAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_container_that_is_missing_and_may_not_be_created_stops_the_start()
    {
        var storage = await TestStorage.CreateAsync();
        await storage.Account.Ledger.DeleteAsync();
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() =>
            new StorageInitializer(storage.Through(new EvidenceWriterPolicy("UnauthorizedBlobOverwrite"))).InitializeAsync(CancellationToken.None));
        Assert.Equal(403, refused.Status);
    }

    [Fact]
    public async Task An_identity_that_may_not_even_add_is_told_so()
    {
        var storage = await TestStorage.CreateAsync();
        await storage.Account.PublicEvidence.DeleteAsync();
        var store = new EvidenceStore(storage.Through(new EvidenceWriterPolicy("UnauthorizedBlobOverwrite")));
        await Assert.ThrowsAsync<RequestFailedException>(() => store.PutAsync("<notice/>"u8.ToArray(), "text/xml", Confidentiality.Public, CancellationToken.None));
    }
}
