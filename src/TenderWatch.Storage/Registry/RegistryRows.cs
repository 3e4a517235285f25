using Azure;
using Azure.Data.Tables;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;

namespace TenderWatch.Storage;

/// <summary>A notice with the tag of its row.</summary>
internal sealed record NoticeRow(NoticeRecord Record, ETag Tag);

/// <summary>A procurement with where it went and the tag of its row; no tag while it is not stored.</summary>
internal sealed record ProcurementRow(Procurement Procurement, string? MergedInto, string? MergedBy, ETag? Tag);

/// <summary>The rows <c>key|…</c>, <c>notice|procurement|…</c> and <c>procurement|…</c> of the registry.</summary>
internal sealed class RegistryRows(TableClient table)
{
    private const string Partition = "registry";

    /// <summary>A notice is found by so many kinds of things; a transaction has room for no more.</summary>
    public const int MostKinds = 5;

    public static TableTransactionAction Add(JoinKey key, string procurementId) =>
        new(TableTransactionActionType.Add, new TableEntity(Partition, RowKey.Of("key", key.Value)) { ["Procurement"] = procurementId });

    public static TableTransactionAction Put(string home, NoticeRecord notice, NoticeRow? stored) => Put(
        new TableEntity(Partition, RowKey.Of("notice", home, notice.Key.ToString())) { ["Matched"] = notice.Matches.Count > 0 }.With(JsonColumns.Write(notice)),
        stored?.Tag);

    public static TableTransactionAction Put(ProcurementRow row) => Put(
        new TableEntity(Partition, RowKey.Of("procurement", row.Procurement.Id))
        {
            ["HasCase"] = row.Procurement.HasCase,
            ["MergedInto"] = row.MergedInto,
            ["MergedBy"] = row.MergedBy,
        }.With(JsonColumns.Write(row.Procurement)),
        row.Tag);

    /// <summary>The rows by which unit awards of a notice are found by their kind; one that is no more told is left empty.</summary>
    public static IEnumerable<TableTransactionAction> PutUnitAwards(NoticeRecord notice, NoticeRecord? stored) => notice.UnitAwards
        .Concat(stored?.UnitAwards ?? []).Select(award => award.Cpv).Distinct(StringComparer.Ordinal).Take(MostKinds)
        .Select(cpv => new TableTransactionAction(
            TableTransactionActionType.UpsertReplace,
            new TableEntity(Partition, RowKey.Of("cpv", cpv, notice.Key.ToString())).With(JsonColumns.Write(notice.UnitAwards
                .Where(award => award.Cpv == cpv).Select(award => new PastUnitAward(notice.Key, notice.Published, notice.Documents[0].Sha256, award))))));

    public async Task<IReadOnlyList<PastUnitAward>> UnitAwardsAsync(string cpv, CancellationToken cancellationToken) =>
        [.. (await table.ListAsync(RowKey.StartingWith(Partition, "cpv", cpv), cancellationToken)).SelectMany(row => row.Read<IReadOnlyList<PastUnitAward>>())];

    public async Task<string?> FindKeyAsync(JoinKey key, CancellationToken cancellationToken) =>
        (await table.FindAsync(Partition, RowKey.Of("key", key.Value), cancellationToken))?.GetString("Procurement");

    public async Task<NoticeRow?> FindNoticeAsync(string home, NoticeKey key, CancellationToken cancellationToken) =>
        await table.FindAsync(Partition, RowKey.Of("notice", home, key.ToString()), cancellationToken) is { } row
            ? new NoticeRow(row.Read<NoticeRecord>(), row.ETag)
            : null;

    public async Task<ProcurementRow?> FindProcurementAsync(string id, CancellationToken cancellationToken) =>
        await table.FindAsync(Partition, RowKey.Of("procurement", id), cancellationToken) is { } row
            ? new ProcurementRow(row.Read<Procurement>(), row.GetString("MergedInto"), row.GetString("MergedBy"), row.ETag)
            : null;

    /// <summary>The procurement that a procurement has become.</summary>
    public async Task<ProcurementRow?> ResolveAsync(string id, CancellationToken cancellationToken)
    {
        var row = await FindProcurementAsync(id, cancellationToken);
        while (row?.MergedInto is { } next) row = await FindProcurementAsync(next, cancellationToken);
        return row;
    }

    public async Task<IEnumerable<NoticeRecord>> NoticesInAsync(string home, CancellationToken cancellationToken) =>
        (await table.ListAsync(RowKey.StartingWith(Partition, "notice", home), cancellationToken)).Select(row => row.Read<NoticeRecord>());

    public async Task<RegistryCounts> CountAsync(CancellationToken cancellationToken)
    {
        var (notices, matched, procurements) = (0, 0, 0);
        await foreach (var row in table.QueryAsync<TableEntity>(
            RowKey.StartingWith(Partition, "notice"), select: ["RowKey", "Matched"], cancellationToken: cancellationToken))
        {
            notices++;
            if (row.GetBoolean("Matched") == true) matched++;
        }

        await foreach (var row in table.QueryAsync<TableEntity>(
            RowKey.StartingWith(Partition, "procurement"), select: ["RowKey", "MergedInto"], cancellationToken: cancellationToken))
        {
            if (row.GetString("MergedInto") is null) procurements++;
        }

        return new RegistryCounts(notices, procurements, matched);
    }

    public Task<bool> TrySubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken) =>
        table.TrySubmitAsync(actions, cancellationToken);

    private static TableTransactionAction Put(TableEntity row, ETag? tag) => tag is { } known
        ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, known)
        : new TableTransactionAction(TableTransactionActionType.Add, row);
}
