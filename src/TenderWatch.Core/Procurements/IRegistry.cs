using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Procurements;

/// <summary>
/// The notices and how they hang together. Linking is one transaction: join keys, notice and procurement change together or not
/// at all, whoever else writes at the time.
/// </summary>
public interface IRegistry
{
    /// <summary>A notice with the id of its procurement, or <see langword="null"/>.</summary>
    Task<RegisteredNotice?> FindAsync(NoticeKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a notice into the procurement that shares one of its keys, or into a new one. Keys that tie several procurements together
    /// merge them into the one that has a case, else into the one with the ordinally smallest id; of several with a case likewise.
    /// Repeating the call with the same version changes nothing.
    /// </summary>
    /// <param name="notice">The notice.</param>
    /// <param name="keys">Its keys; see <see cref="JoinKey.Of"/>.</param>
    /// <param name="openCase">Whether the procurement is to have a case from now on (a watch profile matched).</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<Linking> LinkAsync(NoticeRecord notice, IReadOnlyList<JoinKey> keys, bool openCase, CancellationToken cancellationToken);

    /// <summary>Marks a version of a notice as settled; see <see cref="NoticeRecord.Settled"/>. Another version is left as it is.</summary>
    Task SettleAsync(NoticeKey key, Digest version, CancellationToken cancellationToken);

    /// <summary>A procurement, following merges; <see langword="null"/> where there is none.</summary>
    Task<Procurement?> FindProcurementAsync(string id, CancellationToken cancellationToken);

    /// <summary>The notices of a procurement by day of publication, then key.</summary>
    Task<IReadOnlyList<NoticeRecord>> NoticesOfAsync(string procurementId, CancellationToken cancellationToken);

    /// <summary>What award notices of a kind of thing tell of the price of a unit, in no order.</summary>
    /// <param name="cpv">The classification, eight digits.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<IReadOnlyList<PastUnitAward>> UnitAwardsAsync(string cpv, CancellationToken cancellationToken);

    /// <summary>Counts everything, for summaries.</summary>
    Task<RegistryCounts> CountAsync(CancellationToken cancellationToken);
}

/// <summary>A notice and the procurement it belongs to.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="ProcurementId">Its procurement.</param>
public sealed record RegisteredNotice(NoticeRecord Notice, string ProcurementId);

/// <summary>How much the registry holds.</summary>
/// <param name="Notices">Notices.</param>
/// <param name="Procurements">Procurements that were not merged into another.</param>
/// <param name="Matched">Notices that a watch profile matches.</param>
public sealed record RegistryCounts(int Notices, int Procurements, int Matched);
