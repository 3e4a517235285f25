using System.Globalization;
using TenderWatch.Core.Settings;

namespace TenderWatch.Hosting.Settings;

/// <summary>Where telemetry goes: nowhere, unless it is asked for.</summary>
public sealed class TelemetrySettings : ISettings
{
    /// <summary>The variable that names the Application Insights to send to.</summary>
    public const string AzureMonitorVariable = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Whether it is sent by OTLP, to where the standard <c>OTEL_EXPORTER_OTLP_…</c> variables say.</summary>
    public bool Otlp { get; set; }

    /// <summary>Whether it is sent to the Application Insights of <see cref="AzureMonitorVariable"/>, signed in with the identity of the service.</summary>
    public bool AzureMonitor { get; set; }

    /// <summary>The share of traces that are kept, 0 to 1. Metrics and logs are always whole.</summary>
    public double TracesShare { get; set; } = 1;

    /// <summary>Whether anything is sent.</summary>
    public bool IsOn => Otlp || AzureMonitor;

    /// <inheritdoc/>
    public IEnumerable<SettingFault> Validate()
    {
        if (!(TracesShare is >= 0 and <= 1)) yield return new SettingFault(nameof(TracesShare), TracesShare.ToString(CultureInfo.InvariantCulture), "0 to 1");
        if (AzureMonitor && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(AzureMonitorVariable)))
            yield return new SettingFault(nameof(AzureMonitor), "true", $"true only where the environment has {AzureMonitorVariable}");
    }
}
