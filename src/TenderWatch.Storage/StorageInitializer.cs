namespace TenderWatch.Storage;

/// <summary>Creates what an installation needs in its account.</summary>
public sealed class StorageInitializer(StorageAccount account)
{
    /// <summary>Creates the containers and tables that are not there yet.</summary>
    public async Task InitializeAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            account.AllContainers.Select(container => (Task)container.CreateIfNotExistsAsync(cancellationToken: cancellationToken))
                .Concat(account.AllTables.Select(table => table.CreateIfNotExistsAsync(cancellationToken))));
    }
}
