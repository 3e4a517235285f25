using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Sources;

namespace TenderWatch.Core.Reviews;

/// <summary>Reads the notices of a case again from their stored bytes, with what each said in earlier versions.</summary>
internal sealed class StoredNotices(IRegistry registry, IEvidenceStore evidence, IPublicationReader reader)
{
    /// <summary>The notices of a case, the one that counts most last.</summary>
    /// <exception cref="Evidence.Tombstones.EvidenceDeletedException">They were deleted because their time was over.</exception>
    public async Task<IReadOnlyList<CaseNotice>> OfAsync(string caseId, CancellationToken cancellationToken)
    {
        var found = new List<CaseNotice>();
        foreach (var record in await registry.NoticesOfAsync(caseId, cancellationToken))
        {
            var notice = await ReadAsync(record.Key, record.Documents, cancellationToken)
                ?? throw new InvalidOperationException($"Notice {record.Key} was readable when it was linked and is not with extraction {reader.Version}.");
            var earlier = new List<EarlierReading>();
            foreach (var version in record.Earlier)
            {
                if (await ReadAsync(record.Key, version.Documents, cancellationToken) is { } before) earlier.Add(new EarlierReading(version.Documents, before));
            }

            found.Add(new CaseNotice(record, notice) { Earlier = earlier });
        }

        return CaseFacts.InOrder(found);
    }

    private async Task<Notice?> ReadAsync(NoticeKey key, IReadOnlyList<EvidenceReference> stored, CancellationToken cancellationToken)
    {
        var documents = new List<SourceDocument>(stored.Count);
        foreach (var document in stored)
        {
            var content = await evidence.GetAsync(document.Sha256, document.Confidentiality, cancellationToken);
            documents.Add(new SourceDocument(document.Role, document.MediaType, document.Origin, document.RetrievedAt, document.HttpStatus, content));
        }

        return (reader.Read(key, documents) as PublicationReading.Read)?.Notice;
    }
}
