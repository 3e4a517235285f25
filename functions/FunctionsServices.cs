using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Hosting;
using TenderWatch.Hosting.Settings;
using TenderWatch.Hosting.Web;
using TenderWatch.Storage;

namespace TenderWatch.Functions;

/// <summary>The composition root of the Functions app.</summary>
internal static class FunctionsServices
{
    // Azure sets the one; Core Tools set the other, and a host without them that keeps everything in the development storage is on one machine too.
    // Whoever can reach the Functions host can reach the worker through it.
    private static bool IsOnThisMachineAlone(TenderWatchSettings settings) =>
        Environment.GetEnvironmentVariable("WEBSITE_INSTANCE_ID") is null
        && (Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT") == "Development" || settings.Storage.ConnectionString == StorageSettings.Development);

    /// <param name="services">The services of the worker.</param>
    /// <param name="settings">Valid settings.</param>
    public static IServiceCollection AddTenderWatchFunctions(this IServiceCollection services, TenderWatchSettings settings) => services
        .AddTenderWatchProduct(settings, WatchSettings.LoadProfiles(settings.Watch.ProfilesInUse, out _), IsOnThisMachineAlone(settings))
        .AddTenderWatchCheckpoints(settings.Evidence)
        .AddSingleton(settings.Watch)
        .AddSingleton(settings.Evidence)
        .AddSingleton<RequestDispatcher>()
        .AddSingleton<CaseBells>()
        .AddSingleton<WatchStarts>();
}
