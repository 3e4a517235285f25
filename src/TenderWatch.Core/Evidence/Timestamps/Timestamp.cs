using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Evidence.Timestamps;

/// <summary>A time stamp on a digest: a TimeStampToken of <a href="https://www.rfc-editor.org/rfc/rfc3161">RFC 3161</a>, as an authority signed it.</summary>
public sealed class Timestamp
{
    // id-ct-TSTInfo
    private const string TokenInfo = "1.2.840.113549.1.9.16.1.4";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    /// <summary>How far the clock of another machine may be ahead or behind.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly SignedCms _signed;
    private readonly Rfc3161TimestampTokenInfo _info;

    private readonly ReadOnlyMemory<byte> _bytes;

    private Timestamp(ReadOnlyMemory<byte> bytes, SignedCms signed, Rfc3161TimestampTokenInfo info) => (_bytes, _signed, _info) = (bytes, signed, info);

    /// <summary>The time that the authority gave.</summary>
    public DateTimeOffset At => _info.Timestamp;

    /// <summary>The number by which a request is recognised in its answer; <see langword="null"/> when the token has none.</summary>
    public ReadOnlyMemory<byte>? Nonce => _info.GetNonce();

    /// <summary>Reads a token; nothing of it is checked yet.</summary>
    /// <param name="bytes">The token, and nothing after it.</param>
    /// <returns><see langword="null"/> when the bytes are something else.</returns>
    public static Timestamp? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            AsnDecoder.ReadEncodedValue(bytes.Span, AsnEncodingRules.BER, out _, out _, out var length);
            if (length != bytes.Length) return null;
            var signed = new SignedCms();
            signed.Decode(bytes.Span);
            return signed.ContentInfo.ContentType.Value == TokenInfo && Rfc3161TimestampTokenInfo.TryDecode(signed.ContentInfo.Content, out var info, out var read)
                && read == signed.ContentInfo.Content.Length ? new Timestamp(bytes, signed, info) : null;
        }
        catch (Exception wrong) when (wrong is CryptographicException or AsnContentException)
        {
            return null;
        }
    }

    /// <summary>Everything that is asked of a time stamp, in the order in which it can be asked; the first that fails is told.</summary>
    /// <param name="sha256">What must be stamped.</param>
    /// <param name="notBefore">When that was made.</param>
    /// <param name="notAfter">When the time stamp was there already.</param>
    /// <param name="trust">Whose time stamps count; <see langword="null"/> to leave that open.</param>
    /// <returns><see langword="null"/> when it holds.</returns>
    public TimestampFault? Check(Digest sha256, DateTimeOffset notBefore, DateTimeOffset notAfter, TimestampTrust? trust)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        sha256.CopyTo(hash);
        if (_info.HashAlgorithmId.Value != Sha256 || !_info.GetMessageHash().Span.SequenceEqual(hash))
            return new("wrong-imprint", new($"Het stempelt iets anders dan {sha256}.", $"It stamps something else than {sha256}."));
        if (trust?.Policy is { } policy && _info.PolicyId.Value != policy)
            return new("wrong-policy", new($"Het is gemaakt onder het beleid {_info.PolicyId.Value}, niet onder {policy}.", $"It was made under the policy {_info.PolicyId.Value}, not under {policy}."));
        try
        {
            return CheckSignature(hash, trust) ?? CheckTime(notBefore, notAfter);
        }
        // Certificates are read no sooner than something is asked of them, and these are somebody else's.
        catch (CryptographicException)
        {
            return Unsigned;
        }
    }

    /// <summary>What is wrong with bytes that <see cref="Read"/> cannot read.</summary>
    public static TimestampFault NoToken => new("not-a-token", new("De bytes zijn geen tijdstempel (RFC 3161).", "The bytes are no time stamp (RFC 3161)."));

    private static TimestampFault Unsigned => new("unsigned", new("De handtekening past niet op deze bytes.", "The signature does not fit these bytes."));

    private TimestampFault? CheckSignature(ReadOnlySpan<byte> hash, TimestampTrust? trust)
    {
        if (_signed.SignerInfos is not [{ Certificate: { } signer }])
            return new("no-certificate", new("Het certificaat van wie tekende ontbreekt.", "The certificate of whoever signed is missing."));
        if (CheckCertificate(signer) is { } fault) return fault;
        if (!Rfc3161TimestampToken.TryDecode(_bytes, out var token, out _) || !token.VerifySignatureForHash(hash, new Oid(Sha256), out _)) return Unsigned;
        return trust is null ? null : TimestampChain.Check(signer, _signed.Certificates, trust, At);
    }

    private TimestampFault? CheckCertificate(X509Certificate2 signer)
    {
        // RFC 3161 section 2.3: this purpose alone, and marked as critical.
        var purposes = signer.Extensions.OfType<X509EnhancedKeyUsageExtension>().ToArray();
        if (purposes is not [{ Critical: true, EnhancedKeyUsages: { Count: 1 } usages }] || usages[0].Value != TimestampChain.Purpose)
            return new("wrong-purpose", new($"Het certificaat van {signer.Subject} is niet voor tijdstempels alleen.", $"The certificate of {signer.Subject} is not for time stamps alone."));
        return At < new DateTimeOffset(signer.NotBefore) || At > new DateTimeOffset(signer.NotAfter)
            ? new("expired", new($"Het certificaat van {signer.Subject} gold niet op {At:u}.", $"The certificate of {signer.Subject} was not valid at {At:u}."))
            : null;
    }

    private TimestampFault? CheckTime(DateTimeOffset notBefore, DateTimeOffset notAfter) => At < notBefore - Tolerance || At > notAfter + Tolerance
        ? new("wrong-time", new LocalizedText(
            $"Het tijdstip {At:u} ligt niet tussen {notBefore:u}, toen het gestempelde werd gemaakt, en {notAfter:u}.",
            $"Its time {At:u} is not between {notBefore:u}, when what it stamps was made, and {notAfter:u}."))
        : null;
}
