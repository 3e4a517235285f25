using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Hosting;
using TenderWatch.Hosting.Settings;
using TenderWatch.Hosting.Web;

namespace TenderWatch.Functions;

/// <summary>The composition root of the Functions app.</summary>
internal static class FunctionsServices
{
    // Core Tools set the one, Azure the other; whoever can reach the Functions host can reach the worker through it.
    private static bool IsOnThisMachineAlone =>
        Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT") == "Development" && Environment.GetEnvironmentVariable("WEBSITE_INSTANCE_ID") is null;

    /// <param name="services">The services of the worker.</param>
    /// <param name="settings">Valid settings.</param>
    public static IServiceCollection AddTenderWatchFunctions(this IServiceCollection services, TenderWatchSettings settings) => services
        .AddTenderWatchProduct(settings, WatchSettings.LoadProfiles(settings.Watch.ProfilesInUse, out _), IsOnThisMachineAlone)
        .AddSingleton(settings.Watch)
        .AddSingleton<RequestDispatcher>()
        .AddSingleton<CaseBells>()
        .AddSingleton<WatchStarts>();
}
