using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Evidence.Timestamps;

/// <summary>A time stamp on a digest: a TimeStampToken of <a href="https://www.rfc-editor.org/rfc/rfc3161">RFC 3161</a>, as an authority signed it.</summary>
public sealed class Timestamp
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    /// <summary>How far the clock of another machine may be ahead or behind.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly Rfc3161TimestampToken _token;

    private Timestamp(Rfc3161TimestampToken token) => _token = token;

    /// <summary>The time that the authority gave.</summary>
    public DateTimeOffset At => _token.TokenInfo.Timestamp;

    /// <summary>The number by which a request is recognised in its answer; <see langword="null"/> when the token has none.</summary>
    public ReadOnlyMemory<byte>? Nonce => _token.TokenInfo.GetNonce();

    /// <summary>Reads a token.</summary>
    /// <param name="bytes">Its DER, and nothing after it.</param>
    /// <returns><see langword="null"/> when the bytes are something else.</returns>
    public static Timestamp? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return Rfc3161TimestampToken.TryDecode(bytes, out var token, out var length) && length == bytes.Length ? new Timestamp(token) : null;
        }
        // What claims to be a signature is decoded further than TryDecode's name promises.
        catch (CryptographicException)
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
        var info = _token.TokenInfo;
        if (info.HashAlgorithmId.Value != Sha256 || !info.GetMessageHash().Span.SequenceEqual(hash))
            return new("wrong-imprint", new($"Het stempelt iets anders dan {sha256}.", $"It stamps something else than {sha256}."));
        if (trust?.Policy is { } policy && info.PolicyId.Value != policy)
            return new("wrong-policy", new($"Het is gemaakt onder het beleid {info.PolicyId.Value}, niet onder {policy}.", $"It was made under the policy {info.PolicyId.Value}, not under {policy}."));
        var signed = _token.AsSignedCms();
        if (signed.SignerInfos is not [{ Certificate: { } signer }])
            return new("no-certificate", new("Het certificaat van wie tekende ontbreekt.", "The certificate of whoever signed is missing."));
        if (CheckCertificate(signer) is { } fault) return fault;
        if (!Holds(hash)) return new("unsigned", new("De handtekening past niet op deze bytes.", "The signature does not fit these bytes."));
        if (trust is not null && TimestampChain.Check(signer, signed.Certificates, trust, At) is { } untrusted) return untrusted;
        return CheckTime(notBefore, notAfter);
    }

    private TimestampFault? CheckCertificate(X509Certificate2 signer)
    {
        // RFC 3161 section 2.3: this purpose alone, and marked as critical.
        var purposes = signer.Extensions.OfType<X509EnhancedKeyUsageExtension>().ToArray();
        if (purposes is not [{ Critical: true, EnhancedKeyUsages: { Count: 1 } usages }] || usages[0].Value != TimestampChain.Purpose)
            return new("wrong-purpose", new($"Het certificaat van {signer.Subject} is niet voor tijdstempels alleen.", $"The certificate of {signer.Subject} is not for time stamps alone."));
        return At < signer.NotBefore || At > signer.NotAfter
            ? new("expired", new($"Het certificaat van {signer.Subject} gold niet op {At:u}.", $"The certificate of {signer.Subject} was not valid at {At:u}."))
            : null;
    }

    private bool Holds(ReadOnlySpan<byte> hash)
    {
        try
        {
            return _token.VerifySignatureForHash(hash, new Oid(Sha256), out _);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private TimestampFault? CheckTime(DateTimeOffset notBefore, DateTimeOffset notAfter) => At < notBefore - Tolerance || At > notAfter + Tolerance
        ? new("wrong-time", new LocalizedText(
            $"Het tijdstip {At:u} ligt niet tussen {notBefore:u}, toen het gestempelde werd gemaakt, en {notAfter:u}.",
            $"Its time {At:u} is not between {notBefore:u}, when what it stamps was made, and {notAfter:u}."))
        : null;
}
