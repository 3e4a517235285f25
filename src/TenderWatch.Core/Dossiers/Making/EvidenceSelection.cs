using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Dossiers.Making;

/// <summary>The evidence that the ledgers of a case name: what goes into a dossier, and what is withheld.</summary>
/// <param name="Enclosed">What goes into it, by entry.</param>
/// <param name="Withheld">What does not, by digest.</param>
/// <param name="Files">The files.</param>
internal sealed record EvidenceSelection(IReadOnlyList<EnclosedEvidence> Enclosed, IReadOnlyList<WithheldEvidence> Withheld, IReadOnlyList<DossierFile> Files)
{
    /// <exception cref="EvidenceException">A piece is in neither container, or altered.</exception>
    public static async Task<EvidenceSelection> OfAsync(IReadOnlyList<SignedLedger> ledgers, DossierAudience audience, IEvidenceStore evidence, CancellationToken cancellationToken)
    {
        var (enclosed, withheld, files) = (new List<EnclosedEvidence>(), new List<WithheldEvidence>(), new List<DossierFile>());
        var seen = new HashSet<Digest>();
        foreach (var stored in ledgers.SelectMany(ledger => ledger.Entries))
        {
            var entry = LedgerEntry.Parse(stored.Bytes);
            var path = DossierPaths.Entry(entry.Case, entry.Sequence);
            foreach (var (digest, marked) in EvidenceReferences.ByDigest(entry.Body).OrderBy(pair => pair.Key.Hex, StringComparer.Ordinal).Where(pair => seen.Add(pair.Key)))
            {
                // An entry of a message says nothing of confidentiality, but its bytes are stored so.
                var isPublic = marked == Confidentiality.Public && await evidence.HashAsync(digest.Hex, Confidentiality.Public, cancellationToken) is not null;
                if (audience == DossierAudience.Public && !isPublic)
                {
                    if (await evidence.HashAsync(digest.Hex, Confidentiality.Confidential, cancellationToken) != digest) throw new EvidenceException($"{digest}, which {stored.Name} names, is absent or altered.");
                    withheld.Add(new WithheldEvidence(digest, WithheldReasons.Of(entry.Kind), path));
                    continue;
                }

                var kind = isPublic ? Confidentiality.Public : Confidentiality.Confidential;
                var line = new ManifestFile(DossierPaths.Evidence(digest, kind), (await evidence.GetAsync(digest, kind, cancellationToken)).Length, digest);
                enclosed.Add(new EnclosedEvidence(line, path));
                files.Add(new DossierFile(line, token => evidence.GetAsync(digest, kind, token)));
            }
        }

        return new EvidenceSelection(enclosed, [.. withheld.OrderBy(one => one.Sha256.Hex, StringComparer.Ordinal)], files);
    }
}
