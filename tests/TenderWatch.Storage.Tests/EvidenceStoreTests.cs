using System.Security.Cryptography;
using System.Text;
using Azure;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Storage.Tests;

public sealed class EvidenceStoreTests
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("<notice/>");

    [Fact]
    public async Task Bytes_come_back_as_they_went_in_under_their_digest()
    {
        var store = new EvidenceStore((await TestStorage.CreateAsync()).Account);
        var digest = await store.PutAsync(Content, "text/xml", Confidentiality.Public, CancellationToken.None);
        Assert.Equal(Digest.Of(Content), digest);
        Assert.Equal(Content, await store.GetAsync(digest, Confidentiality.Public, CancellationToken.None));
    }

    [Fact]
    public async Task Storing_again_changes_nothing_and_keeps_the_first_media_type()
    {
        var storage = await TestStorage.CreateAsync();
        var store = new EvidenceStore(storage.Account);
        var digest = await store.PutAsync(Content, "text/xml", Confidentiality.Public, CancellationToken.None);
        var before = (await storage.Account.PublicEvidence.GetBlobClient(digest.Hex).GetPropertiesAsync()).Value;
        Assert.Equal(digest, await store.PutAsync(Content, "text/plain", Confidentiality.Public, CancellationToken.None));
        var after = (await storage.Account.PublicEvidence.GetBlobClient(digest.Hex).GetPropertiesAsync()).Value;
        Assert.Equal("text/xml", after.ContentType);
        Assert.Equal(before.ETag, after.ETag);
    }

    [Fact]
    public async Task Confidential_bytes_are_in_a_container_of_their_own()
    {
        var store = new EvidenceStore((await TestStorage.CreateAsync()).Account);
        var digest = await store.PutAsync(Content, "text/xml", Confidentiality.Confidential, CancellationToken.None);
        var missing = await Assert.ThrowsAsync<EvidenceException>(() => store.GetAsync(digest, Confidentiality.Public, CancellationToken.None));
        Assert.Contains($"evidence-public/{digest}", missing.Message, StringComparison.Ordinal);
        Assert.Equal([digest.Hex], await store.ListAsync(Confidentiality.Confidential, CancellationToken.None).ToListAsync());
        Assert.Empty(await store.ListAsync(Confidentiality.Public, CancellationToken.None).ToListAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(4 * 1024 * 1024)]
    [InlineData(9 * 1024 * 1024 + 7)]
    public async Task A_stream_is_stored_whole_from_its_position(int length)
    {
        var store = new EvidenceStore((await TestStorage.CreateAsync()).Account);
        var bytes = new byte[length + 3];
        new Random(length).NextBytes(bytes);
        for (var time = 0; time < 2; time++)
        {
            using var stream = new MemoryStream(bytes) { Position = 3 };
            var digest = await store.PutAsync(stream, "application/pdf", Confidentiality.Public, CancellationToken.None);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(3))), digest.Hex);
            Assert.Equal(bytes[3..], await store.GetAsync(digest, Confidentiality.Public, CancellationToken.None));
            Assert.Equal(digest, await store.HashAsync(digest.Hex, Confidentiality.Public, CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_stream_that_changes_while_it_is_stored_is_not_stored()
    {
        var store = new EvidenceStore((await TestStorage.CreateAsync()).Account);
        using var stream = new ChangingStream(new byte[5 * 1024 * 1024]);
        await Assert.ThrowsAsync<EvidenceException>(() => store.PutAsync(stream, "application/pdf", Confidentiality.Public, CancellationToken.None));
        Assert.Empty(await store.ListAsync(Confidentiality.Public, CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task Altered_bytes_are_never_returned()
    {
        var storage = await TestStorage.CreateAsync();
        var store = new EvidenceStore(storage.Account);
        var digest = await store.PutAsync(Content, "text/xml", Confidentiality.Public, CancellationToken.None);
        await storage.Account.PublicEvidence.GetBlobClient(digest.Hex).UploadAsync(BinaryData.FromString("<Notice/>"), overwrite: true);
        var altered = await Assert.ThrowsAsync<EvidenceException>(() => store.GetAsync(digest, Confidentiality.Public, CancellationToken.None));
        Assert.Contains($"evidence-public/{digest}", altered.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_crash_while_storing_a_large_stream_leaves_nothing_half_stored()
    {
        var bytes = new byte[5 * 1024 * 1024];
        return Crashing.EverywhereAsync(
            async account =>
            {
                using var stream = new MemoryStream(bytes);
                await new EvidenceStore(account).PutAsync(stream, "application/pdf", Confidentiality.Public, CancellationToken.None);
            },
            async account => Assert.Equal(bytes, await new EvidenceStore(account).GetAsync(Digest.Of(bytes), Confidentiality.Public, CancellationToken.None)));
    }

    [Fact]
    public async Task A_store_that_fails_is_no_success()
    {
        var storage = await TestStorage.CreateAsync();
        await storage.Account.PublicEvidence.DeleteAsync();
        await Assert.ThrowsAsync<RequestFailedException>(() => new EvidenceStore(storage.Account).PutAsync(Content, "text/xml", Confidentiality.Public, CancellationToken.None));
    }

    private sealed class ChangingStream(byte[] bytes) : MemoryStream(bytes, 0, bytes.Length, writable: true, publiclyVisible: true)
    {
        public override long Position
        {
            get => base.Position;
            set
            {
                GetBuffer()[1]++;
                base.Position = value;
            }
        }
    }
}
