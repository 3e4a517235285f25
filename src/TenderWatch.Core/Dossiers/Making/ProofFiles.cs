using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Core.Dossiers.Making;

/// <summary>The ledgers as files, with what proves them: checkpoints, keys and proofs.</summary>
internal static class ProofFiles
{
    /// <param name="ledgers">The ledgers.</param>
    /// <param name="trail">The checkpoints.</param>
    /// <param name="latest">The number of the latest.</param>
    /// <param name="signing">The key that signs the dossier.</param>
    /// <param name="others">The thumbprints of keys that signed something else in the dossier.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public static async Task<IReadOnlyList<DossierFile>> OfAsync(
        IReadOnlyList<SignedLedger> ledgers, CheckpointTrail trail, long latest, SigningKey signing, IEnumerable<string> others, CancellationToken cancellationToken)
    {
        var files = new List<DossierFile>();
        foreach (var ledger in ledgers)
        {
            files.AddRange(ledger.Entries.Select(entry => DossierFile.Of(DossierPaths.Entry(ledger.Proof.Leaf.Ledger, entry.Sequence), entry.Bytes)));
            files.Add(DossierFile.Of(DossierPaths.Proof(ledger.Proof.Leaf.Ledger), ledger.Proof.ToBytes()));
        }

        var keys = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { [signing.Id] = signing.Jwk };
        async Task AddKeyAsync(string id)
        {
            if (!keys.ContainsKey(id)) keys[id] = await trail.BytesAsync(CheckpointNames.KeyOf(id), cancellationToken);
        }

        foreach (var id in others) await AddKeyAsync(id);
        foreach (var number in ledgers.Select(ledger => ledger.Proof.Checkpoint).Append(latest).Distinct())
        {
            var signed = await trail.ReadAsync(number, cancellationToken);
            files.Add(Of(CheckpointNames.Of(number), signed.ToBytes()));
            // The time stamp (RFC 3161) of an authority outside, where there is one.
            if (await trail.FindAsync(CheckpointNames.StampOf(number), cancellationToken) is { } stamp) files.Add(Of(CheckpointNames.StampOf(number), stamp));
            await AddKeyAsync(signed.KeyId);
        }

        files.AddRange(keys.Select(key => Of(CheckpointNames.KeyOf(key.Key), key.Value)));
        return files;
    }

    private static DossierFile Of(string name, byte[] content) => DossierFile.Of(DossierPaths.CheckpointFolder + name, content);
}
