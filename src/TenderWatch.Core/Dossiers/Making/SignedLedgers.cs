using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Procurements;

namespace TenderWatch.Core.Dossiers.Making;

/// <summary>Reads the ledgers of a case up to the ends that checkpoints signed. Where something happened since, a checkpoint is made first.</summary>
internal sealed class SignedLedgers(ILedger ledger, IRegistry registry, ICheckpointStore store, Checkpointer checkpointer)
{
    /// <returns>The ledgers with the checkpoints; <see langword="null"/> where the end of one cannot be signed, because it is not as it was written.</returns>
    public async Task<(IReadOnlyList<SignedLedger> Ledgers, CheckpointTrail Trail, long Latest)?> ReadAsync(string caseId, CancellationToken cancellationToken)
    {
        string[] names = [caseId, .. (await registry.FindProcurementAsync(caseId, cancellationToken))?.Merged ?? []];
        var entries = new Dictionary<string, IReadOnlyList<StoredLedgerEntry>>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            // A procurement that was taken over before anybody opened a case on it has no ledger.
            if (await EntriesAsync(name, cancellationToken) is { Count: > 0 } stored) entries[name] = stored;
        }

        var (trail, ends, latest) = await LookAsync(entries.Keys, cancellationToken);
        if (entries.Any(one => IsUnsigned(one.Value, ends.GetValueOrDefault(one.Key))))
        {
            await checkpointer.RunAsync(cancellationToken);
            (trail, ends, latest) = await LookAsync(entries.Keys, cancellationToken);
        }

        var ledgers = new List<SignedLedger>();
        foreach (var (name, stored) in entries)
        {
            if (IsUnsigned(stored, ends.GetValueOrDefault(name))) return null;
            var (leaf, checkpoint, _) = ends[name];
            // Entries that came since the ledger was read may be signed too.
            var covered = leaf.Head.Sequence > stored.Count ? await EntriesAsync(name, cancellationToken) : stored;
            ledgers.Add(new SignedLedger(
                [.. covered.Where(entry => entry.Sequence <= leaf.Head.Sequence)], await trail.ProveAsync(ends[name], cancellationToken), (await trail.ReadAsync(checkpoint, cancellationToken)).Checkpoint.At));
        }

        return ledgers.Count == 0 ? null : (ledgers, trail, latest);
    }

    private async Task<IReadOnlyList<StoredLedgerEntry>> EntriesAsync(string name, CancellationToken cancellationToken)
    {
        var entries = new List<StoredLedgerEntry>();
        await foreach (var entry in ledger.ReadAsync(name, cancellationToken)) entries.Add(entry);
        return entries;
    }

    private async Task<(CheckpointTrail Trail, Dictionary<string, (CheckpointLeaf Leaf, long Checkpoint, long Index)> Ends, long Latest)> LookAsync(
        IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var latest = await store.LatestAsync(cancellationToken);
        var trail = new CheckpointTrail(store, latest);
        return (trail, await trail.EndsAsync(names, cancellationToken), latest);
    }

    // That a dossier was made is no news of the case: otherwise no two dossiers would be the same.
    private static bool IsUnsigned(IReadOnlyList<StoredLedgerEntry> entries, (CheckpointLeaf Leaf, long Checkpoint, long Index) end) =>
        end.Leaf is null || entries.Any(entry => entry.Sequence > end.Leaf.Head.Sequence && !ExportEvents.IsOne(entry));
}
