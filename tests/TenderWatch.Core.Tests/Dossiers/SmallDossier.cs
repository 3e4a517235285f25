using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TenderWatch.Core.Dossiers;
using TenderWatch.Core.Dossiers.Archives;
using TenderWatch.Core.Dossiers.Checking;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Evidence.Tombstones;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Tests.Dossiers;

/// <summary>A dossier with a ledger of three entries among others', two checkpoints, and evidence that is there and that is withheld; and what somebody can make of it who writes it anew.</summary>
internal sealed class SmallDossier : ICheckpointSigner, IDisposable
{
    public const string Case = "0123456789ab";

    public static readonly DateTimeOffset At = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly ECDsa _pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Evidence that the first entry names and that was deleted.</summary>
    public static readonly Digest Gone = Digest.Of("an old notice");

    /// <summary>What stands in its place.</summary>
    public static readonly string Stone = DossierPaths.Tombstone(Gone, Confidentiality.Public);

    /// <summary>All files but the manifest and its signature.</summary>
    public SortedDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public List<WithheldEvidence> Withheld { get; } = [];

    public SigningKey Key => SigningKey.Of(_pair);

    public Digest Latest { get; private set; }

    /// <param name="entries">How many entries the ledger has; the last is the end that was signed.</param>
    /// <param name="text">Something that the entries say.</param>
    /// <param name="at">When the first checkpoint was made.</param>
    public static async Task<SmallDossier> CreateAsync(int entries = 3, string text = "what happened", DateTimeOffset? at = null)
    {
        var dossier = new SmallDossier();
        var facts = Encoding.UTF8.GetBytes("""{"facts":1}""");
        var findings = Encoding.UTF8.GetBytes("""[{"verdict":"clear"}]""");
        var secret = Digest.Of("a price");
        object[] bodies =
        [
            new { text, facts = new { sha256 = Digest.Of(facts).Hex }, gone = new { sha256 = Gone.Hex } },
            new { text, findings = new[] { new { sha256 = Digest.Of(findings).Hex } }, price = new { sha256 = secret.Hex, confidentiality = "confidential" } },
            new { text },
        ];
        Digest previous = default;
        for (var number = 1; number <= entries; number++)
        {
            var bytes = new LedgerEntry(Case, number, previous, "event:" + number, "event", At, JsonSerializer.SerializeToElement(bodies[Math.Min(number, 3) - 1])).ToBytes();
            dossier.Files[DossierPaths.Entry(Case, number)] = bytes;
            previous = Digest.Of(bytes);
        }

        dossier.Files["index.html"] = Encoding.UTF8.GetBytes("<!DOCTYPE html><p>page</p>");
        dossier.Files["case/facts.json"] = dossier.Files[DossierPaths.Evidence(Digest.Of(facts), Confidentiality.Public)] = facts;
        dossier.Files["case/findings/alt.json"] = dossier.Files[DossierPaths.Evidence(Digest.Of(findings), Confidentiality.Public)] = findings;
        dossier.Files[Stone] = (await dossier.TombstoneAsync(Gone)).ToBytes();
        dossier.Withheld.Add(new WithheldEvidence(Gone, WithheldReasons.Deleted, DossierPaths.Entry(Case, 1)));
        dossier.Withheld.Add(new WithheldEvidence(secret, WithheldReasons.Tenders, DossierPaths.Entry(Case, 2)));
        dossier.Withheld.Sort((one, other) => string.CompareOrdinal(one.Sha256.Hex, other.Sha256.Hex));
        dossier.Files["checkpoints/keys/" + dossier.Key.Id + ".json"] = dossier.Key.Jwk;
        await dossier.ProveAsync(new LedgerHead(entries, previous), at ?? At);
        return dossier;
    }

    public Task<SigningKey> KeyAsync(CancellationToken cancellationToken) => Task.FromResult(Key);

    public Task<byte[]> SignAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) => Task.FromResult(_pair.SignData(input.Span, HashAlgorithmName.SHA256));

    /// <summary>A tombstone under the signature of this dossier's maker.</summary>
    public Task<SignedTombstone> TombstoneAsync(Digest sha256, Confidentiality kind = Confidentiality.Public, DateTimeOffset? at = null) => SignedTombstone.SignAsync(
        new Tombstone(sha256, kind, "Record", "retention 1: contract, 7 years after 2015-12-31", "Bewaartermijn voorbij", "B. Bewaarder", at ?? At.AddMinutes(1), [Case]),
        this,
        TestContext.Current.CancellationToken);

    /// <summary>The archive.</summary>
    /// <param name="signer">Who signs its manifest; the maker of the dossier otherwise.</param>
    /// <param name="audience">For whom it is.</param>
    public async Task<byte[]> ArchiveAsync(ICheckpointSigner? signer = null, DossierAudience audience = DossierAudience.Public)
    {
        DossierFile[] files = [.. Files.Select(file => DossierFile.Of(file.Key, file.Value))];
        var manifest = new DossierManifest(Case, audience, Language.Nl, 2, [.. files.Select(file => file.Entry)], Withheld).ToBytes();
        var signature = (await ManifestSignature.SignAsync(manifest, signer ?? this, TestContext.Current.CancellationToken)).ToBytes();
        return await PackAsync([DossierFile.Of(DossierPaths.Manifest, manifest), DossierFile.Of(DossierPaths.Signature, signature), .. files]);
    }

    public static async Task<byte[]> PackAsync(IReadOnlyList<DossierFile> files)
    {
        using var archive = new MemoryStream();
        Assert.True(await ZipWriter.WriteAsync(files, archive, TestContext.Current.CancellationToken));
        return archive.ToArray();
    }

    /// <summary>The files of an archive, in their order.</summary>
    public static async Task<List<DossierFile>> UnpackAsync(byte[] archive)
    {
        using var stream = new MemoryStream(archive);
        var content = new ArchivedDossier(stream);
        var files = new List<DossierFile>();
        foreach (var path in content.Paths) files.Add(DossierFile.Of(path, (await content.ReadAsync(path, TestContext.Current.CancellationToken))!));
        return files;
    }

    /// <summary>The faults of an archive, as <c>file: code</c>.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(byte[] archive, Trust? trust = null) =>
        [.. (await VerifyAsync(archive, trust)).Faults.Select(fault => $"{fault.Blob}: {fault.Code}")];

    /// <summary>Verifies an archive a day after it was made.</summary>
    public static async Task<DossierReport> VerifyAsync(byte[] archive, Trust? trust = null)
    {
        using var stream = new MemoryStream(archive);
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(At.AddDays(1));
        return await new DossierVerification(new ArchivedDossier(stream), trust ?? Trust.OnlyStorage, clock).RunAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => _pair.Dispose();

    // The tree has leaves of other ledgers on both sides; a second checkpoint lets it grow.
    private async Task ProveAsync(LedgerHead head, DateTimeOffset at)
    {
        var leaf = new CheckpointLeaf(Case, head);
        CheckpointLeaf[] first = [Other("00"), leaf, Other("aa"), Other("bb"), Other("cc")];
        CheckpointLeaf[] second = [Other("dd"), Other("ee")];
        Digest[] hashes = [.. first.Concat(second).Select(one => MerkleHash.Leaf(one.ToBytes()))];
        var tree = new MerkleRange();
        Digest previous = default;
        foreach (var (number, leaves) in new[] { (1L, first), (2L, second) })
        {
            foreach (var one in leaves) tree.Append(MerkleHash.Leaf(one.ToBytes()));
            var checkpoint = new Checkpoint(number, at.AddHours(number), previous, tree.Size, tree.Root, [.. tree.Subtrees], leaves.Length, Digest.Of("leaves"));
            var bytes = (await SignedCheckpoint.SignAsync(checkpoint, this, TestContext.Current.CancellationToken)).ToBytes();
            Files["checkpoints/" + CheckpointNames.Of(number)] = bytes;
            previous = Latest = Digest.Of(bytes);
        }

        Files[DossierPaths.Proof(Case)] = new LedgerProof(
            leaf,
            1,
            1,
            await MerkleProofs.InclusionAsync(1, 5, hashes.ToAsyncEnumerable(), TestContext.Current.CancellationToken),
            await MerkleProofs.ConsistencyAsync(5, 7, hashes.ToAsyncEnumerable(), TestContext.Current.CancellationToken)).ToBytes();
    }

    private static CheckpointLeaf Other(string name) => new(name, new LedgerHead(1, Digest.Of(name)));
}
