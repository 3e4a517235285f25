using Microsoft.Extensions.Logging;
using TenderWatch.Core.Leases;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Turns;
using TenderWatch.Core.Telemetry;

namespace TenderWatch.Local.Hosting;

/// <summary>
/// Moves cases on one machine: takes the waiting events of each case in order and runs an episode for each, under a lease of the case.
/// An episode that does not get through is tried again, then set aside with its reason; the case shows it and goes on with its next event.
/// </summary>
internal sealed partial class CaseEngine(
    ICaseInbox inbox, ICases cases, CaseEpisode episode, ActivityTable activities, InboxActivities around, ILeases leases, TimeProvider time, ILogger<CaseEngine> logger)
{
    private const int Attempts = 3;
    private const int CasesAtOnce = 4;

    /// <summary>Handles everything that waits.</summary>
    /// <param name="settling">What this settling leaves alone.</param>
    /// <param name="progress">Told of each case after each of its episodes.</param>
    /// <param name="cancellationToken">Stops between two activities; the episode goes on at the next start.</param>
    /// <returns>How many episodes got through.</returns>
    public async Task<int> DrainAsync(Settling settling, IProgress<CaseState>? progress, CancellationToken cancellationToken)
    {
        var total = 0;
        while (true)
        {
            var handled = 0;
            settling.Held.Clear();
            await Parallel.ForEachAsync(
                await inbox.WaitingCasesAsync(cancellationToken),
                new ParallelOptions { MaxDegreeOfParallelism = CasesAtOnce, CancellationToken = cancellationToken },
                async (caseId, token) => Interlocked.Add(ref handled, await HandleCaseAsync(caseId, settling, progress, token)));
            if (handled == 0) return total;
            total += handled;
        }
    }

    private async Task<int> HandleCaseAsync(string caseId, Settling settling, IProgress<CaseState>? progress, CancellationToken cancellationToken)
    {
        if (!await settling.HasWorkAsync(inbox, caseId, cancellationToken)) return 0;
        var (lease, heldBy) = await leases.TryTakeAsync("case:" + caseId, cancellationToken);
        if (lease is null)
        {
            settling.Held[caseId] = heldBy!;
            return 0;
        }

        await using (lease)
        {
            using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
            var handled = 0;
            try
            {
                // Read under the lease: another host may have handled some of it.
                var waiting = await inbox.WaitingAsync(caseId, held.Token);
                var stuck = waiting.Where(each => each.Stuck is not null).ToDictionary(each => each.Event.Id, each => each.Stuck!, StringComparer.Ordinal);
                foreach (var each in waiting)
                {
                    if (settling.IsSetAside(caseId, each)) continue;
                    var others = stuck.FirstOrDefault(one => one.Key != each.Event.Id).Value;
                    if (await HandleAsync(caseId, each, others, held.Token) is { } state)
                    {
                        stuck.Remove(each.Event.Id);
                        handled++;
                        progress?.Report(state);
                    }
                    else
                    {
                        settling.SetAside(caseId, each);
                        stuck[each.Event.Id] = (await cases.FindAsync(caseId, held.Token))?.Stuck ?? "set aside";
                    }
                }
            }
            catch (OperationCanceledException) when (lease.Lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                settling.Held[caseId] = "another host, since this one could not renew its lease";
            }

            return handled;
        }
    }

    private async Task<CaseState?> HandleAsync(string caseId, WaitingEvent waiting, string? stuck, CancellationToken cancellationToken)
    {
        var caseEvent = waiting.Event;
        var afresh = waiting.Stuck is not null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var context = await LocalReviewContext.StartAsync(inbox, cases, activities, caseId, caseEvent.Id, afresh, time, cancellationToken);
                var state = await ObservedEpisode.RunAsync(caseId, caseEvent, () => episode.RunAsync(context, caseId, caseEvent, stuck));
                await inbox.CompleteAsync(caseId, caseEvent.Id, cancellationToken);
                return state;
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                LogEpisodeFailed(logger, fault, caseId, caseEvent.Kind, attempt);
                afresh |= fault is StaleStateException or EarlierEpisodeException;
                if (attempt < Attempts)
                {
                    await Task.Delay(TimeSpan.FromSeconds(attempt), time, cancellationToken);
                    continue;
                }

                await around.SetAsideAsync(new StuckEvent(caseId, caseEvent, fault.Message, Recorded: null), cancellationToken);
                return null;
            }
        }
    }

    /// <summary>Says which cases another host moves, so that nobody takes silence for a case at rest.</summary>
    public void Tell(Settling settling)
    {
        foreach (var (caseId, holder) in settling.Held) LogHeld(logger, caseId, holder);
    }

    [LoggerMessage(201, LogLevel.Error, "Case {CaseId}: the episode for {Kind} failed at attempt {Attempt}")]
    private static partial void LogEpisodeFailed(ILogger logger, Exception fault, string caseId, string kind, int attempt);

    [LoggerMessage(202, LogLevel.Warning, "Case {CaseId} is moved by another host now ({Holder}). What was entered is kept and is handled there, or here once that host has ended.")]
    private static partial void LogHeld(ILogger logger, string caseId, string holder);
}
