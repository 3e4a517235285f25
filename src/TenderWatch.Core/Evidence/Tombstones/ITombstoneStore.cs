namespace TenderWatch.Core.Evidence.Tombstones;

/// <summary>Tombstones as they are stored; see <see cref="TombstoneNames"/>.</summary>
public interface ITombstoneReader
{
    /// <summary>The name of the container.</summary>
    string Container { get; }

    /// <summary>The names of all blobs, as they are; none where there is no such container, as in what older versions keep.</summary>
    IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken);

    /// <summary>The bytes under a name; <see langword="null"/> when there are none.</summary>
    Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken);
}

/// <summary>Where tombstones are kept. They are only ever created.</summary>
public interface ITombstoneStore : ITombstoneReader
{
    /// <summary>Stores a tombstone, unless there is one already.</summary>
    Task CreateAsync(SignedTombstone tombstone, CancellationToken cancellationToken);
}
