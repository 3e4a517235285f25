using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>The keys whose signatures on checkpoints count.</summary>
internal sealed class CheckpointKeys(ICheckpointReader store, Trust trust, VerificationRun run)
{
    private readonly Dictionary<string, SigningKey> _keys = (trust.Keys ?? []).ToDictionary(key => key.Id, StringComparer.Ordinal);

    /// <summary>Reads a stored key.</summary>
    public async Task ReadAsync(string name, CancellationToken cancellationToken)
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

    /// <summary>A key whose signatures count; <see langword="null"/> for another.</summary>
    public SigningKey? Find(string keyId) => _keys.GetValueOrDefault(keyId);

    /// <summary>Checks the signature on a checkpoint.</summary>
    public void Check(string name, SignedCheckpoint signed)
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

    private void Fault(string name, string code, LocalizedText what) => run.Fault($"{store.Container}/{name}", code, what);
}
