namespace TenderWatch.Core.Telemetry;

/// <summary>The names of the spans; <c>docs/telemetry.md</c> explains each.</summary>
public static class Spans
{
    /// <summary>One run over a source.</summary>
    public const string Watch = "watch";

    /// <summary>One request to a source, without the waiting before it; a repeated request has a span of its own.</summary>
    public const string SourceRequest = "source.request";

    /// <summary>Taking one publication in.</summary>
    public const string Notice = "notice";

    /// <summary>One attempt at an episode of a case.</summary>
    public const string Case = "case";

    /// <summary>Recording the event of an episode.</summary>
    public const string Event = "event";

    /// <summary>Asking a model about the texts of a case.</summary>
    public const string Model = "model";

    /// <summary>Gathering the facts of a case.</summary>
    public const string Facts = "facts";

    /// <summary>Running one check.</summary>
    public const string Check = "check";

    /// <summary>Recording the findings.</summary>
    public const string Findings = "findings";

    /// <summary>Composing and queueing the messages.</summary>
    public const string Notify = "notify";

    /// <summary>One attempt to send a message.</summary>
    public const string Message = "message";
}
