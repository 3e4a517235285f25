using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Watching;
using TenderWatch.Hosting;
using TenderWatch.Hosting.Settings;

namespace TenderWatch.Local.Hosting;

/// <summary>The composition root of the local host.</summary>
internal static class LocalServices
{
    public static IServiceCollection AddTenderWatch(this IServiceCollection services, TenderWatchSettings settings, IReadOnlyList<WatchProfile> profiles)
    {
        services.AddTenderWatchProduct(settings, profiles, listensOnLoopbackOnly: true);
        services.AddSingleton<FileIntake>();
        services.AddSingleton<ActivityTable>();
        services.AddSingleton<CaseEngine>();
        services.AddSingleton<Pipeline>();
        services.AddSingleton<AlarmWatch>();
        services.AddSingleton<PromptSettling>();
        return services;
    }

    /// <summary>Logs to standard error, so that standard output carries results alone.</summary>
    public static void LogToStandardError(ILoggingBuilder logging, LogLevel minimum) => logging
        .ClearProviders()
        .SetMinimumLevel(minimum)
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("System.Net.Http", LogLevel.Warning)
        .AddFilter("Polly", LogLevel.None)
        .AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        })
        .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}
