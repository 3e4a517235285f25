using TenderWatch.Core.Evidence.Tombstones;

namespace TenderWatch.Storage;

/// <summary>The tombstones of a copy.</summary>
internal sealed class FolderTombstones(StoredCopy copy) : ITombstoneReader
{
    private const string Name = "tombstones";

    public string Container => Name;

    public IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken) => copy.List(Name).ToAsyncEnumerable();

    public Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken) => copy.ReadAsync(Name, name, cancellationToken);
}
