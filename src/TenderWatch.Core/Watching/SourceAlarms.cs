using System.Text.Json;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Leases;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Telemetry;

namespace TenderWatch.Core.Watching;

/// <summary>
/// Raises and ends the alarms of sources. An alarm is saved before its messages are queued and marked after, and its messages are made
/// from what was saved: a process that ends anywhere in between queues the same messages again, which the outbox does not take twice.
/// </summary>
public sealed partial class SourceAlarms(
    IWatchState states, ILedger ledger, IEvidenceStore evidence, IOutbox outbox, IMessageComposer composer, ILeases leases, AlarmRule rule, TimeProvider time, ILogger<SourceAlarms> log) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Looks at one source and tells what has to be told. A source that has never been read counts as a trouble here: the caller knows that it should have been.</summary>
    /// <param name="source">The source, which is watched.</param>
    /// <param name="cancellationToken">Stops the call; the next one goes on.</param>
    /// <returns>The alarm that was raised or ended; <see langword="null"/> where there was nothing to tell.</returns>
    public async Task<SourceAlarm?> CheckAsync(string source, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (await LookAsync(source, cancellationToken) is { Untold: null, Next: null }) return null;
            // Two hosts would raise it at two moments, which are two alarms. The one that has no turn looks again at its next moment.
            await using var lease = (await leases.TryTakeAsync("alarm:" + source, cancellationToken)).Lease;
            if (lease is null) return null;
            var (untold, next) = await LookAsync(source, cancellationToken);
            if (untold is not null)
            {
                await TellAsync(untold, cancellationToken);
                (_, next) = await LookAsync(source, cancellationToken);
            }

            if (next is null) return null;
            await states.SaveAlarmAsync(next, cancellationToken);
            Measures.Alarmed(next);
            return await TellAsync(next, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<(SourceAlarm? Untold, SourceAlarm? Next)> LookAsync(string source, CancellationToken cancellationToken)
    {
        var alarm = await states.FindAlarmAsync(source, cancellationToken);
        var now = time.GetUtcNow();
        var health = SourceHealth.Of(await states.GetSourceAsync(source, cancellationToken), [], now);
        return (alarm is { Told: false } ? alarm : null, Next(alarm, health, now));
    }

    private SourceAlarm? Next(SourceAlarm? latest, SourceHealth health, DateTimeOffset now)
    {
        var head = latest?.Ledger ?? LedgerHead.Start;
        if (rule.Holds(health, now)) return latest?.IsAbout(health) == true ? null : new SourceAlarm { Health = health, At = now, Ledger = head };
        // A source that begins to fail while it is silent is not well again.
        return latest is { EndedAt: null } && health.Condition == SourceCondition.Well ? latest with { EndedAt = now, Told = false } : null;
    }

    private async Task<SourceAlarm> TellAsync(SourceAlarm alarm, CancellationToken cancellationToken)
    {
        var at = alarm.EndedAt ?? alarm.At;
        var health = alarm.Health;
        var subject = MessageSubject.OfSource(health.Source);
        var kind = alarm.EndedAt is null ? "source-alarm" : "source-well";
        var body = JsonSerializer.SerializeToElement(
            new { source = health.Source, condition = health.Condition, since = health.Since, health.Failure, health.FailureCode, health.LastNew, health.LastSuccess }, NoticeJson.Stored);
        var head = await ledger.AppendAsync(subject, alarm.Ledger, new LedgerDraft($"{kind}:{alarm.Id}", kind, at, body), cancellationToken);
        foreach (var message in composer.Compose(alarm))
            head = await outbox.QueueAsync(message, kind, head, at, evidence, ledger, cancellationToken);
        var told = alarm with { Told = true, Ledger = head };
        await states.SaveAlarmAsync(told, cancellationToken);
        if (alarm.EndedAt is null) LogRaised(log, health.Source, health.Condition, health.Since);
        else LogEnded(log, health.Source, health.Condition);
        return told;
    }

    // The alerts of infra/bicep look for this event, so that people are told where mail and cards do not arrive.
    [LoggerMessage(EventId = 104, EventName = "SourceAlarm", Level = LogLevel.Error, Message = "Source {Source} is {Condition} since {Since}: the alarm is raised")]
    private static partial void LogRaised(ILogger logger, string source, SourceCondition condition, DateTimeOffset? since);

    [LoggerMessage(EventId = 105, EventName = "SourceWell", Level = LogLevel.Information, Message = "Source {Source} is well again, no longer {Condition}: the alarm is over")]
    private static partial void LogEnded(ILogger logger, string source, SourceCondition condition);
}
