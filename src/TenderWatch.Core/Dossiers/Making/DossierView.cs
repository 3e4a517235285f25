using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Evidence.Tombstones;

namespace TenderWatch.Core.Dossiers.Making;

/// <summary>What the page of a dossier shows.</summary>
/// <param name="Case">The case as the audience may see it.</param>
/// <param name="Occasion">For whom, in which language and as of when.</param>
/// <param name="Ledgers">The ledger of the case, then those of the cases that it took over.</param>
/// <param name="Evidence">The evidence that is in the dossier, by the entry that names it first.</param>
/// <param name="Withheld">The evidence that is not.</param>
/// <param name="Documents">The documents beside it.</param>
/// <param name="Latest">The latest checkpoint in it.</param>
/// <param name="KeyId">The thumbprint of the key that signs the dossier.</param>
/// <param name="HasPrint">Whether a PDF of the page is in it.</param>
public sealed record DossierView(
    CaseView Case,
    DossierOccasion Occasion,
    IReadOnlyList<SignedLedger> Ledgers,
    IReadOnlyList<EnclosedEvidence> Evidence,
    IReadOnlyList<WithheldEvidence> Withheld,
    IReadOnlyList<DossierDocument> Documents,
    CheckpointReference Latest,
    string KeyId,
    bool HasPrint)
{
    /// <summary>What stands in the place of evidence that was deleted because its time was over, by digest.</summary>
    public IReadOnlyList<Tombstone> Tombstones { get; init; } = [];
}

/// <summary>Evidence in a dossier.</summary>
/// <param name="File">Its file.</param>
/// <param name="Entry">The path of the entry that names it first.</param>
public sealed record EnclosedEvidence(ManifestFile File, string Entry);

/// <summary>A ledger up to the end that a checkpoint signed.</summary>
/// <param name="Entries">The stored entries.</param>
/// <param name="Proof">That a checkpoint signed their end.</param>
/// <param name="SignedAt">When it did.</param>
public sealed record SignedLedger(IReadOnlyList<StoredLedgerEntry> Entries, LedgerProof Proof, DateTimeOffset SignedAt);

/// <summary>Writes the page.</summary>
public interface IDossierPage
{
    /// <summary>The page as HTML in UTF-8 that needs nothing beside itself; the same view gives the same bytes.</summary>
    Task<byte[]> WriteAsync(DossierView view, CancellationToken cancellationToken);
}

/// <summary>Prints pages.</summary>
public interface IPagePrinter
{
    /// <summary>Whether there is something to print with.</summary>
    bool CanPrint { get; }

    /// <summary>A page as PDF, the same bytes for the same page; <see langword="null"/> where it could not be printed, which is logged.</summary>
    Task<byte[]?> PrintAsync(byte[] html, CancellationToken cancellationToken);
}
