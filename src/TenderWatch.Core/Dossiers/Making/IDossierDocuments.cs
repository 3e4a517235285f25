using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Dossiers.Making;

/// <summary>Makes documents that belong in every dossier, beside ledger, proofs and evidence.</summary>
public interface IDossierDocuments
{
    /// <summary>The documents; the same case gives the same bytes.</summary>
    /// <param name="view">The case as the audience may see it.</param>
    /// <param name="dossier">For whom, in which language and as of when.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<IReadOnlyList<DossierDocument>> MakeAsync(CaseView view, DossierOccasion dossier, CancellationToken cancellationToken);
}

/// <summary>A document in a dossier.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Title">What it is called on the page.</param>
public sealed record DossierDocument(string Path, byte[] Content, LocalizedText Title);

/// <summary>What a dossier is made for.</summary>
/// <param name="Audience">For whom.</param>
/// <param name="Language">The language of its page.</param>
/// <param name="AsOf">The moment whose state it shows: when a checkpoint signed the end of the case's ledger.</param>
/// <param name="Entries">The entries of that ledger up to its end.</param>
public sealed record DossierOccasion(DossierAudience Audience, Language Language, DateTimeOffset AsOf, IReadOnlyList<StoredLedgerEntry> Entries);
