using System.Net.Sockets;
using TenderWatch.Local.Output;
using TenderWatch.Storage;

namespace TenderWatch.Local.Hosting;

/// <summary>Azurite on its usual ports, started where the development storage is configured and nothing listens.</summary>
internal static class DevelopmentStorage
{
    private static readonly AzuritePorts Ports = new(10000, 10001, 10002);

    /// <returns>The process started; <see langword="null"/> when other storage is configured, or somebody else's Azurite serves.</returns>
    public static async Task<AzuriteProcess?> StartWhereNeededAsync(StorageSettings settings, DirectoryInfo data, Terminal terminal, CancellationToken cancellationToken)
    {
        if (settings.ConnectionString != StorageSettings.Development) return null;
        var folder = Path.Combine(data.FullName, "azurite");
        if (await ListensAsync(Ports.Blob, cancellationToken) && await ListensAsync(Ports.Table, cancellationToken) && !IsLeftBehind(folder)) return null;
        var packages = await terminal.BusyAsync(tell => NodePackages.EnsureAsync(folder: null, tell, cancellationToken));
        return await AzuriteProcess.StartAsync(packages, folder, Ports, cancellationToken);
    }

    // An Azurite whose host was killed still listens while it writes its data, and ends then.
    private static bool IsLeftBehind(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "azurite.pid"))) return false;
        try
        {
            using var held = new FileStream(Path.Combine(folder, "azurite.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
