using TenderWatch.Core.Evidence;

namespace TenderWatch.Storage;

/// <summary>The evidence of a copy.</summary>
internal sealed class FolderEvidence(StoredCopy copy) : IEvidenceReader
{
    public string Container(Confidentiality confidentiality) => confidentiality == Confidentiality.Confidential ? "evidence-confidential" : "evidence-public";

    public IAsyncEnumerable<string> ListAsync(Confidentiality confidentiality, CancellationToken cancellationToken) => copy.List(Container(confidentiality)).ToAsyncEnumerable();

    public Task<Digest?> HashAsync(string name, Confidentiality confidentiality, CancellationToken cancellationToken) => copy.HashAsync(Container(confidentiality), name, cancellationToken);
}
