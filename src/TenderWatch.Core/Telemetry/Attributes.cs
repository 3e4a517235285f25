namespace TenderWatch.Core.Telemetry;

/// <summary>
/// The names of the attributes of spans and metrics. Their values are ids, counts, verdicts and names of checks, sources and channels: nothing that a
/// notice, a bid or a person says, no address of a person, no webhook and no text of an exception, which may quote any of these.
/// </summary>
public static class Attributes
{
    /// <summary>The name of a source.</summary>
    public const string Source = "tenderwatch.source";

    /// <summary>The key of a publication.</summary>
    public const string Notice = "tenderwatch.notice";

    /// <summary>The id of a case.</summary>
    public const string Case = "tenderwatch.case";

    /// <summary>The kind of an event.</summary>
    public const string Event = "tenderwatch.event";

    /// <summary>The id of a check.</summary>
    public const string Check = "tenderwatch.check";

    /// <summary>A verdict.</summary>
    public const string Verdict = "tenderwatch.verdict";

    /// <summary>The id of a message.</summary>
    public const string Message = "tenderwatch.message";

    /// <summary>A channel of messages.</summary>
    public const string Channel = "tenderwatch.channel";

    /// <summary>What messages are about: <c>case</c> or <c>source</c>.</summary>
    public const string About = "tenderwatch.about";

    /// <summary>What came of it.</summary>
    public const string Outcome = "tenderwatch.outcome";

    /// <summary>The condition of a source.</summary>
    public const string Condition = "tenderwatch.condition";

    /// <summary>How the quarantine or an alarm changed.</summary>
    public const string Change = "tenderwatch.change";

    /// <summary>The kind of storage: <c>blob</c> or <c>table</c>.</summary>
    public const string Storage = "tenderwatch.storage";

    /// <summary>The code of a failure, or the type of an exception; never its text.</summary>
    public const string ErrorType = "error.type";

    /// <summary>Whether tokens are of questions (<c>input</c>) or of answers (<c>output</c>); a name of OpenTelemetry.</summary>
    public const string TokenType = "gen_ai.token.type";

    /// <summary>A currency, ISO 4217.</summary>
    public const string Currency = "tenderwatch.currency";

    /// <summary>The method of a request.</summary>
    public const string Method = "http.request.method";

    /// <summary>The status of an answer.</summary>
    public const string Status = "http.response.status_code";

    /// <summary>The host that was asked.</summary>
    public const string Server = "server.address";
}
