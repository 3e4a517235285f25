using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TenderWatch.Functions;

/// <summary>
/// Ends the worker when the Functions host that started it is gone. A host that was killed takes its worker along on Windows only; elsewhere
/// the worker would go on with what it was doing, while the next host has begun the same anew, and would stay for good.
/// </summary>
public sealed partial class HostPresence(IConfiguration configuration, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<HostPresence> logger) : BackgroundService
{
    /// <summary>The configuration that names where the host listens to its worker; the runtime gives it on the command line.</summary>
    public const string Endpoint = "Functions:Worker:HostEndpoint";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!Uri.TryCreate(configuration[Endpoint], UriKind.Absolute, out var host)) return;
        using var tick = new PeriodicTimer(Interval, time);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            if (await IsThereAsync(host, stoppingToken)) continue;
            LogGone(host.Authority);
            lifetime.StopApplication();
            return;
        }
    }

    private static async Task<bool> IsThereAsync(Uri host, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(host.Host, host.Port, cancellationToken);
            return true;
        }
        // A host that is merely busy is there: its port is.
        catch (SocketException fault)
        {
            return fault.SocketErrorCode != SocketError.ConnectionRefused;
        }
    }

    [LoggerMessage(6041, LogLevel.Warning, "Nobody listens at {Endpoint} any more: the host is gone, and this worker ends")]
    private partial void LogGone(string endpoint);
}
