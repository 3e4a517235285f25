using TenderWatch.Core.Evidence.Notes;
using TenderWatch.Core.Evidence.Timestamps;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>Follows the checkpoints from the first, or from one that is trusted, to the last, names what does not fit, and notes what they say about the ledgers.</summary>
internal sealed class CheckpointVerification(ICheckpointReader store, Trust trust, DateTimeOffset now, VerificationRun run)
{
    private readonly CheckpointKeys _keys = new(store, trust, run);
    private readonly StampVerification _stamps = new(store, trust.Stamps, now, run);
    private readonly Dictionary<long, DateTimeOffset> _times = [];
    private MerkleRange _tree = new();
    private DateTimeOffset _at = DateTimeOffset.MinValue;
    private Digest _previous;
    private bool _isWhole = true;
    private bool _isFound = trust.Checkpoint is null;
    private long _latest;
    private int _missed;

    /// <summary>When each checkpoint was made that could be read.</summary>
    public IReadOnlyDictionary<long, DateTimeOffset> Times => _times;

    /// <summary>The keys whose signatures count.</summary>
    public CheckpointKeys Keys => _keys;

    /// <summary>The latest checkpoint that could be read.</summary>
    public SignedCheckpoint? Latest { get; private set; }

    /// <summary>The checkpoint since which was verified.</summary>
    public SignedCheckpoint? Since { get; private set; }

    /// <summary>The latest checkpoint whose time stamp holds.</summary>
    public StampedCheckpoint? Stamped => _stamps.Latest;

    /// <summary>Reads them.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // The last may have been stored by a run that is about to sign it, or was stopped before it did.
        var leaves = new List<long>();
        await foreach (var name in store.ListAsync(cancellationToken))
        {
            if (CheckpointNames.NumberOf(name) is > 0 and var number) _latest = Math.Max(_latest, number);
            else if (CheckpointNames.NumberOfLeaves(name) is > 0 and var ofLeaves) leaves.Add(ofLeaves);
            else if (CheckpointNames.NumberOfStamp(name) is > 0 and var stamped) _stamps.Add(stamped);
            else if (CheckpointNames.IsKey(name)) await _keys.ReadAsync(name, cancellationToken);
            else Fault(name, "stray", new("TenderWatch heeft dit hier niet opgeslagen.", "TenderWatch did not store this here."));
        }

        foreach (var name in leaves.Where(number => number > _latest + 1).Select(CheckpointNames.LeavesOf).Concat(_stamps.After(_latest)))
            Fault(name, "stray", new("Er is geen controlepunt met dit nummer.", "There is no checkpoint with this number."));
        var first = await FirstAsync(cancellationToken);
        for (var number = first; number <= _latest; number++) await ReadAsync(number, cancellationToken);
        _stamps.End(_latest, first);
        if (!_isFound)
            run.Fault(store.Container, "missing", new($"Het controlepunt {trust.Checkpoint} is er niet bij.", $"The checkpoint {trust.Checkpoint} is not among them."));
    }

    /// <summary>What is kept of the latest checkpoint was written after it: it tells of one that was taken away.</summary>
    /// <param name="notes">What is known of one ledger.</param>
    public void CheckKept(IReadOnlyList<Note> notes)
    {
        var kept = notes.Where(note => note.Kind == NoteKind.Kept).Select(note => note.Number).DefaultIfEmpty().Max();
        if (!_isWhole || kept <= notes.Where(note => note.Kind == NoteKind.Signed).Select(note => note.Number).DefaultIfEmpty().Max() || Interlocked.Exchange(ref _missed, 1) == 1) return;
        Fault(CheckpointNames.Of(_latest + 1), "missing", new(
            $"Regel {kept} van {notes[0].Name} is ondertekend, maar het controlepunt ontbreekt.",
            $"Entry {kept} of {notes[0].Name} was signed, but the checkpoint is missing."));
    }

    // Back from the last, because nobody knows which number the digest belongs to.
    private async Task<long> FirstAsync(CancellationToken cancellationToken)
    {
        if (trust.Since is not { } since) return 1;
        for (var number = _latest; number > 0; number--)
        {
            if (await store.ReadAsync(CheckpointNames.Of(number), cancellationToken) is not { } bytes || Digest.Of(bytes) != since) continue;
            if (!await StartAsync(number, bytes, cancellationToken)) break;
            return number + 1;
        }

        if (Since is null)
            run.Fault(store.Container, "missing", new($"Het controlepunt {since} is er niet bij; er is niets nagegaan.", $"The checkpoint {since} is not among them; nothing was verified."));
        return _latest + 1;
    }

    private async Task<bool> StartAsync(long number, byte[] bytes, CancellationToken cancellationToken)
    {
        var name = CheckpointNames.Of(number);
        if (Parse(name, bytes) is not { } signed) return false;
        Since = Latest = signed;
        _keys.Check(name, signed);
        try
        {
            _tree = signed.Checkpoint.Tree();
        }
        catch (FormatException wrong)
        {
            Fault(name, "tree", new($"Zijn boom klopt niet ({wrong.Message})", $"Its tree does not fit ({wrong.Message})"));
            _isWhole = false;
        }

        await EndAsync(number, signed, bytes, cancellationToken);
        return true;
    }

    private async Task ReadAsync(long number, CancellationToken cancellationToken)
    {
        var name = CheckpointNames.Of(number);
        if (await store.ReadAsync(name, cancellationToken) is not { } bytes)
        {
            Fault(name, "missing", new("Het controlepunt ontbreekt.", "The checkpoint is missing."));
            _isWhole = false;
            await _stamps.SkipAsync(number, cancellationToken);
            return;
        }

        if (Parse(name, bytes) is not { } signed)
        {
            _isWhole = false;
            await _stamps.SkipAsync(number, cancellationToken);
            return;
        }

        _keys.Check(name, signed);
        CheckPlace(name, number, signed.Checkpoint);
        _stamps.CheckNamed(number, signed.Checkpoint);
        _times[number] = signed.Checkpoint.At;
        await CheckLeavesAsync(signed.Checkpoint, number, cancellationToken);
        await EndAsync(number, signed, bytes, cancellationToken);
    }

    private async Task EndAsync(long number, SignedCheckpoint signed, byte[] bytes, CancellationToken cancellationToken)
    {
        _previous = Digest.Of(bytes);
        _isFound |= _previous == trust.Checkpoint;
        _at = signed.Checkpoint.At;
        Latest = signed;
        await _stamps.CheckAsync(number, _previous, _at, cancellationToken);
    }

    private SignedCheckpoint? Parse(string name, byte[] bytes)
    {
        try
        {
            return SignedCheckpoint.Parse(bytes);
        }
        catch (FormatException wrong)
        {
            Fault(name, "not-a-checkpoint", new($"De bytes zijn geen controlepunt meer ({wrong.Message})", $"The bytes are no longer a checkpoint ({wrong.Message})"));
            return null;
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

        if (checkpoint.At < _at || checkpoint.At > now + Timestamp.Tolerance)
            Fault(name, "wrong-time", new($"Het tijdstip {checkpoint.At:u} ligt voor het vorige controlepunt of in de toekomst.", $"Its time {checkpoint.At:u} is before the previous checkpoint or in the future."));
    }

    private async Task CheckLeavesAsync(Checkpoint checkpoint, long number, CancellationToken cancellationToken)
    {
        var name = CheckpointNames.LeavesOf(number);
        var wrong = await store.ReadAsync(name, cancellationToken) switch
        {
            null => ("missing", new LocalizedText("De bladeren van het controlepunt ontbreken.", "The leaves of the checkpoint are missing.")),
            var content when Digest.Of(content) is var digest && digest != checkpoint.Leaves =>
                ("altered", new LocalizedText($"Het controlepunt noemt {checkpoint.Leaves}; nu is het {digest}.", $"The checkpoint names {checkpoint.Leaves}; now it is {digest}.")),
            var content => Grow(checkpoint, number, content),
        };
        if (wrong is not ({ } code, { } what)) return;
        Fault(name, code, what);
        _isWhole = false;
    }

    private (string Code, LocalizedText What)? Grow(Checkpoint checkpoint, long number, ReadOnlyMemory<byte> content)
    {
        long added = 0;
        try
        {
            // Once to see whether all of them are leaves, so that none is believed of a file that is not whole.
            foreach (var _ in CheckpointLeaves.Read(content)) added++;
        }
        catch (FormatException wrong)
        {
            return ("not-leaves", new($"De bytes zijn geen bladeren ({wrong.Message})", $"The bytes are no leaves ({wrong.Message})"));
        }

        foreach (var leaf in CheckpointLeaves.Read(content))
        {
            _tree.Append(MerkleHash.Leaf(leaf.ToBytes()));
            run.Ledgers.Add(KnownHead.Note(leaf.Ledger, leaf.Head, number));
        }

        // After a gap the tree is not known any more; the gap itself is named.
        if (_isWhole && (_tree.Size != checkpoint.Size || _tree.Root != checkpoint.Root || added != checkpoint.Added || !_tree.Subtrees.SequenceEqual(checkpoint.Subtrees)))
        {
            Fault(CheckpointNames.Of(number), "tree", new(
                $"De bladeren geven een boom van {_tree.Size} met wortel {_tree.Root}, niet {checkpoint.Size} met {checkpoint.Root}.",
                $"The leaves give a tree of {_tree.Size} with the root {_tree.Root}, not {checkpoint.Size} with {checkpoint.Root}."));
        }

        return null;
    }

    private void Fault(string name, string code, LocalizedText what) => run.Fault($"{store.Container}/{name}", code, what);
}
