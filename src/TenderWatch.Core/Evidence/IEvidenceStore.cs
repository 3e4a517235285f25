namespace TenderWatch.Core.Evidence;

/// <summary>Immutable bytes, addressed by their SHA-256.</summary>
public interface IEvidenceStore
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
    Task<byte[]> GetAsync(Digest sha256, Confidentiality confidentiality, CancellationToken cancellationToken);

    /// <summary>Every stored address with the media type, for <c>verify</c>.</summary>
    IAsyncEnumerable<Digest> ListAsync(Confidentiality confidentiality, CancellationToken cancellationToken);
}

/// <summary>Stored evidence is absent or altered: broken infrastructure, or tampering.</summary>
public sealed class EvidenceException(string message) : Exception(message);
