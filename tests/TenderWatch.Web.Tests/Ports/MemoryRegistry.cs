using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;

namespace TenderWatch.Web.Tests.Ports;

/// <summary>The pages only count what the registry holds.</summary>
internal sealed class MemoryRegistry(RegistryCounts counts) : IRegistry
{
    public Task<IReadOnlyList<PastUnitAward>> UnitAwardsAsync(string cpv, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<RegistryCounts> CountAsync(CancellationToken cancellationToken) => Task.FromResult(counts);

    public Task<RegisteredNotice?> FindAsync(NoticeKey key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Linking> LinkAsync(NoticeRecord notice, IReadOnlyList<JoinKey> keys, bool openCase, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SettleAsync(NoticeKey key, Digest version, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Procurement?> FindProcurementAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<NoticeRecord>> NoticesOfAsync(string procurementId, CancellationToken cancellationToken) => throw new NotSupportedException();
}
