using TenderWatch.Core.Notices;
using TenderWatch.Core.Watching;

namespace TenderWatch.Core.Telemetry;

/// <summary>Taking one publication in, with its span and its count.</summary>
internal static class ObservedIntake
{
    /// <summary>Runs it.</summary>
    public static async Task<IntakeResult> RunAsync(NoticeKey key, Func<Task<IntakeResult>> take)
    {
        using var span = Traces.Start(Spans.Notice).With(Attributes.Notice, key.ToString());
        try
        {
            var result = await take();
            Measures.Taken(result);
            span.With(Attributes.Outcome, Measures.OutcomeOf(result)).With(Attributes.Case, result.HasCase ? result.ProcurementId : null);
            if (result.Fault is { } fault) span.Failed(fault.Code);
            return result;
        }
        catch (Exception fault)
        {
            span.Failed(fault);
            throw;
        }
    }
}
