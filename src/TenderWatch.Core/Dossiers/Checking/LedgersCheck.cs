using System.Globalization;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Dossiers.Checking;

/// <summary>Follows each ledger of a dossier to the end that a checkpoint signed.</summary>
internal sealed class LedgersCheck(DossierFiles files, CheckpointsCheck checkpoints, Action<string, string, LocalizedText> fault)
{
    /// <summary>How many entries were read.</summary>
    public long Entries { get; private set; }

    /// <summary>The evidence that the entries name, each with the entry that names it first.</summary>
    public Dictionary<Digest, (string Entry, Confidentiality Confidentiality)> References { get; } = [];

    /// <summary>When an entry named each piece of evidence last.</summary>
    public Dictionary<Digest, DateTimeOffset> LastNamed { get; } = [];

    /// <summary>The latest checkpoint by which the end of a ledger is proved; 0 where none is.</summary>
    public long Proved { get; private set; }

    /// <summary>What each entry that can be read names.</summary>
    public Dictionary<string, HashSet<Digest>> NamedBy { get; } = new(StringComparer.Ordinal);

    public void Run(DossierManifest manifest)
    {
        var ledgers = new SortedSet<string>(StringComparer.Ordinal) { manifest.Case };
        foreach (var (path, _) in files.In(DossierPaths.LedgerFolder).Concat(files.In(DossierPaths.ProofFolder)))
        {
            var name = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
            ledgers.Add(name.Contains('/', StringComparison.Ordinal) ? name[..name.IndexOf('/', StringComparison.Ordinal)] : Path.GetFileNameWithoutExtension(name));
        }

        foreach (var ledger in ledgers) Run(ledger, manifest);
    }

    private void Run(string ledger, DossierManifest manifest)
    {
        var proof = ReadProof(ledger, manifest);
        var end = proof?.Leaf.Head;
        var chain = new LedgerChain(ledger, "ledger", end is null ? [] : [new KnownHead(end, proof!.Checkpoint)], fault);
        foreach (var (path, _) in files.In($"{DossierPaths.LedgerFolder}{ledger}/").ToList())
        {
            var stored = new StoredLedgerEntry(path, SequenceOf(ledger, path), files.Content(path)!);
            if (end is not null && stored.Sequence > end.Sequence)
                fault(path, "unsigned", new("De regel staat na het einde dat is ondertekend.", "The entry stands after the end that was signed."));
            if (chain.Next(stored) is { } entry) Collect(entry, path);
            Entries++;
        }

        chain.End();
    }

    private void Collect(LedgerEntry entry, string path)
    {
        var named = EvidenceReferences.ByDigest(entry.Body);
        NamedBy[path] = [.. named.Keys];
        foreach (var (digest, kind) in named)
        {
            References.TryAdd(digest, (path, kind));
            if (!LastNamed.TryGetValue(digest, out var at) || at < entry.At) LastNamed[digest] = entry.At;
        }
    }

    private LedgerProof? ReadProof(string ledger, DossierManifest manifest)
    {
        var path = DossierPaths.Proof(ledger);
        if (files.Content(path) is not { } bytes)
        {
            fault(path, "missing", new("Het bewijs dat het einde van dit logboek is ondertekend ontbreekt.", "The proof that the end of this ledger was signed is missing."));
            return null;
        }

        LedgerProof proof;
        try
        {
            proof = LedgerProof.Parse(bytes);
        }
        catch (FormatException wrong)
        {
            fault(path, "not-a-proof", new($"De bytes zijn geen bewijs meer ({wrong.Message})", $"The bytes are no longer a proof ({wrong.Message})"));
            return null;
        }

        if (proof.Leaf.Ledger != ledger) fault(path, "misplaced", new($"Het is het bewijs van {proof.Leaf.Ledger}.", $"It is the proof of {proof.Leaf.Ledger}."));
        checkpoints.Need(proof.Checkpoint);
        Proved = Math.Max(Proved, proof.Checkpoint);
        if (checkpoints.Find(proof.Checkpoint) is { } signed && checkpoints.Find(manifest.Checkpoint) is { } latest && !Holds(proof, signed, latest))
        {
            fault(path, "tree", new(
                $"Het bewijs leidt niet tot de wortels van de controlepunten {signed.Number} en {latest.Number}.",
                $"The proof does not lead to the roots of the checkpoints {signed.Number} and {latest.Number}."));
        }

        return proof;
    }

    private static bool Holds(LedgerProof proof, Checkpoint signed, Checkpoint latest) =>
        MerkleVerification.IsIncluded(MerkleHash.Leaf(proof.Leaf.ToBytes()), proof.Index, signed.Size, proof.Path, signed.Root)
        && MerkleVerification.IsConsistent(signed.Size, signed.Root, latest.Size, latest.Root, proof.Consistency);

    private static long SequenceOf(string ledger, string path)
    {
        var name = path[(DossierPaths.LedgerFolder.Length + ledger.Length + 1)..];
        return long.TryParse(name.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && DossierPaths.Entry(ledger, sequence) == path ? sequence : 0;
    }
}
