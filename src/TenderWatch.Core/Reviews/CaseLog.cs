using Microsoft.Extensions.Logging;

namespace TenderWatch.Core.Reviews;

/// <summary>What every host says of a case in the log, so that one alert finds it whichever host it is.</summary>
public static partial class CaseLog
{
    /// <summary>A case is stuck: an event of it was set aside. The alerts of <c>infra/bicep</c> look for this event. The reason is not in it, for it may quote what was read.</summary>
    /// <param name="logger">Of whoever set it aside.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="kind">The kind of the event.</param>
    [LoggerMessage(EventId = 210, EventName = "CaseStuck", Level = LogLevel.Error, Message = "Case {CaseId} is stuck: its event {Kind} is set aside; the page of the case has the reason")]
    public static partial void Stuck(ILogger logger, string caseId, string kind);
}
