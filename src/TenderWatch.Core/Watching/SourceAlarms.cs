using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Telemetry;

namespace TenderWatch.Core.Watching;

/// <summary>
/// Raises and ends the alarms of sources. An alarm is saved before its messages are queued and marked after, and its messages are made
/// from what was saved: a process that ends anywhere in between queues the same messages again, which the outbox does not take twice.
/// </summary>
public sealed class SourceAlarms(
    IWatchState states, ILedger ledger, IEvidenceStore evidence, IOutbox outbox, IMessageComposer composer, AlarmRule rule, TimeProvider time) : IDisposable
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
            var alarm = await states.FindAlarmAsync(source, cancellationToken);
            if (alarm is { Told: false }) alarm = await TellAsync(alarm, cancellationToken);
            var now = time.GetUtcNow();
            var health = SourceHealth.Of(await states.GetSourceAsync(source, cancellationToken), [], now);
            if (Next(alarm, health, now) is not { } next) return null;
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
        return told;
    }
}
