using System.Collections.Concurrent;
using TenderWatch.Core.Evidence.Timestamps;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>
/// Makes checkpoints. It reads what grew since the last one, and no more. It may be stopped anywhere: leaves that were stored and not yet signed are signed by the
/// next run. Of two that run at once, one makes the checkpoint and the other gives what it made.
/// </summary>
public sealed class Checkpointer(ILedger ledger, ICases cases, ICheckpointStore store, ICheckpointSigner signer, TimeProvider time, ITimestampAuthority? authority = null, ICaseInbox? inbox = null)
{
    private const int LedgersAtOnce = 16;

    /// <summary>Makes a checkpoint, unless no ledger grew, and has the latest one stamped by the authority, where there is one.</summary>
    public async Task<CheckpointOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var outcome = await MakeAsync(cancellationToken);
        return authority is null || outcome.Latest is null ? outcome : outcome with { Stamp = await new Stamping(store, authority).StampAsync(outcome.Latest, cancellationToken) };
    }

    private async Task<CheckpointOutcome> MakeAsync(CancellationToken cancellationToken)
    {
        var latest = await LatestAsync(cancellationToken);
        var number = (latest?.Signed.Checkpoint.Number ?? 0) + 1;
        var faults = new ConcurrentBag<VerificationFault>();
        var heads = await HeadsAsync(latest, cancellationToken);

        var stored = await store.ReadAsync(CheckpointNames.LeavesOf(number), cancellationToken);
        if (stored is null)
        {
            var leaves = await GrownAsync(heads, faults, cancellationToken);
            if (leaves.Count == 0) return new CheckpointOutcome(latest?.Signed, IsNew: false, Named(faults));
            stored = CheckpointLeaves.Write(leaves);
            if (!await store.CreateAsync(CheckpointNames.LeavesOf(number), stored, cancellationToken))
                stored = (await store.ReadAsync(CheckpointNames.LeavesOf(number), cancellationToken))!;
        }

        if (await SoundAsync(number, stored, cancellationToken) is not { } sound)
            return new CheckpointOutcome(latest?.Signed, IsNew: false, [.. Named(faults), Unsound(number)]);
        var tree = latest?.Signed.Checkpoint.Tree() ?? new MerkleRange();
        foreach (var leaf in sound) tree.Append(MerkleHash.Leaf(leaf.ToBytes()));
        var stamp = latest is null ? null : await store.ReadAsync(CheckpointNames.StampOf(number - 1), cancellationToken);
        var checkpoint = new Checkpoint(
            number, time.GetUtcNow(), latest?.Sha256 ?? default, tree.Size, tree.Root, tree.Subtrees, sound.Count, Digest.Of(stored), stamp is null ? null : Digest.Of(stamp));

        var key = await signer.KeyAsync(cancellationToken);
        await store.CreateAsync(CheckpointNames.KeyOf(key.Id), key.Jwk, cancellationToken);
        var signed = await SignedCheckpoint.SignAsync(checkpoint, signer, cancellationToken);
        var isNew = await store.CreateAsync(CheckpointNames.Of(number), signed.ToBytes(), cancellationToken);
        await store.SaveHeadsAsync(sound, cancellationToken);
        return new CheckpointOutcome(isNew ? signed : (await LatestAsync(cancellationToken))!.Value.Signed, isNew, Named(faults));
    }

    private async Task<(SignedCheckpoint Signed, Digest Sha256)?> LatestAsync(CancellationToken cancellationToken)
    {
        var number = await store.LatestAsync(cancellationToken);
        if (number == 0) return null;
        var bytes = await store.ReadAsync(CheckpointNames.Of(number), cancellationToken);
        try
        {
            return (SignedCheckpoint.Parse(bytes!), Digest.Of(bytes));
        }
        catch (FormatException fault)
        {
            throw new EvidenceException($"{store.Container}/{CheckpointNames.Of(number)} was altered ({fault.Message}) Run verify and restore it from a copy.");
        }
    }

    // A run that was stopped between signing and saving is made good here.
    private async Task<Dictionary<string, LedgerHead>> HeadsAsync((SignedCheckpoint Signed, Digest Sha256)? latest, CancellationToken cancellationToken)
    {
        var heads = new Dictionary<string, LedgerHead>(StringComparer.Ordinal);
        await foreach (var head in store.HeadsAsync(cancellationToken)) heads[head.Ledger] = head.Head;
        if (latest is not { } last) return heads;
        var name = CheckpointNames.LeavesOf(last.Signed.Checkpoint.Number);
        var content = await store.ReadAsync(name, cancellationToken)
            ?? throw new EvidenceException($"{store.Container}/{name} is not there. Run verify and restore it from a copy.");
        if (CheckpointLeaves.Read(content).All(leaf => heads.GetValueOrDefault(leaf.Ledger) == leaf.Head)) return heads;
        CheckpointLeaf[] leaves = [.. CheckpointLeaves.Read(content)];
        await store.SaveHeadsAsync(leaves, cancellationToken);
        foreach (var leaf in leaves) heads[leaf.Ledger] = leaf.Head;
        return heads;
    }

    private async Task<IReadOnlyList<CheckpointLeaf>> GrownAsync(Dictionary<string, LedgerHead> heads, ConcurrentBag<VerificationFault> faults, CancellationToken cancellationToken)
    {
        var grown = new ConcurrentBag<CheckpointLeaf>();
        await Parallel.ForEachAsync(
            CandidatesAsync(heads, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = LedgersAtOnce, CancellationToken = cancellationToken },
            async (name, token) =>
            {
                var from = heads.GetValueOrDefault(name, LedgerHead.Start);
                var (head, fault) = await LedgerGrowth.FollowAsync(ledger, name, from, token);
                if (fault is not null) faults.Add(fault);
                else if (head != from) grown.Add(new CheckpointLeaf(name, head));
            });
        return [.. grown];
    }

    // Of a case its state tells whether it grew, but for what an episode that has not ended wrote: its event waits still. A ledger that belongs to no case (that of a source) is looked at each time.
    private async IAsyncEnumerable<string> CandidatesAsync(Dictionary<string, LedgerHead> heads, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        HashSet<string> waiting = inbox is null ? [] : [.. await inbox.WaitingCasesAsync(cancellationToken)];
        await foreach (var (caseId, head) in cases.HeadsAsync(cancellationToken))
        {
            known.Add(caseId);
            if (heads.GetValueOrDefault(caseId, LedgerHead.Start) != head || waiting.Contains(caseId)) yield return caseId;
        }

        await foreach (var name in ledger.ListCasesAsync(cancellationToken))
        {
            if (!known.Contains(name)) yield return name;
        }
    }

    // They may have been stored by a run before: whoever can write there must not have anything signed that no ledger holds.
    private async Task<IReadOnlyList<CheckpointLeaf>?> SoundAsync(long number, byte[] content, CancellationToken cancellationToken)
    {
        CheckpointLeaf[] leaves;
        try
        {
            leaves = [.. CheckpointLeaves.Read(content)];
        }
        catch (FormatException)
        {
            return null;
        }

        var unsound = 0;
        await Parallel.ForEachAsync(leaves, new ParallelOptions { MaxDegreeOfParallelism = LedgersAtOnce, CancellationToken = cancellationToken }, async (leaf, token) =>
        {
            if (await ledger.FindAsync(leaf.Ledger, leaf.Head.Sequence, token) is not { } entry || Digest.Of(entry.Bytes) != leaf.Head.Sha256) Interlocked.Exchange(ref unsound, 1);
        });
        return unsound == 0 && leaves.Length > 0 ? leaves : null;
    }

    private VerificationFault Unsound(long number) => new($"{store.Container}/{CheckpointNames.LeavesOf(number)}", "altered", new LocalizedText(
        "Dit is niet wat de logboeken bevatten; er is niets ondertekend. Laat 'tenderwatch verify' draaien en haal het bestand weg als het daar niet hoort.",
        "This is not what the ledgers hold; nothing was signed. Have 'tenderwatch verify' run, and take the file away if it does not belong there."));

    private static IReadOnlyList<VerificationFault> Named(ConcurrentBag<VerificationFault> faults) => [.. faults.OrderBy(fault => fault.Blob, StringComparer.Ordinal)];
}

/// <summary>What came of a run.</summary>
/// <param name="Latest">The latest checkpoint; <see langword="null"/> when there is none yet.</param>
/// <param name="IsNew">Whether this run made it.</param>
/// <param name="Faults">Ledgers that were left out, because they are not as they were written.</param>
public sealed record CheckpointOutcome(SignedCheckpoint? Latest, bool IsNew, IReadOnlyList<VerificationFault> Faults)
{
    /// <summary>What the authority answered; <see langword="null"/> where there is none, or the checkpoint has its time stamp already.</summary>
    public TimestampAnswer? Stamp { get; init; }
}
