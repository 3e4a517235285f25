using OpenTelemetry;
using OpenTelemetry.Logs;

namespace TenderWatch.Hosting.Telemetry;

/// <summary>
/// Takes out of log records what may quote a notice, a bid, a person or a secret, before they are exported: of ours stay the template and the values that are ids,
/// codes and counts; of those of libraries, category, level and event; of an exception its type.
/// </summary>
internal sealed class ExportedLogs : BaseProcessor<LogRecord>
{
    private const string ExceptionType = "exception.type";
    private const string Template = "{OriginalFormat}";

    /// <summary>The names of values that are exported; <c>docs/telemetry.md</c> lists them by event.</summary>
    public static readonly IReadOnlySet<string> Values = new HashSet<string>(StringComparer.Ordinal)
    {
        "Attempt", "Attempts", "CaseId", "Channel", "Code", "Condition", "Containers", "Endpoint", "Failures", "Id", "Key", "Kind", "LongestRun", "Message", "New", "NotBefore", "Reference", "Sha256",
        "Since", "Source", "Subject", "TedNumber",
    };

    /// <inheritdoc/>
    public override void OnEnd(LogRecord data)
    {
        var isOurs = data.CategoryName?.StartsWith("TenderWatch.", StringComparison.Ordinal) == true;
        var kept = new List<KeyValuePair<string, object?>>();
        if (isOurs && data.Attributes is { } all) kept.AddRange(all.Where(value => value.Key == Template || Values.Contains(value.Key)));
        // The event makes its template fixed: text that somebody logged as it was has none.
        if (!isOurs || data.EventId.Id == 0)
        {
            kept.Clear();
            data.Body = null;
        }

        if (data.Exception is { } fault) kept.Add(new(ExceptionType, fault.GetType().Name));
        data.Attributes = kept;
        data.Exception = null;
        data.FormattedMessage = null;
    }
}
