namespace TenderWatch.Core.Evidence;

/// <summary>Confidential documents in the store.</summary>
public static class ConfidentialEvidence
{
    /// <summary>Stores a document unless it is there already.</summary>
    /// <param name="evidence">The store.</param>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public static Task<Digest> PutAsync(this IEvidenceStore evidence, ConfidentialDocument document, CancellationToken cancellationToken) =>
        evidence.PutAsync(document.ToBytes(), "application/octet-stream", Confidentiality.Confidential, cancellationToken);

    /// <summary>Reads a document and verifies its digest.</summary>
    /// <param name="evidence">The store.</param>
    /// <param name="sha256">Its digest.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="EvidenceException">It is absent or was altered.</exception>
    public static async Task<ConfidentialDocument> GetConfidentialAsync(this IEvidenceStore evidence, Digest sha256, CancellationToken cancellationToken) =>
        ConfidentialDocument.Of(await evidence.GetAsync(sha256, Confidentiality.Confidential, cancellationToken));

    /// <summary>Whether a stored document says exactly this; one that is absent or was altered says nothing.</summary>
    /// <param name="evidence">The store.</param>
    /// <param name="sha256">Its digest; <see langword="null"/> for none.</param>
    /// <param name="content">The content; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public static async Task<bool> SaysAsync(this IEvidenceStore evidence, Digest? sha256, byte[]? content, CancellationToken cancellationToken)
    {
        if (sha256 is not { } digest || content is null) return sha256 is null && content is null;
        try
        {
            return (await evidence.GetConfidentialAsync(digest, cancellationToken)).Content.AsSpan().SequenceEqual(content);
        }
        catch (EvidenceException)
        {
            return false;
        }
    }
}
