namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>Checkpoints as they are stored; see <see cref="CheckpointNames"/>.</summary>
public interface ICheckpointReader
{
    /// <summary>The name of the container.</summary>
    string Container { get; }

    /// <summary>The names of all blobs, as they are.</summary>
    IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken);

    /// <summary>The bytes under a name; <see langword="null"/> when there are none.</summary>
    Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken);

    /// <summary>The end that each ledger had in the checkpoints so far, where it is kept. It only saves work: nothing is proved by it.</summary>
    IAsyncEnumerable<CheckpointLeaf> HeadsAsync(CancellationToken cancellationToken);
}

/// <summary>
/// Where checkpoints are kept: <c>{number:D10}.json</c>, its leaves in <c>{number:D10}.leaves.jsonl</c>, its time stamp in <c>{number:D10}.tst</c>, and the public keys
/// in <c>keys/{thumbprint}.json</c>. All are only ever created.
/// </summary>
public interface ICheckpointStore : ICheckpointReader
{
    /// <summary>The number of the latest checkpoint; 0 when there is none.</summary>
    Task<long> LatestAsync(CancellationToken cancellationToken);

    /// <summary>Stores bytes under a name, unless it is taken.</summary>
    /// <returns>Whether they were stored.</returns>
    Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Keeps the ends of ledgers for <see cref="ICheckpointReader.HeadsAsync"/>.</summary>
    Task SaveHeadsAsync(IReadOnlyList<CheckpointLeaf> heads, CancellationToken cancellationToken);
}
