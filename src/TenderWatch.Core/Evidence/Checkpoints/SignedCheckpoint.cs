using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>A checkpoint under its signature: JWS (RFC 7515) with ES256, in the flattened JSON serialization and in canonical form.</summary>
/// <param name="KeyId">The thumbprint of the key (RFC 7638).</param>
/// <param name="Checkpoint">What is signed.</param>
/// <param name="Signature">r and s, 32 bytes each.</param>
public sealed record SignedCheckpoint(string KeyId, Checkpoint Checkpoint, byte[] Signature)
{
    /// <summary>The media type in the header.</summary>
    public const string Type = "tenderwatch-checkpoint+json";

    /// <summary>Signs a checkpoint.</summary>
    public static async Task<SignedCheckpoint> SignAsync(Checkpoint checkpoint, ICheckpointSigner signer, CancellationToken cancellationToken)
    {
        var key = await signer.KeyAsync(cancellationToken);
        return new SignedCheckpoint(key.Id, checkpoint, await signer.SignAsync(Input(key.Id, checkpoint), cancellationToken));
    }

    /// <summary>The bytes that are stored, and named by the next checkpoint.</summary>
    public byte[] ToBytes() => CanonicalJson.Write(JsonSerializer.SerializeToElement(new
    {
        payload = Base64Url.EncodeToString(Checkpoint.ToBytes()),
        @protected = Header(KeyId),
        signature = Base64Url.EncodeToString(Signature),
    }));

    /// <summary>Reads what <see cref="ToBytes"/> wrote; the signature is not checked.</summary>
    /// <exception cref="FormatException">The bytes are something else.</exception>
    public static SignedCheckpoint Parse(ReadOnlyMemory<byte> bytes) => Canonical.Parse(bytes, Read, signed => signed.ToBytes(), "signed checkpoint");

    /// <summary>Whether a key made the signature.</summary>
    public bool IsSignedBy(SigningKey key) => key.Id == KeyId && key.Verify(Input(KeyId, Checkpoint), Signature);

    private static SignedCheckpoint Read(JsonElement root)
    {
        using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(root.GetProperty("protected").GetString()));
        return new SignedCheckpoint(
            header.RootElement.GetProperty("kid").GetString()!,
            Checkpoint.Parse(Base64Url.DecodeFromChars(root.GetProperty("payload").GetString())),
            Base64Url.DecodeFromChars(root.GetProperty("signature").GetString()));
    }

    private static byte[] Input(string keyId, Checkpoint checkpoint) => Encoding.ASCII.GetBytes($"{Header(keyId)}.{Base64Url.EncodeToString(checkpoint.ToBytes())}");

    private static string Header(string keyId) =>
        Base64Url.EncodeToString(CanonicalJson.Write(JsonSerializer.SerializeToElement(new { alg = "ES256", kid = keyId, typ = Type })));
}
