using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TenderWatch.Core.Evidence.Timestamps;

/// <summary>Whether a certificate leads to a root that is trusted, as it was at the time of the time stamp. Nothing is fetched for it, and no list of revoked certificates is asked.</summary>
internal static class TimestampChain
{
    /// <summary>Signing time stamps (id-kp-timeStamping, RFC 5280 section 4.2.1.12).</summary>
    public const string Purpose = "1.3.6.1.5.5.7.3.8";

    public static TimestampFault? Check(X509Certificate2 signer, X509Certificate2Collection brought, TimestampTrust trust, DateTimeOffset at)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(trust.Certificates);
        chain.ChainPolicy.ExtraStore.AddRange(brought);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(Purpose));
        if (chain.Build(signer)) return null;

        var wrong = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status);
        return wrong == X509ChainStatusFlags.NotTimeValid
            ? new("expired", new($"Een certificaat boven {signer.Subject} gold niet op {at:u}.", $"A certificate above {signer.Subject} was not valid at {at:u}."))
            : new("untrusted", new(
                $"{signer.Subject} leidt niet naar een stamcertificaat dat hier wordt vertrouwd ({wrong}).",
                $"{signer.Subject} does not lead to a root that is trusted here ({wrong})."));
    }
}
