using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Messages;
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
        services.AddSingleton<OutboxDispatcher>();
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
