namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>
/// Where checkpoints are kept: <c>{number:D10}.json</c>, its leaves in <c>{number:D10}.leaves.jsonl</c>, and the public keys in
/// <c>keys/{thumbprint}.json</c>. All are only ever created.
/// </summary>
public interface ICheckpointStore
{
    /// <summary>The name of the container.</summary>
    string Container { get; }

    /// <summary>The number of the latest checkpoint; 0 when there is none.</summary>
    Task<long> LatestAsync(CancellationToken cancellationToken);

    /// <summary>The names of all blobs, as they are.</summary>
    IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken);

    /// <summary>The bytes under a name; <see langword="null"/> when there are none.</summary>
    Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken);

    /// <summary>Stores bytes under a name, unless it is taken.</summary>
    /// <returns>Whether they were stored.</returns>
    Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>The end that each ledger had in the checkpoints so far. It only saves work: nothing is proved by it.</summary>
    IAsyncEnumerable<CheckpointLeaf> HeadsAsync(CancellationToken cancellationToken);

    /// <summary>Keeps the ends of ledgers for <see cref="HeadsAsync"/>.</summary>
    Task SaveHeadsAsync(IReadOnlyList<CheckpointLeaf> heads, CancellationToken cancellationToken);
}
