using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;

namespace TenderWatch.Storage;

/// <summary>
/// Notices, their keys and their procurements in one partition of one table, so that linking is one transaction. A merge moves
/// nothing: the procurement that goes under keeps its rows and points to the one that goes on, which lists it.
/// </summary>
public sealed class Registry(StorageAccount account) : IRegistry
{
    // A key makes at most one operation; survivor, notice and its kinds make the rest.
    private const int KeysAtOnce = TableReading.MostOperations - 5 - RegistryRows.MostKinds;
    private const int MostAttempts = 1000;

    private readonly RegistryRows _rows = new(account.Registry);

    /// <inheritdoc/>
    public async Task<RegisteredNotice?> FindAsync(NoticeKey key, CancellationToken cancellationToken)
    {
        if (await _rows.FindKeyAsync(OwnKey(key), cancellationToken) is not { } home) return null;
        if (await _rows.FindNoticeAsync(home, key, cancellationToken) is not { } notice) return null;
        var procurement = await _rows.ResolveAsync(home, cancellationToken);
        return new RegisteredNotice(notice.Record, procurement!.Procurement.Id);
    }

    /// <inheritdoc/>
    public async Task<Linking> LinkAsync(NoticeRecord notice, IReadOnlyList<JoinKey> keys, bool openCase, CancellationToken cancellationToken)
    {
        var own = OwnKey(notice.Key);
        var others = keys.Where(key => key != own).Distinct().ToArray();
        // More keys than one transaction takes are linked bundle by bundle: each leaves a correct registry, as if the notice had named
        // fewer others, and the notice itself comes last, so that a call cut short is repeated.
        for (; others.Length >= KeysAtOnce; others = others[(KeysAtOnce - 1)..])
            await LinkAsync(notice, own, others[..(KeysAtOnce - 1)], openCase, last: false, cancellationToken);
        return await LinkAsync(notice, own, others, openCase, last: true, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task SettleAsync(NoticeKey key, Digest version, CancellationToken cancellationToken)
    {
        if (await _rows.FindKeyAsync(OwnKey(key), cancellationToken) is not { } home) return;
        if (await _rows.FindNoticeAsync(home, key, cancellationToken) is not { Record.Settled: false } row || row.Record.Version != version) return;
        // Whoever changes the notice at the same time takes it in, and so settles it too.
        await _rows.TrySubmitAsync([RegistryRows.Put(home, row.Record with { Settled = true }, row)], cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Procurement?> FindProcurementAsync(string id, CancellationToken cancellationToken) =>
        (await _rows.ResolveAsync(id, cancellationToken))?.Procurement;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<NoticeRecord>> NoticesOfAsync(string procurementId, CancellationToken cancellationToken)
    {
        if (await FindProcurementAsync(procurementId, cancellationToken) is not { } procurement) return [];
        var notices = new List<NoticeRecord>();
        foreach (var id in procurement.Merged.Prepend(procurement.Id)) notices.AddRange(await _rows.NoticesInAsync(id, cancellationToken));
        return [.. notices.OrderBy(notice => notice.Published).ThenBy(notice => notice.Key.ToString(), StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<PastUnitAward>> UnitAwardsAsync(string cpv, CancellationToken cancellationToken) => _rows.UnitAwardsAsync(cpv, cancellationToken);

    /// <inheritdoc/>
    public Task<RegistryCounts> CountAsync(CancellationToken cancellationToken) => _rows.CountAsync(cancellationToken);

    private static JoinKey OwnKey(NoticeKey key) => new("publication:" + key);

    private async Task<Linking> LinkAsync(
        NoticeRecord notice, JoinKey own, JoinKey[] others, bool openCase, bool last, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var link = await ReadAsync(notice, own, others, openCase, cancellationToken);
            var actions = link.Actions(last);
            if (actions.Count > 0 && !await _rows.TrySubmitAsync(actions, cancellationToken)) continue;
            return new Linking(link.Survivor, link.NewVersion, await MovedAsync(link, notice.Key, cancellationToken), link.Settled);
        }

        throw new InvalidOperationException($"{notice.Key} could not be linked in {MostAttempts} attempts, for other writers changed the same procurement each time. Run it again.");
    }

    private async Task<RegistryLink> ReadAsync(NoticeRecord notice, JoinKey own, JoinKey[] others, bool openCase, CancellationToken cancellationToken)
    {
        // One read a key: a query for several row keys at once makes Azure scan the partition.
        var all = others.Prepend(own).ToArray();
        var homes = await Task.WhenAll(all.Select(key => _rows.FindKeyAsync(key, cancellationToken)));
        var same = new Dictionary<string, ProcurementRow>(StringComparer.Ordinal);
        foreach (var home in homes.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var row = await _rows.ResolveAsync(home, cancellationToken)
                ?? throw new InvalidOperationException($"The registry names procurement {home} and does not hold it. Restore the table from a copy.");
            same[row.Procurement.Id] = row;
        }

        if (same.Count == 0)
        {
            var fresh = await FreshAsync(notice.Key, cancellationToken);
            same[fresh.Procurement.Id] = fresh;
        }

        return new RegistryLink
        {
            Notice = notice,
            Stored = homes[0] is { } known ? await _rows.FindNoticeAsync(known, notice.Key, cancellationToken) : null,
            Home = homes[0],
            Same = [.. same.Values],
            NewKeys = [.. all.Where((_, index) => homes[index] is null)],
            Survivor = Threading.Merge([.. same.Values.Select(row => row.Procurement)], openCase),
        };
    }

    // An id has 48 bits: two of a million notices may well want the same one.
    private async Task<ProcurementRow> FreshAsync(NoticeKey key, CancellationToken cancellationToken)
    {
        var id = Procurement.IdFor(key);
        while (await _rows.FindProcurementAsync(id, cancellationToken) is not null) id = Procurement.IdFor(new NoticeKey(key.Source, $"{key.Id}|{id}"));
        return new ProcurementRow(new Procurement(id, HasCase: false, []), MergedInto: null, MergedBy: null, Tag: null);
    }

    // Read from what the merge left, so that a repeated call answers like the one whose answer got lost.
    private async Task<IReadOnlyList<string>> MovedAsync(RegistryLink link, NoticeKey by, CancellationToken cancellationToken)
    {
        var moved = new List<string>();
        foreach (var id in link.Survivor.Merged)
        {
            if (await _rows.FindProcurementAsync(id, cancellationToken) is { Procurement.HasCase: true } row && row.MergedBy == by.ToString()) moved.Add(id);
        }

        return moved;
    }
}
