using Azure.Data.Tables;
using Azure.Storage.Blobs;
using TenderWatch.Testing;

namespace TenderWatch.Storage.Tests;

/// <summary>How Azurite is made to look through its indexes (azurite.mjs) changes how long it takes, never what it finds.</summary>
public sealed class AzuriteQueryTests
{
    private static readonly string[] Parts = ["", "a", "key", "notice", "notice|", "notice|a", "notice|a|1", "notice|a|1e2", "notice|a|100", "notice|ab", "notice}", "procurement|1", "z", "1", "10", "1e1", "2", "Infinity", "~002f"];

    [Theory]
    [InlineData("notice|", "notice}")]
    [InlineData("notice|a|", "notice|a}")]
    [InlineData("a", "b")]
    [InlineData("a", "zz")]
    [InlineData("0", "zzz")]
    [InlineData("1", "2")]
    [InlineData("nothing|", "nothing}")]
    [InlineData("zz", "zzz")]
    public async Task A_range_of_row_keys_gives_the_rows_between(string from, string until)
    {
        var table = new TableClient(await AzuriteFixture.ConnectionStringAsync(), AzuriteFixture.NewPrefix() + "ranges");
        await table.CreateAsync(TestContext.Current.CancellationToken);
        foreach (var partition in new[] { "one", "two" })
        {
            foreach (var key in Parts) await table.AddEntityAsync(new TableEntity(partition, key), TestContext.Current.CancellationToken);
        }

        var found = await table.QueryAsync<TableEntity>($"PartitionKey eq 'one' and RowKey ge '{from}' and RowKey lt '{until}'", maxPerPage: 2, cancellationToken: TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(found, row => Assert.Equal("one", row.PartitionKey));
        Assert.Equal(
            Parts.Where(key => string.CompareOrdinal(key, from) >= 0 && string.CompareOrdinal(key, until) < 0).Order(StringComparer.Ordinal),
            found.Select(row => row.RowKey));
    }

    [Fact]
    public async Task Blobs_of_one_name_in_several_containers_are_kept_apart()
    {
        var (service, prefix) = (new BlobServiceClient(await AzuriteFixture.ConnectionStringAsync()), AzuriteFixture.NewPrefix());
        string[] names = ["1e2", "100", "a/b", "a"];
        foreach (var container in new[] { "one", "two" })
        {
            var client = service.GetBlobContainerClient(prefix + container);
            await client.CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
            foreach (var name in names) await client.UploadBlobAsync(name, BinaryData.FromString(container + name), TestContext.Current.CancellationToken);
        }

        foreach (var container in new[] { "two", "one" })
        {
            foreach (var name in names)
            {
                var content = await service.GetBlobContainerClient(prefix + container).GetBlobClient(name).DownloadContentAsync(TestContext.Current.CancellationToken);
                Assert.Equal(container + name, content.Value.Content.ToString());
            }
        }
    }
}
