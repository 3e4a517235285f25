using System.Diagnostics;
using TenderWatch.Core.Watching;

namespace TenderWatch.Core.Telemetry;

/// <summary>One run over a source, with its span and its duration.</summary>
internal static class ObservedWatch
{
    /// <summary>Runs it.</summary>
    public static async Task<WatchSummary> RunAsync(string source, Func<Task<WatchSummary>> watch)
    {
        using var span = Traces.Start(Spans.Watch).With(Attributes.Source, source);
        var since = Stopwatch.GetTimestamp();
        try
        {
            var summary = await watch();
            if (summary.Failure is { } failure) span.Failed(failure.Code);
            Measures.Watched(source, summary.Failure?.Code, since);
            return summary;
        }
        catch (Exception fault)
        {
            span.Failed(fault);
            Measures.Watched(source, fault.GetType().Name, since);
            throw;
        }
    }
}
