using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace TenderWatch.Testing.Stamps;

/// <summary>Makes time stamps (RFC 3161) under a root of its own, right ones and wrong ones.</summary>
public sealed class TestStamps : IDisposable
{
    /// <summary>The policy under which it stamps.</summary>
    public const string Policy = "1.3.6.1.4.1.99999.1";

    private const string TimeStamping = "1.3.6.1.5.5.7.3.8";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    private readonly ECDsa _rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _root;
    private int _serial;

    /// <summary>A root, and a certificate under it that is for time stamps.</summary>
    public TestStamps()
    {
        var request = new CertificateRequest("CN=Test root", _rootKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        _root = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2060, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Signer = Certificate(new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2050, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    /// <summary>The certificate that signs, with its key.</summary>
    public X509Certificate2 Signer { get; }

    /// <summary>The root, as it is configured.</summary>
    public string RootPem => _root.ExportCertificatePem();

    /// <summary>A certificate under the root.</summary>
    /// <param name="from">From when it is valid.</param>
    /// <param name="until">Until when.</param>
    /// <param name="purpose">Its extended key usage; <see langword="null"/> for none.</param>
    /// <param name="critical">Whether that is critical.</param>
    public X509Certificate2 Certificate(DateTimeOffset from, DateTimeOffset until, string? purpose = TimeStamping, bool critical = true)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        if (purpose is not null) request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical));
        using var certificate = request.Create(_root, from, until, Serial());
        return certificate.CopyWithPrivateKey(key);
    }

    /// <summary>A time stamp.</summary>
    /// <param name="hash">What is stamped.</param>
    /// <param name="at">The time that it gives.</param>
    /// <param name="nonce">The request's nonce.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="signer">Who signs; <see cref="Signer"/> when <see langword="null"/>.</param>
    public byte[] Token(ReadOnlyMemory<byte> hash, DateTimeOffset at, ReadOnlyMemory<byte>? nonce = null, string policy = Policy, X509Certificate2? signer = null)
    {
        signer ??= Signer;
        var info = new Rfc3161TimestampTokenInfo(new Oid(policy), new Oid(Sha256), hash, Serial(), at, nonce: nonce);
        var signed = new SignedCms(new ContentInfo(new Oid("1.2.840.113549.1.9.16.1.4"), info.Encode()));
        var by = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, signer) { IncludeOption = X509IncludeOption.EndCertOnly, DigestAlgorithm = new Oid(Sha256) };
        by.SignedAttributes.Add(new AsnEncodedData("1.2.840.113549.1.9.16.2.47", SigningCertificate(signer)));
        signed.ComputeSignature(by);
        return signed.Encode();
    }

    /// <summary>A response that grants a token.</summary>
    public static byte[] Granted(byte[] token) => Response(0, null, token);

    /// <summary>A response that refuses.</summary>
    public static byte[] Refused(string reason) => Response(2, reason, null);

    /// <inheritdoc/>
    public void Dispose()
    {
        Signer.Dispose();
        _root.Dispose();
        _rootKey.Dispose();
    }

    // A positive integer without superfluous zeros.
    private byte[] Serial() => [0x41, .. BitConverter.GetBytes(++_serial)];

    private static byte[] Response(int status, string? reason, byte[]? token)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(status);
                if (reason is not null)
                {
                    using (writer.PushSequence()) writer.WriteCharacterString(UniversalTagNumber.UTF8String, reason);
                }
            }

            if (token is not null) writer.WriteEncodedValue(token);
        }

        return writer.Encode();
    }

    // SigningCertificateV2 of RFC 5035, with the default hash algorithm.
    private static byte[] SigningCertificate(X509Certificate2 signer)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(SHA256.HashData(signer.RawData));
        return writer.Encode();
    }
}
