using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Watching;

namespace TenderWatch.Core.Reviews.Entries;

/// <summary>The key under which a notice out of a file is known.</summary>
/// <param name="content">The bytes of the file.</param>
public delegate NoticeKey NoticeFileKey(byte[] content);

/// <summary>Opens a case on a notice that a person points at, whatever the watch profiles say. On a notice that has a case already nothing changes.</summary>
public sealed class CaseOpening(NoticeIntake intake, IRegistry registry, IEvidenceStore evidence, IEnumerable<INoticeSource> sources, NoticeFileKey keyOf, TimeProvider time)
{
    /// <summary>Opens a case on a publication: from what is stored where it is known, else from its source.</summary>
    /// <param name="key">The publication.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<Opening> OpenAsync(NoticeKey key, string by, CancellationToken cancellationToken)
    {
        if (await registry.FindAsync(key, cancellationToken) is { Notice.Incomplete: false } known)
        {
            var documents = new List<SourceDocument>();
            foreach (var stored in known.Notice.Documents)
            {
                var content = await evidence.GetAsync(stored.Sha256, stored.Confidentiality, cancellationToken);
                documents.Add(new SourceDocument(stored.Role, stored.MediaType, stored.Origin, stored.RetrievedAt, stored.HttpStatus, content));
            }

            return Of(await intake.TakeAsync(new Publication(key, documents), known.Notice.ListingDigest, cancellationToken, by));
        }

        if (sources.FirstOrDefault(source => source.Name == key.Source) is not { } asked)
            return new Opening(null, new EntryFault("source", "source",
                $"'{key.Source}' is geen bron die hier wordt gevraagd; dit zijn ze: {string.Join(", ", sources.Select(source => source.Name))}.",
                $"'{key.Source}' is no source that is asked here; these are: {string.Join(", ", sources.Select(source => source.Name))}."));
        var answer = await asked.ReadAsync(key, cancellationToken);
        return answer.Value is { } publication
            ? Of(await intake.TakeAsync(publication, default, cancellationToken, by))
            : new Opening(null, new EntryFault("no-answer", null, LocalizedText.Same(answer.Failure!.Text)));
    }

    /// <summary>Opens a case on a notice out of a file.</summary>
    /// <param name="content">The file: eForms XML, or the older XML of TED.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<Opening> OpenAsync(byte[] content, string by, CancellationToken cancellationToken) =>
        Of(await intake.TakeAsync(new Publication(keyOf(content), [new SourceDocument(EvidenceRoles.NoticeXml, "application/xml", "upload", time.GetUtcNow(), null, content)]), default, cancellationToken, by));

    private static Opening Of(IntakeResult taken) => taken.Outcome == IntakeOutcome.Linked
        ? new Opening(taken.ProcurementId, null)
        : new Opening(null, new EntryFault("unreadable", null,
            $"Aankondiging {taken.Key} kan niet worden gelezen en staat in quarantaine: {taken.Fault!.Text}",
            $"The notice {taken.Key} cannot be read and is kept in quarantine: {taken.Fault!.Text}"));
}

/// <summary>What came of asking for a case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Fault">Why there is none.</param>
public readonly record struct Opening(string? CaseId, EntryFault? Fault);
