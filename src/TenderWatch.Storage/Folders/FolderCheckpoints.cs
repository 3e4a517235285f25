using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Storage;

/// <summary>The checkpoints of a copy.</summary>
internal sealed class FolderCheckpoints(StoredCopy copy) : ICheckpointReader
{
    private const string Name = "checkpoints";

    public string Container => Name;

    public IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken) => copy.List(Name).ToAsyncEnumerable();

    public Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken) => copy.ReadAsync(Name, name, cancellationToken);

    public IAsyncEnumerable<CheckpointLeaf> HeadsAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<CheckpointLeaf>();
}
