using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Evidence.Tombstones;

namespace TenderWatch.Local.Tests.Retention;

/// <summary>What <c>verify</c> says of tombstones that are not as they should be.</summary>
public sealed class TombstoneTests
{
    [Fact]
    public async Task Verify_names_missing_bytes_without_tombstone_forged_and_altered_tombstones_and_bytes_that_are_still_there()
    {
        using var old = await OldCase.CreateAsync();
        var bids = old.Installation.Container("evidence-confidential");
        var kept = new Dictionary<string, BinaryData>(StringComparer.Ordinal);
        await foreach (var blob in bids.GetBlobsAsync()) kept[blob.Name] = (await bids.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content;
        await old.DeleteAsync();
        await old.RunAsync("verify");
        var name = kept.Keys.First();
        var stone = old.Installation.Container("tombstones").GetBlobClient(TombstoneNames.Of(Digest.Parse(name), Confidentiality.Confidential));
        var good = (await stone.DownloadContentAsync()).Value.Content;

        // Its bytes are there.
        await bids.GetBlobClient(name).UploadAsync(kept[name]);
        await NamesAsync(old, $"confidential/{name}.json: not-deleted");
        // The next run finishes what was begun: here a ledger records it already, so that nothing but a person can have put them back.
        await bids.GetBlobClient(name).DeleteAsync();

        // It is gone: the bytes are missing.
        await stone.DeleteAsync();
        await NamesAsync(old, $"{name}: missing");

        // A byte of it was changed.
        var bytes = good.ToArray();
        bytes[bytes.Length / 2] ^= 1;
        await stone.UploadAsync(BinaryData.FromBytes(bytes));
        await NamesAsync(old, $"confidential/{name}.json: ", $"{name}: missing");

        // Somebody else signed it, and put no key there.
        var tombstone = SignedTombstone.Parse(good.ToArray()).Tombstone;
        await stone.UploadAsync(BinaryData.FromBytes(Forged(tombstone)), overwrite: true);
        await NamesAsync(old, $"confidential/{name}.json: wrong-key", $"{name}: missing");

        // That of other bytes.
        await stone.UploadAsync((await Stone(old, kept.Keys.Last()).DownloadContentAsync()).Value.Content, overwrite: true);
        await NamesAsync(old, $"confidential/{name}.json: misplaced", $"{name}: missing");

        await stone.UploadAsync(good, overwrite: true);
        await old.RunAsync("verify");
        // What a reader trusts is the key that they kept.
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        old.Cli.Write("other.json", Encoding.UTF8.GetString(SigningKey.Of(other).Jwk));
        var distrusted = await old.Cli.RunAsync("verify", "--key", "other.json");
        Assert.Equal(1, distrusted.ExitCode);
        Assert.Contains("wrong-key", distrusted.Output, StringComparison.Ordinal);
    }

    private static BlobClient Stone(OldCase old, string name) => old.Installation.Container("tombstones").GetBlobClient(TombstoneNames.Of(Digest.Parse(name), Confidentiality.Confidential));

    private static byte[] Forged(Tombstone tombstone)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var header = Base64Url.EncodeToString(Encoding.ASCII.GetBytes($$"""{"alg":"ES256","kid":"{{SigningKey.Of(pair).Id}}","typ":"tenderwatch-tombstone+json"}"""));
        var payload = Base64Url.EncodeToString(tombstone.ToBytes());
        var signature = Base64Url.EncodeToString(pair.SignData(Encoding.ASCII.GetBytes($"{header}.{payload}"), HashAlgorithmName.SHA256));
        return Encoding.ASCII.GetBytes($$"""{"payload":"{{payload}}","protected":"{{header}}","signature":"{{signature}}"}""");
    }

    private static async Task NamesAsync(OldCase old, params string[] faults)
    {
        var verified = await old.Cli.RunAsync("verify");
        Assert.Equal(1, verified.ExitCode);
        Assert.Contains($"NOT intact: {faults.Length} faults", verified.Output, StringComparison.Ordinal);
        foreach (var fault in faults) Assert.Contains(fault, verified.Output, StringComparison.Ordinal);
    }
}
