using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Evidence.Timestamps;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Dossiers.Checking;

/// <summary>Checks the time stamps on the checkpoints of a dossier, as verification of storage does. The tree of a checkpoint is the beginning of each later one's, so a time stamp covers what earlier ones signed.</summary>
/// <param name="files">The files.</param>
/// <param name="checkpoints">The checkpoints.</param>
/// <param name="trust">Whose time stamps count; <see langword="null"/> to leave that open.</param>
/// <param name="now">No time stamp is later.</param>
/// <param name="fault">Told of each fault.</param>
internal sealed class StampsCheck(DossierFiles files, CheckpointsCheck checkpoints, TimestampTrust? trust, DateTimeOffset now, Action<string, string, LocalizedText> fault)
{
    /// <summary>The latest checkpoint whose time stamp holds.</summary>
    public StampedCheckpoint? Latest { get; private set; }

    /// <param name="proved">The latest checkpoint by which the end of a ledger is proved: where somebody asks for time stamps, one must cover it.</param>
    public void Run(long proved)
    {
        foreach (var (path, _) in files.In(DossierPaths.CheckpointFolder))
        {
            var number = CheckpointNames.NumberOfStamp(path[DossierPaths.CheckpointFolder.Length..]);
            if (number > 0 && !files.Contains(DossierPaths.CheckpointFolder + CheckpointNames.Of(number)))
                fault(path, "stray", new("Er is geen controlepunt met dit nummer.", "There is no checkpoint with this number."));
        }

        foreach (var (number, checkpoint, sha256) in checkpoints.All)
        {
            Check(number, checkpoint, sha256);
            CheckNamed(number, checkpoint);
        }

        if (trust is null || proved == 0 || Latest?.Number >= proved) return;
        fault(DossierPaths.CheckpointFolder + CheckpointNames.Of(proved), "not-stamped", new(
            $"Geen geldig tijdstempel dekt controlepunt {proved}, dat het einde van het logboek ondertekende.",
            $"No time stamp that holds covers checkpoint {proved}, which signed the end of the ledger."));
    }

    private void Check(long number, Checkpoint checkpoint, Digest sha256)
    {
        var path = PathOf(number);
        if (files.Content(path) is not { } bytes) return;
        var stamp = Timestamp.Read(bytes);
        var wrong = stamp is null ? Timestamp.NoToken : stamp.Check(sha256, checkpoint.At, now, trust);
        if (wrong is not null) fault(path, wrong.Code, wrong.What);
        else Latest = new StampedCheckpoint(number, stamp!.At, trust is not null);
    }

    // What a checkpoint says of the time stamp on the one before it, where that is here too.
    private void CheckNamed(long number, Checkpoint checkpoint)
    {
        if (checkpoint.Stamp is not { } named || !files.Contains(DossierPaths.CheckpointFolder + CheckpointNames.Of(number - 1))) return;
        var path = PathOf(number - 1);
        if (files.Content(path) is not { } bytes)
            fault(path, "missing", new($"Controlepunt {number} noemt dit tijdstempel; het ontbreekt.", $"Checkpoint {number} names this time stamp; it is missing."));
        else if (Digest.Of(bytes) != named)
            fault(path, "altered", new($"Controlepunt {number} noemt {named}; nu is het {Digest.Of(bytes)}.", $"Checkpoint {number} names {named}; now it is {Digest.Of(bytes)}."));
        else if (Timestamp.Read(bytes) is { } stamp && stamp.At > checkpoint.At + Timestamp.Tolerance)
            fault(path, "wrong-time", new($"Het is van {stamp.At:u}, na controlepunt {number} van {checkpoint.At:u} dat het noemt.", $"It is of {stamp.At:u}, after checkpoint {number} of {checkpoint.At:u} that names it."));
    }

    private static string PathOf(long number) => DossierPaths.CheckpointFolder + CheckpointNames.StampOf(number);
}
