using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Leases;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Watching;
using TenderWatch.Notifications.Daily;
using TenderWatch.Notifications.Sending;

namespace TenderWatch.Notifications;

/// <summary>Puts the notifications into a host.</summary>
public static class NotificationServices
{
    /// <summary>
    /// Adds the composer, the senders and the dispatcher. The host gives the checks, the ports (outbox, evidence, inbox), the clock and logging.
    /// </summary>
    public static IServiceCollection AddTenderWatchNotifications(this IServiceCollection services, NotificationSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<IMessageComposer, MessageComposer>();
        services.AddSingleton(new ReminderRule(settings.RemindDaysBefore));
        services.AddSingleton<BundleQueue>().AddSingleton<Bundling>();
        services.AddSingleton(provider => new OutboxDispatcher(
            provider.GetRequiredService<IOutbox>(),
            provider.GetRequiredService<IEvidenceStore>(),
            provider.GetRequiredService<ICaseInbox>(),
            provider.GetServices<IMessageSender>(),
            settings,
            provider.GetRequiredService<Bundling>(),
            provider.GetRequiredService<ILeases>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<OutboxDispatcher>>()));
        services.AddSingleton(provider => new DailyMessages(
            settings,
            provider.GetRequiredService<ICases>(),
            provider.GetRequiredService<SourceReport>(),
            provider.GetRequiredService<ICheckpointStore>(),
            provider.GetRequiredService<IOutbox>(),
            provider.GetRequiredService<BundleQueue>(),
            provider.GetRequiredService<ILeases>(),
            provider.GetRequiredService<TimeProvider>()));
        if (settings.Smtp.Host.Length > 0) services.AddSingleton<IMessageSender, SmtpSender>();
        services.AddSingleton<IMessageSender, TeamsSender>();
        services.AddHttpClient(TeamsSender.ClientName, client => client.Timeout = TimeSpan.FromSeconds(30))
            .RemoveAllLoggers() // the address is a secret, and the loggers print it
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ActivityHeadersPropagator = null, // no activities either: they carry the address
            });
        return services;
    }
}
