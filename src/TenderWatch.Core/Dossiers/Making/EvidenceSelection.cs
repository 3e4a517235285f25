using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Tombstones;

namespace TenderWatch.Core.Dossiers.Making;

/// <summary>The evidence that the ledgers of a case name: what goes into a dossier, what is withheld, and what was deleted.</summary>
/// <param name="Enclosed">What goes into it, by entry.</param>
/// <param name="Withheld">What does not, by digest; what was deleted too.</param>
/// <param name="Tombstones">What stands in the place of what was deleted, by digest.</param>
/// <param name="Files">The files.</param>
internal sealed record EvidenceSelection(
    IReadOnlyList<EnclosedEvidence> Enclosed, IReadOnlyList<WithheldEvidence> Withheld, IReadOnlyList<SignedTombstone> Tombstones, IReadOnlyList<DossierFile> Files)
{
    /// <exception cref="EvidenceException">A piece is in neither container without a tombstone, or altered.</exception>
    public static async Task<EvidenceSelection> OfAsync(
        IReadOnlyList<SignedLedger> ledgers, DossierAudience audience, IEvidenceStore evidence, Deleted deleted, CancellationToken cancellationToken)
    {
        var (enclosed, withheld, tombstones, files) = (new List<EnclosedEvidence>(), new List<WithheldEvidence>(), new List<SignedTombstone>(), new List<DossierFile>());
        var seen = new HashSet<Digest>();
        foreach (var stored in ledgers.SelectMany(ledger => ledger.Entries))
        {
            var entry = LedgerEntry.Parse(stored.Bytes);
            var path = DossierPaths.Entry(entry.Case, entry.Sequence);
            foreach (var (digest, marked) in EvidenceReferences.ByDigest(entry.Body).OrderBy(pair => pair.Key.Hex, StringComparer.Ordinal).Where(pair => seen.Add(pair.Key)))
            {
                // An entry of a message says nothing of confidentiality, but its bytes are stored so.
                var isPublic = marked == Confidentiality.Public && await evidence.HashAsync(digest.Hex, Confidentiality.Public, cancellationToken) is not null;
                var kind = isPublic ? Confidentiality.Public : Confidentiality.Confidential;
                if (!isPublic && await evidence.HashAsync(digest.Hex, Confidentiality.Confidential, cancellationToken) is var hash && hash != digest)
                {
                    if (hash is not null || await TombstoneAsync(deleted, digest, marked, cancellationToken) is not { } tombstone)
                        throw new EvidenceException($"{digest}, which {stored.Name} names, is absent or altered.");
                    tombstones.Add(tombstone);
                    withheld.Add(new WithheldEvidence(digest, WithheldReasons.Deleted, path));
                    files.Add(DossierFile.Of(DossierPaths.Tombstone(digest, tombstone.Tombstone.Confidentiality), tombstone.ToBytes()));
                    continue;
                }

                if (audience == DossierAudience.Public && !isPublic)
                {
                    withheld.Add(new WithheldEvidence(digest, WithheldReasons.Of(entry.Kind), path));
                    continue;
                }

                var line = new ManifestFile(DossierPaths.Evidence(digest, kind), (await evidence.GetAsync(digest, kind, cancellationToken)).Length, digest);
                enclosed.Add(new EnclosedEvidence(line, path));
                files.Add(new DossierFile(line, token => evidence.GetAsync(digest, kind, token)));
            }
        }

        return new EvidenceSelection(
            enclosed,
            [.. withheld.OrderBy(one => one.Sha256.Hex, StringComparer.Ordinal)],
            [.. tombstones.OrderBy(one => one.Tombstone.Sha256.Hex, StringComparer.Ordinal)],
            files);
    }

    // As for verify of storage, either container will do: the entry of a message does not tell in which its bytes were.
    private static async Task<SignedTombstone?> TombstoneAsync(Deleted deleted, Digest digest, Confidentiality marked, CancellationToken cancellationToken)
    {
        var other = marked == Confidentiality.Public ? Confidentiality.Confidential : Confidentiality.Public;
        return await deleted.FindSignedAsync(digest, marked, cancellationToken) ?? await deleted.FindSignedAsync(digest, other, cancellationToken);
    }
}
