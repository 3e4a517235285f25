using System.Globalization;
using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Core.Dossiers.Making;

/// <summary>The ledgers as files, with what proves them: checkpoints, keys and proofs.</summary>
internal static class ProofFiles
{
    /// <param name="ledgers">The ledgers.</param>
    /// <param name="trail">The checkpoints.</param>
    /// <param name="latest">The number of the latest.</param>
    /// <param name="signing">The key that signs the dossier.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public static async Task<IReadOnlyList<DossierFile>> OfAsync(
        IReadOnlyList<SignedLedger> ledgers, CheckpointTrail trail, long latest, SigningKey signing, CancellationToken cancellationToken)
    {
        var files = new List<DossierFile>();
        foreach (var ledger in ledgers)
        {
            files.AddRange(ledger.Entries.Select(entry => DossierFile.Of(DossierPaths.Entry(ledger.Proof.Leaf.Ledger, entry.Sequence), entry.Bytes)));
            files.Add(DossierFile.Of(DossierPaths.Proof(ledger.Proof.Leaf.Ledger), ledger.Proof.ToBytes()));
        }

        var keys = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { [signing.Id] = signing.Jwk };
        foreach (var number in ledgers.Select(ledger => ledger.Proof.Checkpoint).Append(latest).Distinct())
        {
            var signed = await trail.ReadAsync(number, cancellationToken);
            files.Add(Of(CheckpointNames.Of(number), signed.ToBytes()));
            if (await trail.FindAsync(Stamp(number), cancellationToken) is { } stamp) files.Add(Of(Stamp(number), stamp));
            if (!keys.ContainsKey(signed.KeyId)) keys[signed.KeyId] = await trail.BytesAsync(CheckpointNames.KeyOf(signed.KeyId), cancellationToken);
        }

        files.AddRange(keys.Select(key => Of(CheckpointNames.KeyOf(key.Key), key.Value)));
        return files;
    }

    // The time stamp (RFC 3161) of an authority outside, where there is one.
    private static string Stamp(long number) => number.ToString("D10", CultureInfo.InvariantCulture) + ".tst";

    private static DossierFile Of(string name, byte[] content) => DossierFile.Of(DossierPaths.CheckpointFolder + name, content);
}
