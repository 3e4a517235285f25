using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Evidence.Tombstones;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Evidence;

/// <summary>
/// Reads every ledger and every piece of evidence again and names what is not as it was written. Memory grows with the references in
/// the ledgers and checkpoints, never with the size of the blobs. A copy of the storage verifies without the states of cases, which are no evidence.
/// </summary>
public sealed class Verification(
    ILedgerReader ledger, IEvidenceReader evidence, ICheckpointReader checkpoints, TimeProvider time, ICases? cases = null, ITombstoneReader? tombstones = null)
{
    /// <summary>Verifies everything, by what storage itself holds. It may run while the service writes.</summary>
    public Task<VerificationReport> RunAsync(IProgress<VerificationProgress>? progress, CancellationToken cancellationToken) => RunAsync(Trust.OnlyStorage, progress, cancellationToken);

    /// <summary>Verifies everything. It may run while the service writes.</summary>
    /// <param name="trust">What is known from elsewhere.</param>
    /// <param name="progress">Told of each step.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<VerificationReport> RunAsync(Trust trust, IProgress<VerificationProgress>? progress, CancellationToken cancellationToken)
    {
        // In the order in which the service writes, reversed: whatever a checkpoint or a state names was written before it, and so on.
        var run = new Run(progress);
        var signed = new CheckpointVerification(checkpoints, trust, time.GetUtcNow(), run.Fault);
        await signed.RunAsync(cancellationToken);
        var deleted = new TombstoneVerification(tombstones, evidence, signed.Keys, time.GetUtcNow(), run.Fault);
        await deleted.RunAsync(cancellationToken);
        run.Tombstones = deleted;
        var known = signed.Signed;
        await foreach (var (caseId, head) in cases?.HeadsAsync(cancellationToken) ?? AsyncEnumerable.Empty<(string, LedgerHead)>())
        {
            if (head.Sequence == 0) continue;
            if (!known.TryGetValue(caseId, out var heads)) known[caseId] = heads = [];
            heads.Add(new KnownHead(head, null));
        }

        await foreach (var name in ledger.ListCasesAsync(cancellationToken))
        {
            known.Remove(name, out var heads);
            await VerifyLedgerAsync(run, name, heads ?? [], cancellationToken);
        }

        foreach (var (name, heads) in known) await VerifyLedgerAsync(run, name, heads, cancellationToken);

        await VerifyEvidenceAsync(run, Confidentiality.Public, cancellationToken);
        await VerifyEvidenceAsync(run, Confidentiality.Confidential, cancellationToken);
        await deleted.EndAsync(cancellationToken);
        foreach (var (digest, reference) in run.References.OrderBy(pair => pair.Value.Entry, StringComparer.Ordinal))
        {
            if (await deleted.ReplacesAsync(digest, cancellationToken)) continue;
            run.Fault(
                $"{evidence.Container(reference.Confidentiality)}/{digest}",
                "missing",
                new($"{reference.Entry} verwijst ernaar, maar het staat in geen van beide containers.",
                    $"{reference.Entry} refers to it, but it is in neither container."));
        }

        return new VerificationReport(run.Cases, run.Entries, run.Blobs, run.Faults) { Checkpoint = CheckpointReference.Of(signed.Latest), Tombstones = deleted.Count };
    }

    private async Task VerifyLedgerAsync(Run run, string caseId, IReadOnlyList<KnownHead> known, CancellationToken cancellationToken)
    {
        run.Cases++;
        var chain = new LedgerChain(caseId, ledger.Container, known, run.Fault);
        await foreach (var stored in ledger.ReadAsync(caseId, cancellationToken))
        {
            if (chain.Next(stored) is { } entry) EvidenceReferences.Collect(entry.Body, stored.Name, run.References, digest => run.Tombstones?.Named(digest, entry.At));
            run.ReadEntry();
        }

        chain.End();
    }

    private async Task VerifyEvidenceAsync(Run run, Confidentiality confidentiality, CancellationToken cancellationToken)
    {
        var container = evidence.Container(confidentiality);
        await foreach (var name in evidence.ListAsync(confidentiality, cancellationToken))
        {
            if (!Digest.TryParse(name, out var expected))
            {
                run.Fault(
                    $"{container}/{name}",
                    "stray",
                    new("De naam is geen SHA-256: TenderWatch heeft dit hier niet opgeslagen.", "The name is no SHA-256: TenderWatch did not store this here."));
            }
            else if (await evidence.HashAsync(name, confidentiality, cancellationToken) is { } actual)
            {
                run.References.Remove(expected);
                run.Tombstones?.Found(expected, confidentiality);
                if (actual != expected)
                {
                    run.Fault(
                        $"{container}/{name}",
                        "altered",
                        new($"De inhoud is gewijzigd: haar SHA-256 is {actual}.", $"The content was altered: its SHA-256 is {actual}."));
                }
            }

            run.ReadBlob();
        }
    }

    private sealed class Run(IProgress<VerificationProgress>? progress)
    {
        public long Cases { get; set; }

        public long Entries { get; private set; }

        public long Blobs { get; private set; }

        public List<VerificationFault> Faults { get; } = [];

        public Dictionary<Digest, EvidenceReferences.Place> References { get; } = [];

        public TombstoneVerification? Tombstones { get; set; }

        public void Fault(string blob, string code, LocalizedText what) => Faults.Add(new VerificationFault(blob, code, what));

        public void ReadEntry()
        {
            Entries++;
            progress?.Report(new VerificationProgress(Entries, Blobs, Faults.Count));
        }

        public void ReadBlob()
        {
            Blobs++;
            progress?.Report(new VerificationProgress(Entries, Blobs, Faults.Count));
        }
    }
}
