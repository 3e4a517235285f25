using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Dossiers.Checking;

/// <summary>
/// Reads every file of a dossier and names what is not as it was written. The manifest holds every file to its digest and is signed; what it says about the case is held to the
/// ledger, the ledger to a signed checkpoint. So a dossier that was put together anew does not verify with the key of whoever made it.
/// </summary>
/// <param name="content">The dossier.</param>
/// <param name="trust">What is known from elsewhere.</param>
/// <param name="time">Tells which checkpoints are of the future.</param>
public sealed class DossierVerification(IDossierContent content, Trust trust, TimeProvider time)
{
    private readonly List<VerificationFault> _faults = [];

    /// <summary>Verifies it.</summary>
    public async Task<DossierReport> RunAsync(CancellationToken cancellationToken)
    {
        content.CheckContainer(Fault);
        var bytes = await content.ReadAsync(DossierPaths.Manifest, cancellationToken);
        if (bytes is null) return Ended(Missing(DossierPaths.Manifest));
        DossierManifest manifest;
        try
        {
            manifest = DossierManifest.Parse(bytes);
        }
        catch (FormatException wrong)
        {
            Fault(DossierPaths.Manifest, "not-a-manifest", new($"De bytes zijn geen inhoudsopgave meer ({wrong.Message})", $"The bytes are no longer a manifest ({wrong.Message})"));
            return Ended(null);
        }

        var files = await ReadFilesAsync(manifest, cancellationToken);
        var now = time.GetUtcNow();
        var checkpoints = new CheckpointsCheck(files, trust, now, Fault);
        checkpoints.Run(manifest);
        await CheckSignatureAsync(bytes, checkpoints, cancellationToken);
        var ledgers = new LedgersCheck(files, checkpoints, Fault);
        ledgers.Run(manifest);
        var stamps = new StampsCheck(files, checkpoints, trust.Stamps, now, Fault);
        stamps.Run(ledgers.Proved);
        var tombstones = new TombstonesCheck(files, checkpoints, ledgers, now, Fault);
        tombstones.Run();
        new EvidenceCheck(files, ledgers, tombstones, Fault).Run(manifest);
        return new DossierReport(manifest, files.Count + 2, ledgers.Entries, Named())
        {
            Checkpoint = CheckpointReference.Of(checkpoints.Latest(manifest)),
            Stamped = stamps.Latest,
            IsKeyKnown = trust.Keys is not null,
        };
    }

    // Evidence is large and only its digest matters; everything else is small.
    private async Task<DossierFiles> ReadFilesAsync(DossierManifest manifest, CancellationToken cancellationToken)
    {
        var files = new DossierFiles();
        foreach (var file in manifest.Files)
        {
            if (await content.ReadAsync(file.Path, cancellationToken) is not { } read)
            {
                Missing(file.Path);
                continue;
            }

            var digest = Digest.Of(read);
            files.Add(file.Path, digest, read);
            if (digest != file.Sha256 || read.Length != file.Size)
                Fault(file.Path, "altered", new($"De inhoudsopgave noemt {file.Sha256}; nu is het {digest}.", $"The manifest names {file.Sha256}; now it is {digest}."));
        }

        CheckOrder(manifest);
        return files;
    }

    private void CheckOrder(DossierManifest manifest)
    {
        string[] expected = [DossierPaths.Manifest, DossierPaths.Signature, .. manifest.Files.Select(file => file.Path)];
        var known = expected.ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var present = new List<string>();
        foreach (var path in content.Paths)
        {
            if (known.Contains(path) && seen.Add(path)) present.Add(path);
            else Fault(path, "inserted", new("De inhoudsopgave noemt dit bestand niet, of niet twee keer.", "The manifest does not name this file, or not twice."));
        }

        if (!content.IsOrdered) return;
        foreach (var (path, at) in expected.Where(seen.Contains).Zip(present))
        {
            if (path != at) Fault(at, "reordered", new($"Hier hoort {path} te staan.", $"{path} belongs here."));
        }
    }

    private async Task CheckSignatureAsync(byte[] manifest, CheckpointsCheck checkpoints, CancellationToken cancellationToken)
    {
        if (await content.ReadAsync(DossierPaths.Signature, cancellationToken) is not { } bytes)
        {
            Missing(DossierPaths.Signature);
            return;
        }

        try
        {
            var signature = ManifestSignature.Parse(bytes);
            if (!checkpoints.Keys.TryGetValue(signature.KeyId, out var key))
            {
                Fault(DossierPaths.Signature, "wrong-key", new(
                    $"Ondertekend met de sleutel {signature.KeyId}, die hier niet wordt vertrouwd.",
                    $"Signed with the key {signature.KeyId}, which is not trusted here."));
            }
            else if (!signature.IsBy(key, manifest))
            {
                LocalizedText what = new(
                    $"De handtekening is niet die van de sleutel {key.Id} over deze inhoudsopgave: een van beide is gewijzigd.",
                    $"The signature is not that of the key {key.Id} over this manifest: one of the two was altered.");
                Fault(DossierPaths.Manifest, "unsigned", what);
                Fault(DossierPaths.Signature, "unsigned", what);
            }
        }
        catch (FormatException wrong)
        {
            Fault(DossierPaths.Signature, "not-a-signature", new($"De bytes zijn geen handtekening meer ({wrong.Message})", $"The bytes are no longer a signature ({wrong.Message})"));
        }
    }

    private DossierManifest? Missing(string path)
    {
        Fault(path, "missing", new("Het bestand ontbreekt.", "The file is missing."));
        return null;
    }

    private DossierReport Ended(DossierManifest? manifest) => new(manifest, content.Paths.Count, 0, Named());

    private IReadOnlyList<VerificationFault> Named() => [.. _faults.DistinctBy(fault => (fault.Blob, fault.Code)).OrderBy(fault => fault.Blob, StringComparer.Ordinal)];

    private void Fault(string path, string code, LocalizedText what) => _faults.Add(new VerificationFault(path, code, what));
}
