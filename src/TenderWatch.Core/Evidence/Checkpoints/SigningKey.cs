using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>The public half of a key that signs checkpoints: P-256, as a JSON Web Key (RFC 7517 and RFC 7518 section 6.2).</summary>
public sealed class SigningKey
{
    private const int CoordinateLength = 32;

    private readonly ECParameters _parameters;

    /// <summary>A key.</summary>
    /// <param name="x">Its x coordinate, 32 bytes.</param>
    /// <param name="y">Its y coordinate, 32 bytes.</param>
    /// <exception cref="FormatException">That is no point of the curve.</exception>
    public SigningKey(byte[] x, byte[] y)
    {
        if (x.Length != CoordinateLength || y.Length != CoordinateLength) throw new FormatException($"The coordinates of a P-256 key have {CoordinateLength} bytes each.");
        _parameters = new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } };
        try
        {
            using var check = ECDsa.Create(_parameters);
        }
        catch (CryptographicException fault)
        {
            throw new FormatException("The coordinates are no point of the curve P-256.", fault);
        }

        // The members in the order of RFC 7638 section 3.2, which is also that of RFC 8785.
        var canonical = $$"""{"crv":"P-256","kty":"EC","x":"{{Base64Url.EncodeToString(x)}}","y":"{{Base64Url.EncodeToString(y)}}"}""";
        Jwk = Encoding.UTF8.GetBytes(canonical);
        Id = Base64Url.EncodeToString(SHA256.HashData(Jwk));
    }

    /// <summary>Its thumbprint (RFC 7638), which names it.</summary>
    public string Id { get; }

    /// <summary>The key as canonical JSON.</summary>
    public byte[] Jwk { get; }

    /// <summary>The public half of a key pair.</summary>
    public static SigningKey Of(ECDsa pair)
    {
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        return new SigningKey(point.X!, point.Y!);
    }

    /// <summary>Reads <see cref="Jwk"/>.</summary>
    /// <exception cref="FormatException">The bytes are something else.</exception>
    public static SigningKey Parse(ReadOnlyMemory<byte> jwk) => Canonical.Parse(
        jwk,
        root => new SigningKey(Base64Url.DecodeFromChars(root.GetProperty("x").GetString()), Base64Url.DecodeFromChars(root.GetProperty("y").GetString())),
        key => key.Jwk,
        "P-256 key (RFC 7517)");

    /// <summary>Whether the key made a signature (ES256: r and s, 32 bytes each).</summary>
    /// <param name="input">What was signed.</param>
    /// <param name="signature">The signature.</param>
    public bool Verify(ReadOnlySpan<byte> input, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create(_parameters);
        return signature.Length == 2 * CoordinateLength && key.VerifyData(input, signature, HashAlgorithmName.SHA256);
    }
}

/// <summary>Signs checkpoints with a key that it keeps to itself.</summary>
public interface ICheckpointSigner
{
    /// <summary>The public half of the key.</summary>
    Task<SigningKey> KeyAsync(CancellationToken cancellationToken);

    /// <summary>Signs (ES256).</summary>
    /// <param name="input">The bytes to be signed.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>r and s, 32 bytes each.</returns>
    Task<byte[]> SignAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken);
}
