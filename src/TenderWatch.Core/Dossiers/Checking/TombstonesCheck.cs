using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Tombstones;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Dossiers.Checking;

/// <summary>Reads the tombstones of a dossier, names those that are not what a trusted key signed for evidence of these ledgers, and remembers what they prove to be deleted.</summary>
internal sealed class TombstonesCheck(DossierFiles files, CheckpointsCheck checkpoints, LedgersCheck ledgers, DateTimeOffset now, Action<string, string, LocalizedText> fault)
{
    private readonly HashSet<Digest> _deleted = [];

    /// <summary>Whether a tombstone that counts stands in the place of evidence.</summary>
    public bool Replaces(Digest sha256) => _deleted.Contains(sha256);

    public void Run()
    {
        foreach (var (path, _) in files.In(DossierPaths.TombstoneFolder))
        {
            if (TombstoneNames.Read(path[DossierPaths.TombstoneFolder.Length..]) is not var (sha256, kind))
            {
                fault(path, "stray", new("De naam is niet die van een grafsteen.", "The name is not that of a tombstone."));
                continue;
            }

            if (TombstoneCheck.Read(files.Content(path), sha256, kind, checkpoints.Keys.GetValueOrDefault, now, (code, what) => fault(path, code, what)) is not { } tombstone) continue;
            _deleted.Add(sha256);
            if (!ledgers.LastNamed.TryGetValue(sha256, out var named))
                fault(path, "unnamed", new("Geen regel van het logboek noemt dit bewijs.", "No entry of the ledger names this evidence."));
            // Where an entry names it later, the same bytes were stored again.
            else if (files.Contains(DossierPaths.Evidence(sha256, kind)) && named <= tombstone.At)
                fault(path, "not-deleted", new("Het bewijs dat verwijderd zou zijn is bijgevoegd.", "The evidence that is said to be deleted is enclosed."));
        }
    }
}
