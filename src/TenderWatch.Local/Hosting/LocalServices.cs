using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Bids;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Rechecks;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Core.Watching;
using TenderWatch.Extraction.BidFiles;
using TenderWatch.Local.Settings;
using TenderWatch.Notifications;
using TenderWatch.Sources;
using TenderWatch.Storage;
using TenderWatch.Web;

namespace TenderWatch.Local.Hosting;

/// <summary>The composition root of the local host: the only place here that names the system clock and randomness.</summary>
internal static class LocalServices
{
    public static IServiceCollection AddTenderWatch(this IServiceCollection services, TenderWatchSettings settings, IReadOnlyList<WatchProfile> profiles)
    {
#pragma warning disable RS0030 // A composition root may name the system clock.
        services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        services.AddTenderWatchStorage(settings.Storage);
        services.AddSingleton(settings.Sources);
        services.AddTenderWatchSources(settings.Sources, stream => NoticeXml.Read(stream));
        services.AddTenderWatchNotifications(settings.Notifications);
        services.AddTenderWatchWeb(settings.Web);

        var checks = CheckList.All(settings.Checks, HolidayFile.Load(settings.Checks.CommissionHolidays, out _));
        foreach (var check in checks) services.AddSingleton(check);
        services.AddSingleton(settings.Checks);
        services.AddSingleton(profiles);
        services.AddSingleton(new CaseEpisode([.. checks.Select(check => check.Id)]));
        services.AddSingleton<CaseActivities>();
        services.AddSingleton(provider => new Replay(provider.GetRequiredService<ILedger>(), provider.GetRequiredService<IEvidenceStore>(), rules => CheckList.All(rules, HolidayFile.Load(rules.CommissionHolidays, out _))));
        services.AddSingleton<DryRun>();
        services.AddSingleton<CaseEntrance>();
        services.AddSingleton<StatementEntry>();
        services.AddSingleton<ExplanationEntry>();
        services.AddSingleton<IBidReader, BidReader>();
        services.AddSingleton<BidEntry>();
        services.AddSingleton<FilingEntry>();
        services.AddSingleton<ExplanationPapers>();
        services.AddSingleton<NoticeIntake>();
        services.AddSingleton<FileIntake>();
        services.AddSingleton<SourceWatch>();
        services.AddSingleton(new AlarmRule(settings.Watch.AlarmAfter));
        services.AddSingleton<SourceAlarms>();
        services.AddSingleton<ActivityTable>();
        services.AddSingleton<CaseEngine>();
        services.AddSingleton<Pipeline>();
        services.AddSingleton<AlarmWatch>();
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
