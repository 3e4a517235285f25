using TenderWatch.Core.Evidence.Timestamps;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>Checks the time stamps on the checkpoints, one after the other. A time stamp covers the checkpoints before it too, for they are linked.</summary>
internal sealed class StampVerification(ICheckpointReader store, TimestampTrust? trust, DateTimeOffset now, VerificationRun run)
{
    private readonly HashSet<long> _stored = [];
    private Digest? _digest;
    private Timestamp? _stamp;

    /// <summary>The latest checkpoint whose time stamp holds.</summary>
    public StampedCheckpoint? Latest { get; private set; }

    /// <summary>There is a time stamp on this checkpoint.</summary>
    public void Add(long number) => _stored.Add(number);

    /// <summary>The names of time stamps on checkpoints that are not there.</summary>
    public IEnumerable<string> After(long latest) => _stored.Where(number => number > latest).Order().Select(CheckpointNames.StampOf);

    /// <summary>Checks the time stamp on a checkpoint, where there is one.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="sha256">The digest of its bytes.</param>
    /// <param name="at">When it was made.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task CheckAsync(long number, Digest sha256, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await SkipAsync(number, cancellationToken);
        if (_digest is null) return;
        var fault = _stamp is null ? Timestamp.NoToken : _stamp.Check(sha256, at, now, trust);
        if (fault is not null) Fault(CheckpointNames.StampOf(number), fault.Code, fault.What);
        else Latest = new StampedCheckpoint(number, _stamp!.At, trust is not null);
    }

    /// <summary>Reads the time stamp on a checkpoint that itself cannot be read, for the next one may name it.</summary>
    public async Task SkipAsync(long number, CancellationToken cancellationToken)
    {
        var bytes = _stored.Contains(number) ? await store.ReadAsync(CheckpointNames.StampOf(number), cancellationToken) : null;
        _digest = bytes is null ? null : Digest.Of(bytes);
        _stamp = bytes is null ? null : Timestamp.Read(bytes);
    }

    /// <summary>Holds the time stamp on the checkpoint before against what a checkpoint says of it.</summary>
    public void CheckNamed(long number, Checkpoint checkpoint)
    {
        if (checkpoint.Stamp is not { } named) return;
        var name = CheckpointNames.StampOf(number - 1);
        if (_digest is null)
            Fault(name, "missing", new($"Controlepunt {number} noemt dit tijdstempel; het ontbreekt.", $"Checkpoint {number} names this time stamp; it is missing."));
        else if (_digest != named)
            Fault(name, "altered", new($"Controlepunt {number} noemt {named}; nu is het {_digest}.", $"Checkpoint {number} names {named}; now it is {_digest}."));
        else if (_stamp is { } stamp && stamp.At > checkpoint.At + Timestamp.Tolerance)
            Fault(name, "wrong-time", new($"Het is van {stamp.At:u}, na controlepunt {number} van {checkpoint.At:u} dat het noemt.", $"It is of {stamp.At:u}, after checkpoint {number} of {checkpoint.At:u} that names it."));
    }

    /// <summary>Where somebody asks for time stamps, the latest checkpoint must have one.</summary>
    public void End(long latest, long first)
    {
        if (trust is null || latest == 0 || Latest?.Number == latest) return;
        var from = Latest is { } stamped ? stamped.Number + 1 : Math.Min(first, latest);
        Fault(CheckpointNames.Of(latest), "not-stamped", new(
            $"Geen geldig tijdstempel dekt de controlepunten {from} tot en met {latest}: 'tenderwatch checkpoint' vraagt er een voor het laatste.",
            $"No time stamp that holds covers the checkpoints {from} to {latest}: 'tenderwatch checkpoint' asks for one on the last."));
    }

    private void Fault(string name, string code, LocalizedText what) => run.Fault($"{store.Container}/{name}", code, what);
}
