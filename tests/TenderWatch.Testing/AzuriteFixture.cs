using TenderWatch.Local.Hosting;

namespace TenderWatch.Testing;

/// <summary>
/// One Azurite in memory for all tests of a process, started by the first that needs it. It ends with the process, because its
/// standard input closes then. Tests keep apart by <see cref="NewPrefix"/>.
/// </summary>
public static class AzuriteFixture
{
    private static readonly Lazy<Task<string>> Started = new(StartAsync);
    private static AzuriteProcess? _process;
    private static int _prefixes;

    /// <summary>How to connect to it.</summary>
    public static Task<string> ConnectionStringAsync() => Started.Value;

    /// <summary>A prefix for the names of containers and tables that no other test has.</summary>
    public static string NewPrefix() => "t" + Interlocked.Increment(ref _prefixes).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> StartAsync()
    {
        var packages = await NodePackages.EnsureAsync(folder: null, progress: null, CancellationToken.None);
        _process = await AzuriteProcess.StartAsync(packages, folder: null, new AzuritePorts(), CancellationToken.None);
        return _process.ConnectionString;
    }
}
