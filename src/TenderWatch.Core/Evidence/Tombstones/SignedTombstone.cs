using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Core.Evidence.Tombstones;

/// <summary>A tombstone under its signature, made with the key that signs checkpoints; see <see cref="SignedCheckpoint"/> for its form.</summary>
/// <param name="KeyId">The thumbprint of the key (RFC 7638).</param>
/// <param name="Tombstone">What is signed.</param>
/// <param name="Signature">r and s, 32 bytes each.</param>
public sealed record SignedTombstone(string KeyId, Tombstone Tombstone, byte[] Signature)
{
    /// <summary>The media type in the header.</summary>
    public const string Type = "tenderwatch-tombstone+json";

    private Jws Jws => new(Type, KeyId, Tombstone.ToBytes(), Signature);

    /// <summary>Signs a tombstone.</summary>
    public static async Task<SignedTombstone> SignAsync(Tombstone tombstone, ICheckpointSigner signer, CancellationToken cancellationToken)
    {
        var jws = await Jws.SignAsync(Type, tombstone.ToBytes(), signer, cancellationToken);
        return new SignedTombstone(jws.KeyId, tombstone, jws.Signature);
    }

    /// <summary>The bytes that are stored.</summary>
    public byte[] ToBytes() => Jws.ToBytes();

    /// <summary>Reads what <see cref="ToBytes"/> wrote; the signature is not checked.</summary>
    /// <exception cref="FormatException">The bytes are something else.</exception>
    public static SignedTombstone Parse(ReadOnlyMemory<byte> bytes) => Canonical.Parse(
        bytes,
        root => Jws.Read(Type, root) is var jws ? new SignedTombstone(jws.KeyId, Tombstone.Parse(jws.Payload), jws.Signature) : null!,
        signed => signed.ToBytes(),
        "signed tombstone");

    /// <summary>Whether a key made the signature.</summary>
    public bool IsSignedBy(SigningKey key) => Jws.IsSignedBy(key);
}
