using Azure;

namespace TenderWatch.Storage.Tests;

/// <summary>Who may only read can verify and look.</summary>
public sealed class ReaderTests
{
    [Fact]
    public async Task A_reader_starts_where_everything_is_there()
    {
        var storage = await TestStorage.CreateAsync();
        await new StorageInitializer(storage.Through(new ReaderPolicy())).InitializeAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_reader_is_told_of_a_table_that_is_missing()
    {
        var storage = await TestStorage.CreateAsync();
        await storage.Account.Outbox.DeleteAsync();
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => new StorageInitializer(storage.Through(new ReaderPolicy())).InitializeAsync(CancellationToken.None));
        Assert.Equal(403, refused.Status);
    }
}
