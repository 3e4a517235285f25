namespace TenderWatch.Core.Evidence;

/// <summary>Tells whether storage itself keeps evidence from being changed.</summary>
public interface IEvidenceProtection
{
    /// <summary>What storage says. It never fails for want of a policy.</summary>
    Task<EvidenceImmutability> ReadAsync(CancellationToken cancellationToken);
}
