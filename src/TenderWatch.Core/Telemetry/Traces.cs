using System.Diagnostics;

namespace TenderWatch.Core.Telemetry;

/// <summary>
/// The spans of the way from watch to message. Work that waits in storage takes up the trace of what caused it by its traceparent (W3C Trace Context), so
/// that the way has one trace id. Nobody listening, nothing is made.
/// </summary>
public static class Traces
{
    /// <summary>The name of the source of all spans.</summary>
    public const string Name = "TenderWatch.Pipeline";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>What to store beside work that waits; <see langword="null"/> where nobody listens.</summary>
    public static string? Parent => Source.HasListeners() && Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>Starts a span below the one under way.</summary>
    /// <param name="span">Its name; see <see cref="Spans"/>.</param>
    /// <param name="kind">Whether another system is asked.</param>
    /// <returns><see langword="null"/> where nobody listens.</returns>
    public static Activity? Start(string span, ActivityKind kind = ActivityKind.Internal) => Source.StartActivity(span, kind);

    /// <summary>
    /// Starts a span of work that waited. It belongs to the trace that caused the work; where another one is under way, that is linked.
    /// </summary>
    /// <param name="span">Its name; see <see cref="Spans"/>.</param>
    /// <param name="traceParent">What was stored beside the work.</param>
    /// <param name="kind">Whether another system is asked.</param>
    /// <returns><see langword="null"/> where nobody listens.</returns>
    public static Activity? Continue(string span, string? traceParent, ActivityKind kind = ActivityKind.Internal)
    {
        if (!Source.HasListeners()) return null;
        var current = Activity.Current;
        if (!ActivityContext.TryParse(traceParent, null, isRemote: true, out var cause) || cause.TraceId == current?.TraceId) return Source.StartActivity(span, kind);
        return Source.StartActivity(span, kind, cause, links: current is null ? null : [new ActivityLink(current.Context)]);
    }

    /// <summary>Names what the span is about.</summary>
    /// <param name="span">The span.</param>
    /// <param name="attribute">See <see cref="Attributes"/>.</param>
    /// <param name="value">An id or a word of ours.</param>
    public static Activity? With(this Activity? span, string attribute, string? value) => span?.SetTag(attribute, value);

    /// <summary>Marks the span as failed.</summary>
    /// <param name="span">The span.</param>
    /// <param name="code">A code of ours, or the type of an exception. Not its text, which may quote what was read.</param>
    public static void Failed(this Activity? span, string code) => span?.SetTag(Attributes.ErrorType, code).SetStatus(ActivityStatusCode.Error);

    /// <summary>Marks the span as failed.</summary>
    /// <param name="span">The span.</param>
    /// <param name="fault">Only its type is kept.</param>
    public static void Failed(this Activity? span, Exception fault) => span.Failed(fault.GetType().Name);
}
