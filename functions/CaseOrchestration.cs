using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using TenderWatch.Core.Reviews.Turns;

namespace TenderWatch.Functions;

/// <summary>
/// A case: turn after turn while events wait, then a rest until it is woken or its deadline comes, and anew. Its instance has the id
/// of the case. Everything that moves it is in its inbox; the external event <see cref="Wake"/> says no more than to look there.
/// </summary>
public sealed class CaseOrchestration(CaseTurn turn)
{
    /// <summary>The name of the orchestration.</summary>
    public const string Name = "Case";

    /// <summary>The external event that wakes a case.</summary>
    public const string Wake = nameof(Wake);

    // Durable Task cuts longer timers into pieces of three days; beginning anew for each keeps the history as short.
    private static readonly TimeSpan LongestRest = TimeSpan.FromDays(3);

    /// <summary>Runs one turn, or rests, then begins anew.</summary>
    [Function(Name)]
    public async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        // The events that earlier turns set aside; they are tried again after a rest.
        IReadOnlyList<string> setAside = context.GetInput<string[]>() ?? [];
        switch (await turn.RunAsync(new DurableReviewContext(context), context.InstanceId, setAside))
        {
            case TurnResult.GoOn next:
                setAside = next.SetAside;
                break;
            case TurnResult.NothingWaits rest:
                await RestAsync(context, rest.Deadline);
                setAside = [];
                break;
        }

        // Whoever woke the case during this turn had put the event into the inbox before: the next turn finds it there.
        context.ContinueAsNew(setAside.ToArray(), preserveUnprocessedEvents: false);
    }

    private static async Task RestAsync(TaskOrchestrationContext context, DateTimeOffset? deadline)
    {
        var woken = context.WaitForExternalEvent<object?>(Wake);
        if (deadline is not { } moment)
        {
            await woken;
            return;
        }

        using var rest = new CancellationTokenSource();
        var latest = context.CurrentUtcDateTime + LongestRest;
        var timer = context.CreateTimer(moment.UtcDateTime < latest ? moment.UtcDateTime : latest, rest.Token);
        if (await Task.WhenAny(woken, timer) == timer) return;
#pragma warning disable CA1849, MA0042 // An orchestration awaits nothing but what Durable Task gives it.
        rest.Cancel();
#pragma warning restore CA1849, MA0042
    }
}
