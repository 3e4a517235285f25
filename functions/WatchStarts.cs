using Microsoft.DurableTask.Client;
using TenderWatch.Core.Sources;
using TenderWatch.Hosting.Settings;
using TenderWatch.Hosting.Watching;

namespace TenderWatch.Functions;

/// <summary>Starts the watch of a source when a moment of its schedule has come. Its last orchestration tells when it was last begun, so that no moment is lost.</summary>
public sealed class WatchStarts(IEnumerable<INoticeSource> sources, WatchSettings settings, TimeProvider time)
{
    /// <summary>Starts it, unless it is not due, or a source is being watched: never two runs at once, because sources share hosts that are asked once a second.</summary>
    public async Task StartIfDueAsync(DurableTaskClient client, string source, CancellationToken cancellationToken)
    {
        if (sources.All(each => each.Name != source)) return;
        DateTimeOffset? last = null;
        foreach (var each in sources)
        {
            var run = await client.GetInstanceAsync(WatchOrchestration.IdOf(each.Name), cancellationToken);
            if (run is { IsCompleted: false }) return;
            if (each.Name == source) last = run?.CreatedAt;
        }

        if (WatchMoments.HasCome(settings.CronOf(source), last, time.GetUtcNow()))
            await client.TryStartAsync(WatchOrchestration.Name, WatchOrchestration.IdOf(source), source, cancellationToken);
    }
}
