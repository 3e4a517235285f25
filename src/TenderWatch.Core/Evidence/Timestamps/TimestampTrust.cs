using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TenderWatch.Core.Evidence.Timestamps;

/// <summary>Whose time stamps count.</summary>
/// <param name="Certificates">The certificates of the roots, and of what stands between them and the authority where its time stamps do not bring it along.</param>
/// <param name="Policy">The policy under which a time stamp must be made, as an object identifier; <see langword="null"/> for any.</param>
public sealed record TimestampTrust(X509Certificate2Collection Certificates, string? Policy = null)
{
    /// <summary>Reads certificates in PEM.</summary>
    /// <exception cref="FormatException">There is none of a root among them, or one cannot be read.</exception>
    public static TimestampTrust Parse(string pem, string? policy = null)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(pem);
        }
        catch (CryptographicException fault)
        {
            throw new FormatException($"A certificate cannot be read: {fault.Message}", fault);
        }

        return certificates.Any(IsRoot)
            ? new TimestampTrust(certificates, policy)
            : throw new FormatException("There is no certificate of a root (issued to itself) among them.");
    }

    internal static bool IsRoot(X509Certificate2 certificate) => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
}
