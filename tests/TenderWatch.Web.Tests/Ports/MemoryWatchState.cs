using System.Collections.Concurrent;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Watching;

namespace TenderWatch.Web.Tests.Ports;

internal sealed class MemoryWatchState : IWatchState
{
    private readonly ConcurrentDictionary<string, SourceState> _sources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<NoticeKey, QuarantinedNotice> _quarantine = new();

    /// <summary>What every call fails with, as when the storage is away.</summary>
    public Exception? Fault { get; set; }

    public Task<SourceState> GetSourceAsync(string source, CancellationToken cancellationToken) =>
        Task.FromResult(_sources.GetValueOrDefault(source) ?? new SourceState { Source = source });

    public Task<SourceAlarm?> FindAlarmAsync(string source, CancellationToken cancellationToken) => throw new NotSupportedException("Pages only read what the sources left.");

    public Task SaveAlarmAsync(SourceAlarm alarm, CancellationToken cancellationToken) => throw new NotSupportedException("Pages only read what the sources left.");

    public Task SaveSourceAsync(SourceState state, CancellationToken cancellationToken)
    {
        _sources[state.Source] = state;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<SourceState>> ListSourcesAsync(CancellationToken cancellationToken) => Fault is null
        ? Task.FromResult<IReadOnlyList<SourceState>>([.. _sources.Values.OrderBy(state => state.Source, StringComparer.Ordinal)])
        : Task.FromException<IReadOnlyList<SourceState>>(Fault);

    public Task ScheduleRereadAsync(Reread reread, CancellationToken cancellationToken) => throw new NotSupportedException("Pages do not watch.");

    public Task ForgetRereadAsync(NoticeKey key, CancellationToken cancellationToken) => throw new NotSupportedException("Pages do not watch.");

    public Task<IReadOnlyList<Reread>> DueRereadsAsync(string source, DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException("Pages do not watch.");

    public Task<DateTimeOffset?> NextRereadAsync(string source, CancellationToken cancellationToken) => throw new NotSupportedException("Pages do not watch.");

    public Task<QuarantinedNotice?> FindQuarantinedAsync(NoticeKey key, CancellationToken cancellationToken) => Task.FromResult(_quarantine.GetValueOrDefault(key));

    public Task QuarantineAsync(QuarantinedNotice notice, CancellationToken cancellationToken)
    {
        _quarantine[notice.Key] = notice;
        return Task.CompletedTask;
    }

    public Task ReleaseAsync(NoticeKey key, CancellationToken cancellationToken)
    {
        _quarantine.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<QuarantinedNotice>> ListQuarantinedAsync(CancellationToken cancellationToken) => Fault is null
        ? Task.FromResult<IReadOnlyList<QuarantinedNotice>>([.. _quarantine.Values.OrderByDescending(notice => notice.At)])
        : Task.FromException<IReadOnlyList<QuarantinedNotice>>(Fault);
}
