using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using TenderWatch.Core.Telemetry;
using TenderWatch.Hosting.Settings;

namespace TenderWatch.Hosting.Telemetry;

/// <summary>Puts the exporters into a host.</summary>
public static class TelemetryServices
{
    /// <summary>Adds what the settings ask for; where that is nothing, nobody listens and nothing is measured.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">Valid settings.</param>
    public static IServiceCollection AddTenderWatchTelemetry(this IServiceCollection services, TelemetrySettings settings)
    {
        if (!settings.IsOn) return services;
        services.AddLogging(logging => logging
            .AddFilter<OpenTelemetryLoggerProvider>(null, LogLevel.Warning)
            .AddFilter<OpenTelemetryLoggerProvider>("TenderWatch", LogLevel.Information));
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                Environment.GetEnvironmentVariable("OTEL_SERVICE_NAME") is { Length: > 0 } name ? name : "TenderWatch",
                serviceVersion: typeof(TelemetryServices).Assembly.GetName().Version!.ToString(3)))
            .WithTracing(traces => Export(traces, settings))
            .WithMetrics(metrics => Export(metrics, settings))
            .WithLogging(logs => Export(logs, settings));
        return services;
    }

    /// <summary>Begins to listen in a host that does work before, or without, being started as a service.</summary>
    /// <param name="services">The services.</param>
    public static void StartTelemetry(this IServiceProvider services)
    {
        services.GetService<TracerProvider>();
        services.GetService<MeterProvider>();
    }

    private static void Export(TracerProviderBuilder traces, TelemetrySettings settings)
    {
        // By the trace id alone: what continues a trace after days decides as its beginning did, whoever began it.
        traces.AddSource(Traces.Name).SetSampler(new TraceIdRatioBasedSampler(settings.TracesShare));
        if (settings.Otlp) traces.AddOtlpExporter();
        if (settings.AzureMonitor) traces.AddAzureMonitorTraceExporter(Address);
    }

    private static void Export(MeterProviderBuilder metrics, TelemetrySettings settings)
    {
        metrics.AddMeter(Measures.Name);
        if (settings.Otlp) metrics.AddOtlpExporter();
        if (settings.AzureMonitor) metrics.AddAzureMonitorMetricExporter(Address);
    }

    private static void Export(LoggerProviderBuilder logs, TelemetrySettings settings)
    {
        // Before the exporters, which see what it leaves.
        logs.AddProcessor(new ExportedLogs());
        if (settings.Otlp) logs.AddOtlpExporter();
        if (settings.AzureMonitor) logs.AddAzureMonitorLogExporter(Address);
    }

    private static void Address(AzureMonitorExporterOptions options)
    {
        options.ConnectionString = Environment.GetEnvironmentVariable(TelemetrySettings.AzureMonitorVariable);
        options.Credential = new DefaultAzureCredential();
    }
}
