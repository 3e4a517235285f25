using System.Diagnostics;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Telemetry;

/// <summary>One attempt at an episode on a host that runs it in one go, with its span and its duration. It belongs to the trace that raised its event.</summary>
public static class ObservedEpisode
{
    /// <summary>Runs it.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="caseEvent">The event.</param>
    /// <param name="episode">The attempt.</param>
    public static async Task<CaseState> RunAsync(string caseId, CaseEvent caseEvent, Func<Task<CaseState>> episode)
    {
        using var span = Traces.Continue(Spans.Case, caseEvent.TraceParent, ActivityKind.Consumer).With(Attributes.Case, caseId).With(Attributes.Event, caseEvent.Kind);
        var since = Stopwatch.GetTimestamp();
        try
        {
            var state = await episode();
            Measures.Handled(caseEvent.Kind, null, since);
            return state;
        }
        catch (Exception fault)
        {
            span.Failed(fault);
            Measures.Handled(caseEvent.Kind, fault.GetType().Name, since);
            throw;
        }
    }
}
