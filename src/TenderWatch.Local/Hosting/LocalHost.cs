using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Watching;
using TenderWatch.Hosting;
using TenderWatch.Hosting.Settings;
using TenderWatch.Hosting.Telemetry;
using TenderWatch.Local.Output;
using TenderWatch.Storage;
using TenderWatch.Web;

namespace TenderWatch.Local.Hosting;

/// <summary>The product on one machine: its services over storage that is there, and its pages when they are served.</summary>
internal sealed class LocalHost : IAsyncDisposable
{
    private const string SigningKeyFile = "checkpoint-key.pem";

    private readonly WebApplication _app;
    private readonly AzuriteProcess? _azurite;

    private LocalHost(WebApplication app, AzuriteProcess? azurite, TenderWatchSettings settings) => (_app, _azurite, Settings) = (app, azurite, settings);

    public TenderWatchSettings Settings { get; }

    public IServiceProvider Services => _app.Services;

    public Pipeline Pipeline => Services.GetRequiredService<Pipeline>();

    public AlarmWatch Alarms => Services.GetRequiredService<AlarmWatch>();

    /// <summary>Builds the services and prepares storage, starting Azurite where the development storage is configured and nothing listens.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="profiles">The watch profiles in use.</param>
    /// <param name="azurite">Azurite started by the caller; <see langword="null"/> to start it where it is needed.</param>
    /// <param name="data">The folder of Azurite's data.</param>
    /// <param name="terminal">Where progress is told.</param>
    /// <param name="port">The port of the pages on 127.0.0.1; 0 for a free one.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="UnavailableException">Storage cannot be reached or Node.js is missing.</exception>
    public static async Task<LocalHost> CreateAsync(
        TenderWatchSettings settings, IReadOnlyList<WatchProfile> profiles, AzuriteProcess? azurite, DirectoryInfo data, Terminal terminal, int port, CancellationToken cancellationToken)
    {
        azurite ??= await DevelopmentStorage.StartWhereNeededAsync(settings.Storage, data, terminal, cancellationToken);
        var builder = WebApplication.CreateSlimBuilder();
        LocalServices.LogToStandardError(builder.Logging, LogLevel.Warning);
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddTenderWatch(settings, profiles);
        builder.Services.AddTenderWatchCheckpoints(settings.Evidence, Path.Combine(data.FullName, SigningKeyFile));
        // Another site's page must not reach the pages under a name of its own that resolves to this machine.
        builder.Services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = ["127.0.0.1", "localhost", "[::1]"]);
        var app = builder.Build();
        app.Services.StartTelemetry();
        app.UseHostFiltering();
        app.UseRouting();
        app.UseTenderWatch();
        app.Use(app.Services.GetRequiredService<PromptSettling>().AfterAsync);
        app.MapTenderWatch();
        var host = new LocalHost(app, azurite, settings);
        try
        {
            await app.Services.GetRequiredService<StorageInitializer>().InitializeAsync(cancellationToken);
            return host;
        }
        catch (Exception fault)
        {
            await host.DisposeAsync();
            if (StorageFaults.Of(fault) is { } sentence) throw new UnavailableException(sentence, fault);
            throw;
        }
    }

    /// <summary>Serves the pages.</summary>
    /// <returns>Their address.</returns>
    public async Task<Uri> ServeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _app.StartAsync(cancellationToken);
            Services.GetRequiredService<PromptSettling>().Start();
        }
        // A port in use, or one that this user may not have.
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            throw new UnavailableException($"The pages cannot be served: {fault.Message.TrimEnd('.')}. Choose another port with --port.", fault);
        }

        return new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (_azurite is not null) await _azurite.DisposeAsync();
    }
}
