using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Watching;
using TenderWatch.Notifications.Daily;
using TenderWatch.Notifications.Sending;

namespace TenderWatch.Functions;

/// <summary>
/// What happens by the clock. NCRONTAB cannot be told Dutch time on every plan, so the timers tick evenly and the settings say when a
/// source is due. The platform runs each timer once at a time, over all instances.
/// </summary>
public sealed class Timers(
    WatchStarts watches, IEnumerable<INoticeSource> sources, IWatchState states, SourceAlarms alarms, CaseBells bells, Deadlines deadlines, DailyMessages daily, OutboxDispatcher outbox, NoticeIntake intake, ChangedRules changedRules, IRequests requests, TimeProvider time)
{
    /// <summary>TenderNed, when its schedule says so.</summary>
    [Function(nameof(WatchTenderNed))]
    public Task WatchTenderNed([TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        watches.StartIfDueAsync(client, "tenderned", cancellationToken);

    /// <summary>TED, likewise; some seconds later, so that sources which are due together are seen to be.</summary>
    [Function(nameof(WatchTed))]
    public Task WatchTed([TimerTrigger("20 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        watches.StartIfDueAsync(client, "ted", cancellationToken);

    /// <summary>Mercell, likewise.</summary>
    [Function(nameof(WatchMercell))]
    public Task WatchMercell([TimerTrigger("40 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        watches.StartIfDueAsync(client, "mercell", cancellationToken);

    /// <summary>Wakes the cases that have something waiting, and raises deadlines that passed: whatever was missed is made good here.</summary>
    [Function(nameof(Settle))]
    public async Task Settle([TimerTrigger("10 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        // First what waits already: neither a slow mail server nor a case whose deadline cannot be raised keeps others from moving.
        await bells.RingAsync(client, cancellationToken);
        await deadlines.RaiseAsync(cancellationToken);
        await bells.RingAsync(client, cancellationToken);
    }

    /// <summary>Makes the message of the day when its time has come, and sends what waits; by a clock of its own.</summary>
    [Function(nameof(SendMessages))]
    public async Task SendMessages([TimerTrigger("35 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        await daily.RunAsync(cancellationToken);
        await outbox.RunAsync(cancellationToken);
        await bells.RingAsync(client, cancellationToken);
    }

    /// <summary>Looks after the alarms, by a clock of its own: a watch that hangs must not keep one from being raised.</summary>
    [Function(nameof(CheckAlarms))]
    public async Task CheckAlarms([TimerTrigger("30 */10 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            // A new service has much to read first; the end of the first run looks at the alarm.
            if ((await states.GetSourceAsync(source.Name, cancellationToken)).LastRun is not null) await alarms.CheckAsync(source.Name, cancellationToken);
        }
    }

    /// <summary>Forgets the answers to old requests, once a day.</summary>
    [Function(nameof(ForgetRequests))]
    public Task ForgetRequests([TimerTrigger("0 20 3 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        requests.ForgetAsync(time.GetUtcNow() - RequestClaim.KeptFor, cancellationToken);

    /// <summary>After an upgrade: reads again what could not be read, and rechecks the cases that other rules have judged.</summary>
    [Function(nameof(FollowUpgrade))]
    public async Task FollowUpgrade([TimerTrigger("50 */30 * * * *", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        await intake.RetryQuarantinedAsync(cancellationToken);
        await changedRules.RaiseAsync(cancellationToken);
        await bells.RingAsync(client, cancellationToken);
    }
}
