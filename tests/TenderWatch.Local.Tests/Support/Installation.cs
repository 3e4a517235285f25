using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using TenderWatch.Storage;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Support;

/// <summary>A command line over storage of its own in the Azurite of this test process.</summary>
internal sealed class Installation : IDisposable
{
    private readonly string _connection;
    private readonly string _prefix = AzuriteFixture.NewPrefix();

    private Installation(string connection)
    {
        _connection = connection;
        Cli.Environment["TenderWatch__Storage__ConnectionString"] = connection;
        Cli.Environment["TenderWatch__Storage__Prefix"] = _prefix;
    }

    public Cli Cli { get; } = new();

    public static async Task<Installation> CreateAsync() => new(await AzuriteFixture.ConnectionStringAsync());

    public BlobContainerClient Container(string name) => new(_connection, _prefix + name);

    /// <summary>Its tables.</summary>
    public async IAsyncEnumerable<TableClient> TablesAsync()
    {
        var service = new TableServiceClient(_connection);
        await foreach (var table in service.QueryAsync())
        {
            if (table.Name.StartsWith(_prefix, StringComparison.Ordinal)) yield return service.GetTableClient(table.Name);
        }
    }

    /// <summary>Its storage as it is.</summary>
    /// <param name="policy">Sees every request to it.</param>
    public StorageAccount Account(HttpPipelinePolicy? policy = null) => new(new StorageSettings { ConnectionString = _connection, Prefix = _prefix }, policy);

    /// <summary>Its storage, prepared.</summary>
    public async Task<StorageAccount> AccountAsync()
    {
        var account = Account();
        await new StorageInitializer(account).InitializeAsync(CancellationToken.None);
        return account;
    }

    public void Dispose() => Cli.Dispose();
}
