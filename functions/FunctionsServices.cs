using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Hosting;
using TenderWatch.Hosting.Settings;
using TenderWatch.Hosting.Web;

namespace TenderWatch.Functions;

/// <summary>The composition root of the Functions app.</summary>
internal static class FunctionsServices
{
    /// <param name="services">The services of the worker.</param>
    /// <param name="settings">Valid settings.</param>
    public static IServiceCollection AddTenderWatchFunctions(this IServiceCollection services, TenderWatchSettings settings) => services
        .AddTenderWatchProduct(settings, WatchSettings.LoadProfiles(settings.Watch.ProfilesInUse, out _))
        .AddSingleton(settings.Watch)
        .AddSingleton<RequestDispatcher>()
        .AddSingleton<CaseBells>()
        .AddSingleton<WatchStarts>();
}
