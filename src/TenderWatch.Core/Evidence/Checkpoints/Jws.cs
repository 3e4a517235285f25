using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>Something under a signature: JWS (RFC 7515) with ES256, in the flattened JSON serialization and in canonical form.</summary>
/// <param name="Type">What is signed, as the member <c>typ</c> of the header says it.</param>
/// <param name="KeyId">The thumbprint of the key (RFC 7638).</param>
/// <param name="Payload">The bytes that are signed.</param>
/// <param name="Signature">r and s, 32 bytes each.</param>
internal sealed record Jws(string Type, string KeyId, byte[] Payload, byte[] Signature)
{
    private string Input => $"{Header}.{Base64Url.EncodeToString(Payload)}";

    private string Header => Base64Url.EncodeToString(CanonicalJson.Write(JsonSerializer.SerializeToElement(new { alg = "ES256", kid = KeyId, typ = Type })));

    public static async Task<Jws> SignAsync(string type, byte[] payload, ICheckpointSigner signer, CancellationToken cancellationToken)
    {
        var unsigned = new Jws(type, (await signer.KeyAsync(cancellationToken)).Id, payload, []);
        return unsigned with { Signature = await signer.SignAsync(Encoding.ASCII.GetBytes(unsigned.Input), cancellationToken) };
    }

    /// <summary>The bytes that are stored.</summary>
    public byte[] ToBytes() => CanonicalJson.Write(JsonSerializer.SerializeToElement(new
    {
        payload = Base64Url.EncodeToString(Payload),
        @protected = Header,
        signature = Base64Url.EncodeToString(Signature),
    }));

    /// <summary>Reads the parts; the caller holds <see cref="ToBytes"/> against the bytes. The signature is not checked.</summary>
    public static Jws Read(string type, JsonElement root)
    {
        using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(root.GetProperty("protected").GetString()));
        return new Jws(
            type,
            header.RootElement.GetProperty("kid").GetString()!,
            Base64Url.DecodeFromChars(root.GetProperty("payload").GetString()),
            Base64Url.DecodeFromChars(root.GetProperty("signature").GetString()));
    }

    /// <summary>Whether a key made the signature.</summary>
    public bool IsSignedBy(SigningKey key) => key.Id == KeyId && key.Verify(Encoding.ASCII.GetBytes(Input), Signature);
}
