using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Evidence.Notes;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Evidence.Tombstones;

/// <summary>Reads the tombstones, names those that are not what this installation signed, and notes which bytes were deleted.</summary>
internal sealed class TombstoneVerification(ITombstoneReader? store, CheckpointKeys keys, DateTimeOffset now, VerificationRun run)
{
    /// <summary>The tombstones that count.</summary>
    public long Count { get; private set; }

    /// <summary>Reads them all.</summary>
    public async Task NoteAsync(CancellationToken cancellationToken)
    {
        if (store is null) return;
        await foreach (var name in store.ListAsync(cancellationToken))
        {
            if (TombstoneNames.Read(name) is not { } bytes)
            {
                Fault(name, "stray", new("TenderWatch heeft dit hier niet opgeslagen.", "TenderWatch did not store this here."));
            }
            else if (await ReadAsync(name, bytes.Sha256, bytes.Confidentiality, (code, what) => Fault(name, code, what), cancellationToken) is { } tombstone)
            {
                Count++;
                var kind = bytes.Confidentiality == Confidentiality.Public ? NoteKind.DeletedPublic : NoteKind.DeletedConfidential;
                run.Evidence.Add(new Note(bytes.Sha256.Hex, kind, tombstone.At.UtcTicks, bytes.Sha256, name));
            }
        }
    }

    /// <summary>Whether there is a tombstone now in the place of bytes that are missing. What is wrong with one is said where all are read.</summary>
    public async Task<bool> ReplacesAsync(Digest sha256, CancellationToken cancellationToken)
    {
        if (store is null) return false;
        foreach (var kind in Enum.GetValues<Confidentiality>())
        {
            if (await ReadAsync(TombstoneNames.Of(sha256, kind), sha256, kind, (_, _) => { }, cancellationToken) is not null) return true;
        }

        return false;
    }

    /// <summary>Names a tombstone whose bytes are still there.</summary>
    public void NotDeleted(Digest sha256, Confidentiality confidentiality) => Fault(TombstoneNames.Of(sha256, confidentiality), "not-deleted", new(
        "De bytes staan er nog. Draai 'tenderwatch retention --delete --yes', dat afmaakt wat is begonnen.",
        "The bytes are still there. Run 'tenderwatch retention --delete --yes', which finishes what was begun."));

    private async Task<Tombstone?> ReadAsync(string name, Digest sha256, Confidentiality kind, Action<string, LocalizedText> told, CancellationToken cancellationToken) =>
        await store!.ReadAsync(name, cancellationToken) is { } bytes ? TombstoneCheck.Read(bytes, sha256, kind, keys.Find, now, told) : null;

    private void Fault(string name, string code, LocalizedText what) => run.Fault($"{store!.Container}/{name}", code, what);
}
