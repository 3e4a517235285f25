using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Core.Dossiers;

/// <summary>The signature over a manifest: JWS (RFC 7515) with ES256, its payload detached (appendix F): the bytes of the manifest stand in a file of their own.</summary>
/// <param name="KeyId">The thumbprint of the key (RFC 7638).</param>
/// <param name="Signature">r and s, 32 bytes each.</param>
public sealed record ManifestSignature(string KeyId, byte[] Signature)
{
    /// <summary>The media type in the header.</summary>
    public const string Type = "tenderwatch-dossier+json";

    /// <summary>Signs a manifest.</summary>
    public static async Task<ManifestSignature> SignAsync(ReadOnlyMemory<byte> manifest, ICheckpointSigner signer, CancellationToken cancellationToken)
    {
        var key = await signer.KeyAsync(cancellationToken);
        return new ManifestSignature(key.Id, await signer.SignAsync(Input(key.Id, manifest.Span), cancellationToken));
    }

    /// <summary>Its canonical JSON.</summary>
    public byte[] ToBytes() => CanonicalJson.Write(JsonSerializer.SerializeToElement(new { @protected = Header(KeyId), signature = Base64Url.EncodeToString(Signature) }));

    /// <summary>Reads what <see cref="ToBytes"/> wrote; the signature is not checked.</summary>
    /// <exception cref="FormatException">The bytes are something else.</exception>
    public static ManifestSignature Parse(ReadOnlyMemory<byte> bytes) => Canonical.Parse(bytes, Read, signature => signature.ToBytes(), "signature of a manifest");

    /// <summary>Whether a key made it over a manifest.</summary>
    public bool IsBy(SigningKey key, ReadOnlySpan<byte> manifest) => key.Id == KeyId && key.Verify(Input(KeyId, manifest), Signature);

    private static ManifestSignature Read(JsonElement root)
    {
        using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(root.GetProperty("protected").GetString()));
        return new ManifestSignature(header.RootElement.GetProperty("kid").GetString()!, Base64Url.DecodeFromChars(root.GetProperty("signature").GetString()));
    }

    private static byte[] Input(string keyId, ReadOnlySpan<byte> manifest) => Encoding.ASCII.GetBytes($"{Header(keyId)}.{Base64Url.EncodeToString(manifest)}");

    private static string Header(string keyId) =>
        Base64Url.EncodeToString(CanonicalJson.Write(JsonSerializer.SerializeToElement(new { alg = "ES256", kid = keyId, typ = Type })));
}
