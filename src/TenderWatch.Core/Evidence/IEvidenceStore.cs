namespace TenderWatch.Core.Evidence;

/// <summary>The stored evidence as it is, for <c>verify</c>.</summary>
public interface IEvidenceReader
{
    /// <summary>The name of the container that holds evidence of a kind.</summary>
    string Container(Confidentiality confidentiality);

    /// <summary>The names of all stored blobs as they are: a name that is no digest does not belong there.</summary>
    IAsyncEnumerable<string> ListAsync(Confidentiality confidentiality, CancellationToken cancellationToken);

    /// <summary>The digest that the bytes of a stored blob have now, read without holding them in memory; <see langword="null"/> when there is none.</summary>
    Task<Digest?> HashAsync(string name, Confidentiality confidentiality, CancellationToken cancellationToken);
}

/// <summary>Immutable bytes, addressed by their SHA-256.</summary>
public interface IEvidenceStore : IEvidenceReader
{
    /// <summary>Stores bytes; bytes that are there already are left as they are.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="mediaType">Their media type.</param>
    /// <param name="confidentiality">Which container they belong in.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Their digest.</returns>
    Task<Digest> PutAsync(ReadOnlyMemory<byte> content, string mediaType, Confidentiality confidentiality, CancellationToken cancellationToken);

    /// <summary>Stores a seekable stream without holding it in memory.</summary>
    Task<Digest> PutAsync(Stream content, string mediaType, Confidentiality confidentiality, CancellationToken cancellationToken);

    /// <summary>Reads bytes and checks them against their address.</summary>
    /// <exception cref="EvidenceException">They are absent, or are not what their address says.</exception>
    /// <exception cref="Tombstones.EvidenceDeletedException">They were deleted because their time was over.</exception>
    Task<byte[]> GetAsync(Digest sha256, Confidentiality confidentiality, CancellationToken cancellationToken);
}

/// <summary>Stored evidence is absent or altered: broken infrastructure, or tampering.</summary>
public class EvidenceException(string message) : Exception(message);
