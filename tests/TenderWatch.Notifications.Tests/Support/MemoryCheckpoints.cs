using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Notifications.Tests.Support;

internal sealed class MemoryCheckpoints : ICheckpointStore
{
    private readonly Dictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);

    public string Container => "checkpoints";

    public Task<long> LatestAsync(CancellationToken cancellationToken) =>
        Task.FromResult((long)_blobs.Keys.Count(name => name.EndsWith(".json", StringComparison.Ordinal) && !name.StartsWith("keys/", StringComparison.Ordinal)));

    public Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken) => Task.FromResult(_blobs.GetValueOrDefault(name));

    public Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => Task.FromResult(_blobs.TryAdd(name, content.ToArray()));

    public IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken) => _blobs.Keys.ToAsyncEnumerable();

    public IAsyncEnumerable<CheckpointLeaf> HeadsAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<CheckpointLeaf>();

    public Task SaveHeadsAsync(IReadOnlyList<CheckpointLeaf> heads, CancellationToken cancellationToken) => Task.CompletedTask;
}
