using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Local.Hosting;

/// <summary>
/// Moves cases on one machine: takes the waiting events of each case in order and runs an episode for each. An episode that does not
/// get through is tried again, then set aside with its reason; the case shows it and goes on with its next event.
/// </summary>
internal sealed partial class CaseEngine(
    ICaseInbox inbox, ICases cases, CaseEpisode episode, ActivityTable activities, IEnumerable<ICheck> checks, TimeProvider time, ILogger<CaseEngine> logger)
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
                var state = await episode.RunAsync(context, caseId, caseEvent);
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
        var state = await cases.FindAsync(caseId, cancellationToken) ?? new CaseState { Id = caseId, Ledger = LedgerHead.Start };
        await cases.SaveAsync(state with { Stuck = reason }, cancellationToken);
    }

    /// <summary>Raises the event of every deadline that has passed.</summary>
    public async Task RaiseDeadlinesAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var due in await cases.DueAsync(now, cancellationToken))
        {
            var deadline = due.NextDeadline!.Value;
            var id = Digest.Of($"{CaseEventKinds.DeadlinePassed}|{due.Id}|{deadline:O}").Hex[..32];
            var body = System.Text.Json.JsonSerializer.SerializeToElement(new { deadline });
            await inbox.RaiseAsync(due.Id, new CaseEvent(id, CaseEventKinds.DeadlinePassed, now, body), cancellationToken);
        }
    }

    /// <summary>Asks for a recheck of every case whose findings another version of a rule gave: a changed threshold holds for all cases.</summary>
    public async Task RaiseRechecksAsync(CancellationToken cancellationToken)
    {
        var rules = string.Join(' ', checks.Select(check => $"{check.Id}={check.Version}").Order(StringComparer.Ordinal));
        foreach (var state in await cases.ListAsync(cancellationToken))
        {
            var used = string.Join(' ', state.Checks.Select(result => $"{result.Check}={result.RuleVersion}").Order(StringComparer.Ordinal));
            if (state.MergedInto is not null || state.OpenedAt is null || used == rules) continue;
            var id = Digest.Of($"{CaseEventKinds.RecheckRequested}|{state.Id}|{state.Ledger.Sequence}|{rules}").Hex[..32];
            var body = System.Text.Json.JsonSerializer.SerializeToElement(new { reason = "rules-changed", from = used, to = rules });
            await inbox.RaiseAsync(state.Id, new CaseEvent(id, CaseEventKinds.RecheckRequested, time.GetUtcNow(), body), cancellationToken);
        }
    }

    [LoggerMessage(201, LogLevel.Error, "Case {CaseId}: the episode for {Kind} failed at attempt {Attempt}")]
    private static partial void LogEpisodeFailed(ILogger logger, Exception fault, string caseId, string kind, int attempt);
}
