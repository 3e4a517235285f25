using TenderWatch.Core.Checks;
using TenderWatch.Core.Retention;
using TenderWatch.Extraction.Model;
using TenderWatch.Notifications;
using TenderWatch.Sources;
using TenderWatch.Storage;
using TenderWatch.Web;

namespace TenderWatch.Hosting.Settings;

/// <summary>All settings, section by section; <c>docs/settings.md</c> explains each.</summary>
public sealed class TenderWatchSettings
{
    /// <summary>Where everything is kept.</summary>
    public StorageSettings Storage { get; set; } = new();

    /// <summary>How the ledgers are held to what they were.</summary>
    public EvidenceSettings Evidence { get; set; } = new();

    /// <summary>For how long evidence is kept.</summary>
    public RetentionSettings Retention { get; set; } = new();

    /// <summary>Where notices come from.</summary>
    public SourcesSettings Sources { get; set; } = new();

    /// <summary>How facts are read from text.</summary>
    public ExtractionSettings Extraction { get; set; } = new();

    /// <summary>What is watched, and when.</summary>
    public WatchSettings Watch { get; set; } = new();

    /// <summary>Thresholds of the checks.</summary>
    public CheckSettings Checks { get; set; } = new();

    /// <summary>The questions that cases are asked.</summary>
    public AnswerSettings Answers { get; set; } = new();

    /// <summary>Who is told, and how.</summary>
    public NotificationSettings Notifications { get; set; } = new();

    /// <summary>The pages.</summary>
    public WebSettings Web { get; set; } = new();

    /// <summary>Where telemetry goes.</summary>
    public TelemetrySettings Telemetry { get; set; } = new();
}
