namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>A checkpoint under its signature: JWS (RFC 7515) with ES256, in the flattened JSON serialization and in canonical form.</summary>
/// <param name="KeyId">The thumbprint of the key (RFC 7638).</param>
/// <param name="Checkpoint">What is signed.</param>
/// <param name="Signature">r and s, 32 bytes each.</param>
public sealed record SignedCheckpoint(string KeyId, Checkpoint Checkpoint, byte[] Signature)
{
    /// <summary>The media type in the header.</summary>
    public const string Type = "tenderwatch-checkpoint+json";

    private Jws Jws => new(Type, KeyId, Checkpoint.ToBytes(), Signature);

    /// <summary>Signs a checkpoint.</summary>
    public static async Task<SignedCheckpoint> SignAsync(Checkpoint checkpoint, ICheckpointSigner signer, CancellationToken cancellationToken)
    {
        var jws = await Jws.SignAsync(Type, checkpoint.ToBytes(), signer, cancellationToken);
        return new SignedCheckpoint(jws.KeyId, checkpoint, jws.Signature);
    }

    /// <summary>The bytes that are stored, and named by the next checkpoint.</summary>
    public byte[] ToBytes() => Jws.ToBytes();

    /// <summary>Reads what <see cref="ToBytes"/> wrote; the signature is not checked.</summary>
    /// <exception cref="FormatException">The bytes are something else.</exception>
    public static SignedCheckpoint Parse(ReadOnlyMemory<byte> bytes) => Canonical.Parse(
        bytes,
        root => Jws.Read(Type, root) is var jws ? new SignedCheckpoint(jws.KeyId, Checkpoint.Parse(jws.Payload), jws.Signature) : null!,
        signed => signed.ToBytes(),
        "signed checkpoint");

    /// <summary>Whether a key made the signature.</summary>
    public bool IsSignedBy(SigningKey key) => Jws.IsSignedBy(key);
}
