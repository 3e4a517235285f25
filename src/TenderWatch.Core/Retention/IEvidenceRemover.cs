using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Retention;

/// <summary>
/// Takes evidence away. It is no part of <see cref="IEvidenceStore"/>: the service has no right to it in Azure, only a person with a role of their own.
/// </summary>
public interface IEvidenceRemover
{
    /// <summary>Whether whoever runs this may delete; nothing is deleted to find out.</summary>
    Task<bool> MayRemoveAsync(Confidentiality confidentiality, CancellationToken cancellationToken);

    /// <summary>Deletes bytes and every earlier version of them.</summary>
    /// <returns><see langword="null"/> when nothing of them is left; else what storage answered.</returns>
    Task<string?> RemoveAsync(Digest sha256, Confidentiality confidentiality, CancellationToken cancellationToken);
}
