using Azure.Data.Tables;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Watching;

namespace TenderWatch.Storage;

/// <summary>The states of the sources, their latest alarms and the publications in quarantine, one row each.</summary>
public sealed class WatchState(StorageAccount account) : IWatchState
{
    private const string SourcePartition = "source";
    private const string AlarmPartition = "alarm";

    private const string NextColumn = "Next";
    private const string QuarantinePartition = "quarantine";

    private readonly TableClient _sources = account.Sources;
    private readonly TableClient _quarantine = account.Quarantine;

    /// <inheritdoc/>
    public async Task<SourceState> GetSourceAsync(string source, CancellationToken cancellationToken) =>
        (await _sources.FindAsync(SourcePartition, RowKey.Of(source), cancellationToken))?.Read<SourceState>() ?? new SourceState { Source = source };

    /// <inheritdoc/>
    public Task SaveSourceAsync(SourceState state, CancellationToken cancellationToken) => _sources.UpsertEntityAsync(
        new TableEntity(SourcePartition, RowKey.Of(state.Source)).With(JsonColumns.Write(state)), TableUpdateMode.Replace, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SourceState>> ListSourcesAsync(CancellationToken cancellationToken) =>
        [.. (await _sources.ListAsync($"PartitionKey eq '{SourcePartition}'", cancellationToken)).Select(row => row.Read<SourceState>())];

    /// <inheritdoc/>
    public async Task<SourceAlarm?> FindAlarmAsync(string source, CancellationToken cancellationToken) =>
        (await _sources.FindAsync(AlarmPartition, RowKey.Of(source), cancellationToken))?.Read<SourceAlarm>();

    /// <inheritdoc/>
    public Task SaveAlarmAsync(SourceAlarm alarm, CancellationToken cancellationToken) => _sources.UpsertEntityAsync(
        new TableEntity(AlarmPartition, RowKey.Of(alarm.Health.Source)).With(JsonColumns.Write(alarm)), TableUpdateMode.Replace, cancellationToken);

    /// <inheritdoc/>
    public Task ScheduleRereadAsync(Reread reread, CancellationToken cancellationToken) => _sources.UpsertEntityAsync(
        new TableEntity(RereadPartition(reread.Key.Source), RowKey.Of(reread.Key.Id)) { [NextColumn] = reread.Next }.With(JsonColumns.Write(reread)), TableUpdateMode.Replace, cancellationToken);

    /// <inheritdoc/>
    public Task ForgetRereadAsync(NoticeKey key, CancellationToken cancellationToken) =>
        _sources.DeleteEntityAsync(RereadPartition(key.Source), RowKey.Of(key.Id), cancellationToken: cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Reread>> DueRereadsAsync(string source, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var partition = RereadPartition(source);
        var rows = await _sources.ListAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and Next le {now}"), cancellationToken);
        return [.. rows.Select(row => row.Read<Reread>()).OrderBy(reread => reread.Next).ThenBy(reread => reread.Key.Id, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> NextRereadAsync(string source, CancellationToken cancellationToken)
    {
        var partition = RereadPartition(source);
        var rows = await _sources.ListAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken, [NextColumn]);
        return rows.Select(row => row.GetDateTimeOffset(NextColumn)).Min();
    }

    private static string RereadPartition(string source) => "reread-" + source;

    /// <inheritdoc/>
    public async Task<QuarantinedNotice?> FindQuarantinedAsync(NoticeKey key, CancellationToken cancellationToken) =>
        (await _quarantine.FindAsync(QuarantinePartition, RowKey.Of(key.ToString()), cancellationToken))?.Read<QuarantinedNotice>();

    /// <inheritdoc/>
    public Task QuarantineAsync(QuarantinedNotice notice, CancellationToken cancellationToken) => _quarantine.UpsertEntityAsync(
        new TableEntity(QuarantinePartition, RowKey.Of(notice.Key.ToString())).With(JsonColumns.Write(notice)), TableUpdateMode.Replace, cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseAsync(NoticeKey key, CancellationToken cancellationToken) =>
        _quarantine.DeleteEntityAsync(QuarantinePartition, RowKey.Of(key.ToString()), cancellationToken: cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<QuarantinedNotice>> ListQuarantinedAsync(CancellationToken cancellationToken) =>
        [.. (await _quarantine.ListAsync($"PartitionKey eq '{QuarantinePartition}'", cancellationToken)).Select(row => row.Read<QuarantinedNotice>())
            .OrderByDescending(notice => notice.At).ThenBy(notice => notice.Key.ToString(), StringComparer.Ordinal)];
}
