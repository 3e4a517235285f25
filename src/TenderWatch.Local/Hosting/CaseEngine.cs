using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Telemetry;

namespace TenderWatch.Local.Hosting;

/// <summary>
/// Moves cases on one machine: takes the waiting events of each case in order and runs an episode for each. An episode that does not
/// get through is tried again, then set aside with its reason; the case shows it and goes on with its next event.
/// </summary>
internal sealed partial class CaseEngine(
    ICaseInbox inbox, ICases cases, CaseEpisode episode, ActivityTable activities, TimeProvider time, ILogger<CaseEngine> logger)
{
    private const int Attempts = 3;
    private const int CasesAtOnce = 4;

    /// <summary>Handles everything that waits.</summary>
    /// <param name="setAside">The events set aside by this settling, which leaves them alone from then on.</param>
    /// <param name="progress">Told of each case after each of its episodes.</param>
    /// <param name="cancellationToken">Stops between two activities; the episode goes on at the next start.</param>
    /// <returns>How many episodes got through.</returns>
    public async Task<int> DrainAsync(ConcurrentDictionary<string, bool> setAside, IProgress<CaseState>? progress, CancellationToken cancellationToken)
    {
        var total = 0;
        while (true)
        {
            var handled = 0;
            await Parallel.ForEachAsync(
                await inbox.WaitingCasesAsync(cancellationToken),
                new ParallelOptions { MaxDegreeOfParallelism = CasesAtOnce, CancellationToken = cancellationToken },
                async (caseId, token) => Interlocked.Add(ref handled, await HandleCaseAsync(caseId, setAside, progress, token)));
            if (handled == 0) return total;
            total += handled;
        }
    }

    private async Task<int> HandleCaseAsync(string caseId, ConcurrentDictionary<string, bool> setAside, IProgress<CaseState>? progress, CancellationToken cancellationToken)
    {
        var handled = 0;
        foreach (var waiting in await inbox.WaitingAsync(caseId, cancellationToken))
        {
            if (setAside.ContainsKey(Name(caseId, waiting))) continue;
            if (await HandleAsync(caseId, waiting, cancellationToken) is { } state)
            {
                handled++;
                progress?.Report(state);
            }
            else
            {
                setAside[Name(caseId, waiting)] = true;
            }
        }

        return handled;
    }

    private static string Name(string caseId, WaitingEvent waiting) => $"{caseId}/{waiting.Event.Id}";

    private async Task<CaseState?> HandleAsync(string caseId, WaitingEvent waiting, CancellationToken cancellationToken)
    {
        var caseEvent = waiting.Event;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var context = await LocalReviewContext.StartAsync(inbox, activities, caseId, caseEvent.Id, afresh: waiting.Stuck is not null, time, cancellationToken);
                var state = await ObservedEpisode.RunAsync(caseId, caseEvent, () => episode.RunAsync(context, caseId, caseEvent));
                await inbox.CompleteAsync(caseId, caseEvent.Id, cancellationToken);
                return state;
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                LogEpisodeFailed(logger, fault, caseId, caseEvent.Kind, attempt);
                if (attempt < Attempts)
                {
                    await Task.Delay(TimeSpan.FromSeconds(attempt), time, cancellationToken);
                    continue;
                }

                await SetAsideAsync(caseId, caseEvent, fault, cancellationToken);
                return null;
            }
        }
    }

    private async Task SetAsideAsync(string caseId, CaseEvent caseEvent, Exception fault, CancellationToken cancellationToken)
    {
        var reason = $"The event {caseEvent.Kind} of {caseEvent.At:u} could not be handled: {fault.Message}";
        await inbox.SetAsideAsync(caseId, caseEvent.Id, reason, cancellationToken);
        Measures.Stuck(caseEvent.Kind);
        var state = await cases.FindAsync(caseId, cancellationToken) ?? new CaseState { Id = caseId, Ledger = LedgerHead.Start };
        await cases.SaveAsync(state with { Stuck = reason }, cancellationToken);
    }

    [LoggerMessage(201, LogLevel.Error, "Case {CaseId}: the episode for {Kind} failed at attempt {Attempt}")]
    private static partial void LogEpisodeFailed(ILogger logger, Exception fault, string caseId, string kind, int attempt);
}
