using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>Follows the checkpoints from the first to the last, names what does not fit, and gives what they say about the ledgers.</summary>
internal sealed class CheckpointVerification(ICheckpointReader store, Trust trust, DateTimeOffset now, Action<string, string, LocalizedText> fault)
{
    // The clock of another machine may be a little ahead.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, SigningKey> _keys = new(StringComparer.Ordinal);
    private readonly MerkleRange _tree = new();
    private DateTimeOffset _at = DateTimeOffset.MinValue;
    private Digest _previous;
    private bool _isWhole = true;
    private bool _isFound = trust.Checkpoint is null;

    /// <summary>The ends of the ledgers that were signed, in the order of the checkpoints.</summary>
    public Dictionary<string, List<KnownHead>> Signed { get; } = new(StringComparer.Ordinal);

    /// <summary>The keys whose signatures count, by thumbprint.</summary>
    public IReadOnlyDictionary<string, SigningKey> Keys => _keys;

    /// <summary>The latest checkpoint that could be read.</summary>
    public SignedCheckpoint? Latest { get; private set; }

    /// <summary>Reads them all.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        long latest = 0;
        // The last may have been stored by a run that is about to sign it, or was stopped before it did.
        var leaves = new List<long>();
        await foreach (var name in store.ListAsync(cancellationToken))
        {
            if (CheckpointNames.NumberOf(name) is > 0 and var number) latest = Math.Max(latest, number);
            else if (CheckpointNames.NumberOfLeaves(name) is > 0 and var ofLeaves) leaves.Add(ofLeaves);
            else if (CheckpointNames.IsKey(name)) await ReadKeyAsync(name, cancellationToken);
            else Fault(name, "stray", new("TenderWatch heeft dit hier niet opgeslagen.", "TenderWatch did not store this here."));
        }

        foreach (var key in trust.Keys ?? []) _keys[key.Id] = key;
        for (long number = 1; number <= latest; number++) await ReadAsync(number, cancellationToken);
        foreach (var number in leaves.Where(number => number > latest + 1))
            Fault(CheckpointNames.LeavesOf(number), "stray", new("Er is geen controlepunt met dit nummer.", "There is no checkpoint with this number."));
        if (!_isFound)
            fault(store.Container, "missing", new($"Het controlepunt {trust.Checkpoint} is er niet bij.", $"The checkpoint {trust.Checkpoint} is not among them."));
        await CheckHeadsAsync(latest, cancellationToken);
    }

    // What is kept of the latest checkpoint was written after it: it tells of one that was taken away.
    private async Task CheckHeadsAsync(long latest, CancellationToken cancellationToken)
    {
        await foreach (var leaf in store.HeadsAsync(cancellationToken))
        {
            if (!_isWhole || (Signed.TryGetValue(leaf.Ledger, out var heads) && heads[^1].Head.Sequence >= leaf.Head.Sequence)) continue;
            Fault(CheckpointNames.Of(latest + 1), "missing", new(
                $"Regel {leaf.Head.Sequence} van {leaf.Ledger} is ondertekend, maar het controlepunt ontbreekt.",
                $"Entry {leaf.Head.Sequence} of {leaf.Ledger} was signed, but the checkpoint is missing."));
            return;
        }
    }

    private async Task ReadKeyAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var key = SigningKey.Parse(await store.ReadAsync(name, cancellationToken) ?? []);
            if (CheckpointNames.KeyOf(key.Id) != name) throw new FormatException($"Its thumbprint is {key.Id}.");
            // Whoever can write to storage can put a key of their own there: those that the reader knows count alone.
            if (trust.Keys is null) _keys[key.Id] = key;
        }
        catch (FormatException wrong)
        {
            Fault(name, "not-a-key", new($"De bytes zijn niet de sleutel van deze naam ({wrong.Message})", $"The bytes are not the key of this name ({wrong.Message})"));
        }
    }

    private async Task ReadAsync(long number, CancellationToken cancellationToken)
    {
        var name = CheckpointNames.Of(number);
        if (await store.ReadAsync(name, cancellationToken) is not { } bytes)
        {
            Fault(name, "missing", new("Het controlepunt ontbreekt.", "The checkpoint is missing."));
            _isWhole = false;
            return;
        }

        SignedCheckpoint signed;
        try
        {
            signed = SignedCheckpoint.Parse(bytes);
        }
        catch (FormatException wrong)
        {
            Fault(name, "not-a-checkpoint", new($"De bytes zijn geen controlepunt meer ({wrong.Message})", $"The bytes are no longer a checkpoint ({wrong.Message})"));
            _isWhole = false;
            return;
        }

        CheckSignature(name, signed);
        CheckPlace(name, number, signed.Checkpoint);
        await CheckLeavesAsync(signed.Checkpoint, number, cancellationToken);
        _previous = Digest.Of(bytes);
        _isFound |= _previous == trust.Checkpoint;
        _at = signed.Checkpoint.At;
        Latest = signed;
    }

    private void CheckSignature(string name, SignedCheckpoint signed)
    {
        if (!_keys.TryGetValue(signed.KeyId, out var key))
        {
            Fault(name, "wrong-key", new(
                $"Ondertekend met de sleutel {signed.KeyId}, die hier niet wordt vertrouwd.",
                $"Signed with the key {signed.KeyId}, which is not trusted here."));
        }
        else if (!signed.IsSignedBy(key))
        {
            Fault(name, "unsigned", new($"De handtekening is niet van de sleutel {signed.KeyId} over deze bytes.", $"The signature is not that of the key {signed.KeyId} over these bytes."));
        }
    }

    private void CheckPlace(string name, long number, Checkpoint checkpoint)
    {
        if (checkpoint.Number != number)
            Fault(name, "misplaced", new($"De inhoud is controlepunt {checkpoint.Number}.", $"The content is checkpoint {checkpoint.Number}."));
        if (_isWhole && checkpoint.Previous != _previous)
        {
            Fault(name, "chain", new(
                $"Het volgt op {checkpoint.Previous}, maar het vorige controlepunt is {_previous}.",
                $"It follows {checkpoint.Previous}, but the previous checkpoint is {_previous}."));
        }

        if (checkpoint.At < _at || checkpoint.At > now + Ahead)
            Fault(name, "wrong-time", new($"Het tijdstip {checkpoint.At:u} ligt voor het vorige controlepunt of in de toekomst.", $"Its time {checkpoint.At:u} is before the previous checkpoint or in the future."));
    }

    private async Task CheckLeavesAsync(Checkpoint checkpoint, long number, CancellationToken cancellationToken)
    {
        var name = CheckpointNames.LeavesOf(number);
        var content = await store.ReadAsync(name, cancellationToken);
        if (content is null)
        {
            Fault(name, "missing", new("De bladeren van het controlepunt ontbreken.", "The leaves of the checkpoint are missing."));
            _isWhole = false;
            return;
        }

        if (Digest.Of(content) != checkpoint.Leaves)
        {
            Fault(name, "altered", new($"Het controlepunt noemt {checkpoint.Leaves}; nu is het {Digest.Of(content)}.", $"The checkpoint names {checkpoint.Leaves}; now it is {Digest.Of(content)}."));
            _isWhole = false;
            return;
        }

        IReadOnlyList<CheckpointLeaf> leaves;
        try
        {
            leaves = CheckpointLeaves.Read(content);
        }
        catch (FormatException wrong)
        {
            Fault(name, "not-leaves", new($"De bytes zijn geen bladeren ({wrong.Message})", $"The bytes are no leaves ({wrong.Message})"));
            _isWhole = false;
            return;
        }

        foreach (var leaf in leaves)
        {
            _tree.Append(MerkleHash.Leaf(leaf.ToBytes()));
            if (!Signed.TryGetValue(leaf.Ledger, out var heads)) Signed[leaf.Ledger] = heads = [];
            heads.Add(new KnownHead(leaf.Head, number));
        }

        // After a gap the tree is not known any more; the gap itself is named.
        if (_isWhole && (_tree.Size != checkpoint.Size || _tree.Root != checkpoint.Root || leaves.Count != checkpoint.Added || !_tree.Subtrees.SequenceEqual(checkpoint.Subtrees)))
        {
            Fault(CheckpointNames.Of(number), "tree", new(
                $"De bladeren geven een boom van {_tree.Size} met wortel {_tree.Root}, niet {checkpoint.Size} met {checkpoint.Root}.",
                $"The leaves give a tree of {_tree.Size} with the root {_tree.Root}, not {checkpoint.Size} with {checkpoint.Root}."));
        }
    }

    private void Fault(string name, string code, LocalizedText what) => fault($"{store.Container}/{name}", code, what);
}
