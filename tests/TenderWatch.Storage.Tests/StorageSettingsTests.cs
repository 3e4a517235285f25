using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Watching;
using TenderWatch.Testing;

namespace TenderWatch.Storage.Tests;

public sealed class StorageSettingsTests
{
    private const string Secret = "c2VjcmV0LWtleS10aGF0LW5vYm9keS1zZWVz";

    [Theory]
    [InlineData(null, null, null, null, "BlobServiceUri,TableServiceUri")]
    [InlineData(null, "https://a.blob.core.windows.net", null, null, "TableServiceUri")]
    [InlineData(null, "http://a.blob.core.windows.net", "https://a.table.core.windows.net", null, "BlobServiceUri")]
    [InlineData(null, "https://a.blob.core.windows.net?sig=" + Secret, "AccountKey=" + Secret, null, "BlobServiceUri,TableServiceUri")]
    [InlineData("AccountKey=" + Secret, null, null, null, "ConnectionString")]
    [InlineData("nonsense " + Secret, null, null, null, "ConnectionString")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=" + Secret + ";EndpointSuffix=core.windows.net", "https://a.blob.core.windows.net", null, null, "ConnectionString")]
    [InlineData("UseDevelopmentStorage=true", null, null, "Upper", "Prefix")]
    [InlineData("UseDevelopmentStorage=true", null, null, "1a", "Prefix")]
    [InlineData("UseDevelopmentStorage=true", null, null, "a", "")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=" + Secret + ";EndpointSuffix=core.windows.net", null, null, null, "")]
    [InlineData(null, "https://a.blob.core.windows.net", "https://a.table.core.windows.net", null, "")]
    public void A_wrong_setting_is_named_and_its_secret_is_not(string? connection, string? blobs, string? tables, string? prefix, string names)
    {
        var settings = new StorageSettings { ConnectionString = connection, BlobServiceUri = blobs, TableServiceUri = tables, Prefix = prefix };
        var faults = settings.Validate().ToArray();
        Assert.Equal(names, string.Join(',', faults.Select(fault => fault.Name)));
        Assert.DoesNotContain(Secret, string.Join('\n', faults.Select(fault => fault.ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_port_is_registered_and_initializing_twice_is_fine()
    {
        var settings = new StorageSettings { ConnectionString = await AzuriteFixture.ConnectionStringAsync(), Prefix = AzuriteFixture.NewPrefix() };
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(new FakeTimeProvider()).AddTenderWatchStorage(settings).BuildServiceProvider(validateScopes: true);
        await services.GetRequiredService<StorageInitializer>().InitializeAsync(CancellationToken.None);
        await services.GetRequiredService<StorageInitializer>().InitializeAsync(CancellationToken.None);
        Assert.Equal(settings.Prefix + "ledger", services.GetRequiredService<ILedger>().Container);
        Assert.Empty(await services.GetRequiredService<ICases>().ListAsync(CancellationToken.None));
        Assert.Equal(0, (await services.GetRequiredService<IRegistry>().CountAsync(CancellationToken.None)).Notices);
        Assert.Empty(await services.GetRequiredService<IOutbox>().UnsentAsync(CancellationToken.None));
        Assert.Empty(await services.GetRequiredService<IWatchState>().ListSourcesAsync(CancellationToken.None));
        Assert.Empty(await services.GetRequiredService<ICaseInbox>().WaitingCasesAsync(CancellationToken.None));
        Assert.True((await services.GetRequiredService<Verification>().RunAsync(null, CancellationToken.None)).Intact);
    }
}
