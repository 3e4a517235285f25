using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace TenderWatch.Storage;

/// <summary>The containers and tables of one installation.</summary>
public sealed class StorageAccount
{
    private readonly BlobServiceClient _blobs;
    private readonly TableServiceClient _tables;
    private readonly string _prefix;

    /// <summary>Connects on first use.</summary>
    /// <param name="settings">Valid settings.</param>
    /// <param name="policy">Sees every request, for measuring; <see langword="null"/> for none.</param>
    public StorageAccount(StorageSettings settings, HttpPipelinePolicy? policy = null)
    {
        var blobOptions = new BlobClientOptions();
        var tableOptions = new TableClientOptions();
        blobOptions.AddPolicy(new MeasuringPolicy("blob"), HttpPipelinePosition.PerRetry);
        tableOptions.AddPolicy(new MeasuringPolicy("table"), HttpPipelinePosition.PerRetry);
        if (policy is not null)
        {
            blobOptions.AddPolicy(policy, HttpPipelinePosition.PerRetry);
            tableOptions.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        }

        _prefix = settings.Prefix ?? "";
        if (!string.IsNullOrEmpty(settings.ConnectionString))
        {
            _blobs = new BlobServiceClient(settings.ConnectionString, blobOptions);
            _tables = new TableServiceClient(settings.ConnectionString, tableOptions);
        }
        else
        {
            var identity = new DefaultAzureCredential();
            _blobs = new BlobServiceClient(new Uri(settings.BlobServiceUri!), identity, blobOptions);
            _tables = new TableServiceClient(new Uri(settings.TableServiceUri!), identity, tableOptions);
        }
    }

    internal BlobContainerClient PublicEvidence => Container("evidence-public");

    internal BlobContainerClient ConfidentialEvidence => Container("evidence-confidential");

    internal BlobContainerClient Ledger => Container("ledger");

    internal BlobContainerClient Checkpoints => Container("checkpoints");

    internal BlobContainerClient Tombstones => Container("tombstones");

    /// <summary>Whether it is an emulator, which keeps no immutability policy.</summary>
    internal bool IsEmulator => _blobs.Uri.IsLoopback;

    internal TableClient Registry => Table("registry");

    internal TableClient Inbox => Table("inbox");

    internal TableClient Cases => Table("cases");

    internal TableClient Sources => Table("sources");

    internal TableClient Quarantine => Table("quarantine");

    internal TableClient Outbox => Table("outbox");

    internal TableClient Requests => Table("requests");

    internal TableClient Leases => Table("leases");

    internal TableClient Model => Table("model");

    internal TableClient CheckpointHeads => Table("checkpointheads");

    internal IEnumerable<BlobContainerClient> AllContainers => [PublicEvidence, ConfidentialEvidence, Ledger, Checkpoints, Tombstones];

    internal IEnumerable<TableClient> AllTables => [Registry, Inbox, Cases, Sources, Quarantine, Outbox, CheckpointHeads, Leases, Requests];

    /// <summary>Whether a table is there, for who may read and not create.</summary>
    internal async Task<bool> HasAsync(TableClient table, CancellationToken cancellationToken)
    {
        await foreach (var _ in _tables.QueryAsync(TableClient.CreateQueryFilter($"TableName eq {table.Name}"), cancellationToken: cancellationToken)) return true;
        return false;
    }

    private BlobContainerClient Container(string name) => _blobs.GetBlobContainerClient(_prefix + name);

    private TableClient Table(string name) => _tables.GetTableClient(_prefix + name);
}
