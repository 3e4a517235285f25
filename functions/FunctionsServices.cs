using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Hosting;
using TenderWatch.Hosting.Settings;
using TenderWatch.Hosting.Web;
using TenderWatch.Storage;

namespace TenderWatch.Functions;

/// <summary>The composition root of the Functions app.</summary>
internal static class FunctionsServices
{
    private static readonly string[] PlatformVariables = ["WEBSITE_INSTANCE_ID", "WEBSITE_POD_NAME", "WEBSITE_SKU"];

    // Azure sets some of these; Core Tools set the other one, and a host without any that keeps everything in an emulator on this machine is for one machine too.
    // Whoever can reach the Functions host can reach the worker through it.
    public static bool IsForThisMachine(StorageSettings storage) =>
        PlatformVariables.All(variable => Environment.GetEnvironmentVariable(variable) is null)
        && (Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT") == "Development" || storage.IsOnThisMachine);

    /// <param name="services">The services of the worker.</param>
    /// <param name="settings">Valid settings.</param>
    public static IServiceCollection AddTenderWatchFunctions(this IServiceCollection services, TenderWatchSettings settings) => services
        .AddTenderWatchProduct(settings, WatchSettings.LoadProfiles(settings.Watch.ProfilesInUse, out _), IsForThisMachine(settings.Storage))
        .AddTenderWatchCheckpoints(settings.Evidence)
        .AddSingleton(settings.Watch)
        .AddSingleton(settings.Evidence)
        .AddSingleton<RequestDispatcher>()
        .Configure<KestrelServerOptions>(TakeWhatTheHostTakes)
        .AddHostedService<HostPresence>()
        .AddSingleton<CaseBells>()
        .AddSingleton<WatchStarts>();

    // The product limits what it reads itself. A connection that is closed on a body which is larger than Kestrel's own limit would let the host answer 500 in place of the product's answer.
    private static void TakeWhatTheHostTakes(KestrelServerOptions options) => options.Limits.MaxRequestBodySize = null;
}
