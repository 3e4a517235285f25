using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Evidence.Notes;
using TenderWatch.Core.Evidence.Tombstones;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Evidence;

/// <summary>
/// Reads every ledger and every piece of evidence again and names what is not as it was written. Memory does not grow with what is stored: what must be remembered
/// until the end waits in temporary files. A copy of the storage verifies without the states of cases, which are no evidence.
/// </summary>
public sealed class Verification(
    ILedgerReader ledger, IEvidenceReader evidence, ICheckpointReader checkpoints, TimeProvider time, ICases? cases = null, ITombstoneReader? tombstones = null)
{
    private const int ReadAtOnce = 16;

    /// <summary>Verifies everything, by what storage itself holds. It may run while the service writes.</summary>
    public Task<VerificationReport> RunAsync(IProgress<VerificationProgress>? progress, CancellationToken cancellationToken) => RunAsync(Trust.OnlyStorage, progress, cancellationToken);

    /// <summary>Verifies everything, or what was signed since a checkpoint. It may run while the service writes.</summary>
    /// <param name="trust">What is known from elsewhere.</param>
    /// <param name="progress">Told of each step.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<VerificationReport> RunAsync(Trust trust, IProgress<VerificationProgress>? progress, CancellationToken cancellationToken)
    {
        using var run = new VerificationRun(progress);
        var options = new ParallelOptions { MaxDegreeOfParallelism = ReadAtOnce, CancellationToken = cancellationToken };

        // In the order in which the service writes, reversed: whatever a checkpoint or a state names was written before it, and so on.
        var signed = new CheckpointVerification(checkpoints, trust, time.GetUtcNow(), run);
        await signed.RunAsync(cancellationToken);
        var deleted = new TombstoneVerification(tombstones, signed.Keys, time.GetUtcNow(), run);
        if (trust.Since is null) await deleted.NoteAsync(cancellationToken);
        if (trust.Since is null) await NoteLedgersAsync(run, cancellationToken);
        await Parallel.ForEachAsync(run.Ledgers.ByName(), options, async (notes, token) => await VerifyLedgerAsync(run, notes, signed, token));

        var verified = new EvidenceVerification(evidence, deleted, run, options);
        await (trust.Since is null ? verified.ReadAllAsync() : verified.ReadNamedAsync());
        return new VerificationReport(run.Cases, run.Entries, run.Blobs, run.Faults)
        {
            Checkpoint = CheckpointReference.Of(signed.Latest),
            Since = CheckpointReference.Of(signed.Since),
            Stamped = signed.Stamped,
            Tombstones = deleted.Count,
        };
    }

    private async Task NoteLedgersAsync(VerificationRun run, CancellationToken cancellationToken)
    {
        await foreach (var leaf in checkpoints.HeadsAsync(cancellationToken)) run.Ledgers.Add(new Note(leaf.Ledger, NoteKind.Kept, leaf.Head.Sequence, leaf.Head.Sha256, ""));
        await foreach (var (caseId, head) in cases?.HeadsAsync(cancellationToken) ?? AsyncEnumerable.Empty<(string, LedgerHead)>())
        {
            if (head.Sequence > 0) run.Ledgers.Add(new Note(caseId, NoteKind.Known, head.Sequence, head.Sha256, ""));
        }

        await foreach (var name in ledger.ListCasesAsync(cancellationToken)) run.Ledgers.Add(new Note(name, NoteKind.Present, 0, default, ""));
    }

    private async Task VerifyLedgerAsync(VerificationRun run, IReadOnlyList<Note> notes, CheckpointVerification signed, CancellationToken cancellationToken)
    {
        signed.CheckKept(notes);
        var caseId = notes[0].Name;
        KnownHead[] known = [.. notes.Where(note => note.Kind is NoteKind.Signed or NoteKind.Known).Select(note => KnownHead.Of(note, signed.Times))];
        var chain = new LedgerChain(caseId, ledger.Container, known, run.Fault);
        var isEmpty = true;
        await foreach (var stored in ledger.ReadAsync(caseId, cancellationToken))
        {
            isEmpty = false;
            if (chain.Next(stored) is { } entry) EvidenceReferences.Collect(entry, stored.Name, run.Evidence);
            run.ReadEntry();
        }

        // A name without entries that nobody knows is that of a file beside the ledgers.
        if (isEmpty && known.Length == 0)
        {
            if (notes[0].Kind == NoteKind.Present)
                run.Fault($"{ledger.Container}/{caseId}", "stray", new("TenderWatch heeft dit hier niet opgeslagen.", "TenderWatch did not store this here."));
            return;
        }

        run.ReadCase();
        chain.End();
    }
}
