using TenderWatch.Core.Sources;

namespace TenderWatch.Core.Watching;

/// <summary>How all sources do: those that are watched, and those that once were.</summary>
public sealed class SourceReport(IWatchState states, IEnumerable<INoticeSource> sources, TimeProvider time)
{
    /// <summary>Reads it; the watched ones first.</summary>
    public async Task<IReadOnlyList<SourceHealth>> ReadAsync(CancellationToken cancellationToken)
    {
        var quarantined = await states.ListQuarantinedAsync(cancellationToken);
        var known = (await states.ListSourcesAsync(cancellationToken)).ToDictionary(state => state.Source, StringComparer.Ordinal);
        string[] watched = [.. sources.Select(source => source.Name)];
        var now = time.GetUtcNow();
        return
        [
            .. watched.Select(name => SourceHealth.Of(known.GetValueOrDefault(name) ?? new SourceState { Source = name }, quarantined, now)),
            .. known.Values.Where(state => !watched.Contains(state.Source, StringComparer.Ordinal)).Select(state => SourceHealth.Of(state, quarantined, now, isWatched: false)),
        ];
    }
}
