using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Dossiers.Checking;

/// <summary>Reads the checkpoints of a dossier and the keys that signed them.</summary>
internal sealed class CheckpointsCheck(DossierFiles files, Trust trust, DateTimeOffset now, Action<string, string, LocalizedText> fault)
{
    // The clock of another machine may be a little ahead.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private readonly SortedDictionary<long, (SignedCheckpoint Signed, Digest Sha256)> _read = [];

    /// <summary>The keys whose signatures count, by thumbprint.</summary>
    public Dictionary<string, SigningKey> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>The checkpoints that could be read, by number.</summary>
    public IEnumerable<(long Number, Checkpoint Checkpoint, Digest Sha256)> All => _read.Select(read => (read.Key, read.Value.Signed.Checkpoint, read.Value.Sha256));

    /// <summary>A checkpoint, where it is there and can be read.</summary>
    public Checkpoint? Find(long number) => _read.TryGetValue(number, out var found) ? found.Signed.Checkpoint : null;

    /// <summary>The one that the manifest calls the latest.</summary>
    public SignedCheckpoint? Latest(DossierManifest manifest) => _read.TryGetValue(manifest.Checkpoint, out var found) ? found.Signed : null;

    public void Run(DossierManifest manifest)
    {
        foreach (var (path, _) in files.In(DossierPaths.CheckpointFolder))
        {
            if (CheckpointNames.IsKey(NameOf(path))) ReadKey(path);
        }

        foreach (var key in trust.Keys ?? []) Keys[key.Id] = key;
        foreach (var (path, digest) in files.In(DossierPaths.CheckpointFolder))
        {
            if (CheckpointNames.NumberOf(NameOf(path)) is > 0 and var number) Read(path, number, digest);
        }

        Need(manifest.Checkpoint);
        CheckOrder();
        if (trust.Checkpoint is { } kept && _read.Values.All(read => read.Sha256 != kept))
            fault("checkpoints", "missing", new($"Het controlepunt {kept} is er niet bij.", $"The checkpoint {kept} is not among them."));
    }

    /// <summary>Names a checkpoint that is needed and not there.</summary>
    public void Need(long number)
    {
        var path = DossierPaths.CheckpointFolder + CheckpointNames.Of(number);
        if (!files.Contains(path)) fault(path, "missing", new("Het controlepunt ontbreekt.", "The checkpoint is missing."));
    }

    private void ReadKey(string path)
    {
        try
        {
            var key = SigningKey.Parse(files.Content(path)!);
            if (CheckpointNames.KeyOf(key.Id) != NameOf(path)) throw new FormatException($"Its thumbprint is {key.Id}.");
            if (trust.Keys is null) Keys[key.Id] = key;
        }
        catch (FormatException wrong)
        {
            fault(path, "not-a-key", new($"De bytes zijn niet de sleutel van deze naam ({wrong.Message})", $"The bytes are not the key of this name ({wrong.Message})"));
        }
    }

    private void Read(string path, long number, Digest digest)
    {
        SignedCheckpoint signed;
        try
        {
            signed = SignedCheckpoint.Parse(files.Content(path)!);
        }
        catch (FormatException wrong)
        {
            fault(path, "not-a-checkpoint", new($"De bytes zijn geen controlepunt meer ({wrong.Message})", $"The bytes are no longer a checkpoint ({wrong.Message})"));
            return;
        }

        if (!Keys.TryGetValue(signed.KeyId, out var key))
            fault(path, "wrong-key", new($"Ondertekend met de sleutel {signed.KeyId}, die hier niet wordt vertrouwd.", $"Signed with the key {signed.KeyId}, which is not trusted here."));
        else if (!signed.IsSignedBy(key))
            fault(path, "unsigned", new($"De handtekening is niet van de sleutel {key.Id} over deze bytes.", $"The signature is not that of the key {key.Id} over these bytes."));
        if (signed.Checkpoint.Number != number)
            fault(path, "misplaced", new($"De inhoud is controlepunt {signed.Checkpoint.Number}.", $"The content is checkpoint {signed.Checkpoint.Number}."));
        _read[number] = (signed, digest);
    }

    private void CheckOrder()
    {
        (long Number, SignedCheckpoint Signed, Digest Sha256)? before = null;
        foreach (var (number, (signed, digest)) in _read)
        {
            var checkpoint = signed.Checkpoint;
            var path = DossierPaths.CheckpointFolder + CheckpointNames.Of(number);
            if (checkpoint.At > now + Ahead || checkpoint.At < before?.Signed.Checkpoint.At)
                fault(path, "wrong-time", new($"Het tijdstip {checkpoint.At:u} ligt voor een eerder controlepunt of in de toekomst.", $"Its time {checkpoint.At:u} is before an earlier checkpoint or in the future."));
            if (before is { } earlier && earlier.Number + 1 == number && checkpoint.Previous != earlier.Sha256)
                fault(path, "chain", new($"Het volgt op {checkpoint.Previous}, maar het vorige controlepunt is {earlier.Sha256}.", $"It follows {checkpoint.Previous}, but the previous checkpoint is {earlier.Sha256}."));
            before = (number, signed, digest);
        }
    }

    private static string NameOf(string path) => path[DossierPaths.CheckpointFolder.Length..];
}
